import path from 'node:path';
import { preferencesOf } from '../../client/preferences-of.ts';
import { markRun } from '../../practice/marking/mark-run.ts';
import type { Marks } from '../../practice/marking/marks.ts';
import type { Recording } from '../../practice/recording/recording.ts';
import type { OpenSeatOptions } from '../../tui/open-seat-options.ts';
import type { Context } from '../context.ts';
import { personalSnippets } from '../seat/personal-snippets.ts';
import { LiveRun } from './live-run.ts';
import { openPracticeLine } from './practice-line.ts';
import type { School } from './school.ts';

/** A run at the real seat screen. */
export interface SatRun {
  readonly recording: Recording;
  readonly marks: Marks;
  /** Whether the call and its ticket came to their end; else the trainee left before. */
  readonly over: boolean;
  /** The seat's exit code. */
  readonly exit: number;
}

export interface Sitting {
  readonly file: School['scenarios'][number];
  readonly seed: number;
  readonly trainee: string;
  readonly terminal: OpenSeatOptions['terminal'];
}

/**
 * The trainee sits down at the real seat, to whom a scenario's citizen is handed over. Everything of the line lives in memory and in a temporary
 * folder; nothing of the person's own is touched but their preferences.
 */
export const sitDown = async (context: Context, school: School, sitting: Sitting): Promise<SatRun> => {
  const { language, timeoutMs, color } = context;
  const { file, seed, trainee, terminal } = sitting;
  const { documents, base, library, today } = school;
  const line = await openPracticeLine({ language, timeoutMs, knowledge: documents, seed, today, trainee });
  try {
    const live = new LiveRun(line, context);
    const end = await live.begin(file, seed, library.rules, base);
    const { openSeat } = await import('../../tui/open-seat.ts');
    const exit = await openSeat({
      client: line.trainee,
      language,
      mode: 'practice',
      color,
      terminal,
      preferences: preferencesOf(await context.profile()),
      savePreference: async (key, value) => (await context.profile()).set({ [key]: value }),
      personalSnippets: () => personalSnippets(path.join(line.dir, 'snippets.yaml')),
      knowledge: { dir: path.join(line.dir, 'knowledge'), shipped: async () => documents },
      conversation: live.conversation,
    });
    await end();
    const recording = live.recording({
      trainee,
      scenario: file.scenario.id,
      text: file.text,
      seed,
      rules: library.rulesDigest,
    });
    return { recording, marks: markRun(file, recording, library.rules), over: live.over, exit };
  } finally {
    await line.close();
  }
};
