import type { Language } from '../contract/language.ts';
import { exitOnSignals } from './exit-handling.ts';
import { speakingJson, speakingLanguage } from './language.ts';
import { endQuietlyWithReader, flushed } from './output/stdout.ts';
import { reportFailure } from './report-failure.ts';
import { type Say, sayIn } from './words/words.ts';

/** Does what was asked, says why if it cannot, and ends the process with the exit code of that (DESIGN 9). */
export const start = async (
  args: readonly string[],
  work: (say: Say, language: Language) => Promise<number>,
): Promise<void> => {
  endQuietlyWithReader();
  exitOnSignals();
  const language = speakingLanguage(args);
  const say = sayIn(language);
  const report = (error: unknown): Promise<number> => reportFailure(error, { say, language, json: speakingJson(args) });
  // Node would end with 0 when there is nothing left to wait for, done or not.
  process.once('beforeExit', async () => process.exit(await report(new Error('ended before it was done'))));
  const code = await work(say, language).catch(report);
  await flushed();
  process.exit(code);
};
