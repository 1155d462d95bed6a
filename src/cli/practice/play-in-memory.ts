import { markRun } from '../../practice/marking/mark-run.ts';
import type { Marks } from '../../practice/marking/marks.ts';
import type { Recording } from '../../practice/recording/recording.ts';
import type { Context } from '../context.ts';
import { openPracticeLine } from './practice-line.ts';
import type { School } from './school.ts';
import { playScript, type RefusedStep } from './script/play-script.ts';
import type { Script } from './script/script-form.ts';
import { SeatHands } from './script/seat-hands.ts';

export interface ScriptedRun {
  readonly recording: Recording;
  readonly marks: Marks;
  readonly refused: readonly RefusedStep[];
}

/** Plays a scenario with a script as the trainee, on a practice line that lives as long as that. */
export const playInMemory = async (
  { language, timeoutMs }: Pick<Context, 'language' | 'timeoutMs'>,
  { documents: knowledge, base, library, today }: School,
  file: School['scenarios'][number],
  script: Script,
  { seed, trainee }: { readonly seed: number; readonly trainee: string },
): Promise<ScriptedRun> => {
  const line = await openPracticeLine({ language, timeoutMs, knowledge, seed, today, trainee });
  const hands = new SeatHands(line.trainee, language, knowledge);
  try {
    await hands.open();
    const stage = { line, hands, base, rules: library.rules, rulesDigest: library.rulesDigest };
    const startedAt = new Date().toISOString();
    const { recording, refused } = await playScript(stage, file, script, { seed, trainee, startedAt });
    return { recording, marks: markRun(file, recording, library.rules), refused };
  } finally {
    await hands.close();
    await line.close();
  }
};
