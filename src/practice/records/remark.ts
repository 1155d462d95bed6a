import { markRun } from '../marking/mark-run.ts';
import type { Marks } from '../marking/marks.ts';
import type { Rules } from '../marking/rules.ts';
import type { Recording } from '../recording/recording.ts';
import { parseScenario } from '../scenario/parse-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * The marks of a recording computed again, by the scenario as it was played. With the rules by which it was marked first (their digest is in the
 * recording) they are the same marks. Undefined when this program cannot read the scenario any more.
 */
export const marksAgain = (recording: Recording, rules: Rules): { scenario: Scenario; marks: Marks } | undefined => {
  const { scenario, lineAt } = parseScenario(recording.text);
  return scenario && { scenario, marks: markRun({ scenario, lineAt }, recording, rules) };
};
