import type { Recording } from '../recording/recording.ts';
import type { ReadScenario } from '../scenario/parse-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { identity } from './items/identity.ts';
import type { MarkGroup } from './items/item.ts';
import { knowledge } from './items/knowledge.ts';
import { lookedUp } from './items/looked-up.ts';
import { manner } from './items/manner.ts';
import { outcome } from './items/outcome.ts';
import { notSaid, said } from './items/said.ts';
import { ticket } from './items/ticket.ts';
import { time } from './items/time.ts';
import type { Mark, Marks } from './marks.ts';
import type { Rules } from './rules.ts';
import { RunFacts } from './run-facts.ts';
import type { Group, Weights } from './weights.ts';

const groups: Readonly<Record<Group, MarkGroup>> = {
  outcome,
  knowledge,
  said,
  'not-said': notSaid,
  identity,
  'looked-up': lookedUp,
  manner,
  ticket,
  time,
};

const isVetoed = (id: string, vetoes: Weights['vetoes']): boolean =>
  vetoes.some((veto) => id === veto || id.startsWith(`${veto}.`));

/**
 * The marks of a run: a function of the scenario, the recording and the rules, of nothing else, so that they can be computed again. The score
 * is what was earned of what could be, in hundredths, with one decimal; what a scenario does not ask for does not count.
 */
export const markRun = (
  { scenario, lineAt }: { readonly scenario: Scenario; readonly lineAt: ReadScenario['lineAt'] },
  recording: Recording,
  rules: Rules,
): Marks => {
  const facts = new RunFacts(recording, rules.vocabulary);
  const marks = Object.values(groups)
    .flatMap((group) => group(facts, scenario, rules))
    .filter(({ worth }) => worth > 0)
    .map(
      ({ share, path, steps = [], details = {}, ...item }): Mark => ({
        ...item,
        steps,
        details,
        earned: item.worth * share,
        line: lineAt(path),
      }),
    );
  const sum = (of: 'worth' | 'earned'): number => marks.reduce((total, mark) => total + mark[of], 0);
  const score = Math.round((sum('earned') / sum('worth')) * 1000) / 10;
  const lost = marks.filter(({ worth, earned }) => earned < worth);
  const vetoed = lost.map(({ id }) => id).filter((id) => isVetoed(id, rules.weights.vetoes));
  return { marks, score, vetoed, passed: score >= rules.weights.pass && vetoed.length === 0 };
};
