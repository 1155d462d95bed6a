import { CommanderError } from 'commander';
import { exitCode } from '../contract/exit-code.ts';
import { exitOnSignals } from './exit-handling.ts';
import { speakingJson, speakingLanguage } from './language.ts';
import { endQuietlyWithReader, flushed } from './output/stdout.ts';
import { buildProgram } from './program.ts';
import { reportFailure } from './report-failure.ts';
import { sayIn } from './words/words.ts';

/** Runs the command line. @returns the exit code (DESIGN 9) */
export const main = async (args: readonly string[]): Promise<number> => {
  const language = speakingLanguage(args);
  const say = sayIn(language);
  try {
    const program = await buildProgram(say, language, args.length === 0);
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? exitCode.done);
  } catch (error) {
    // Help and version were printed; commander says so by throwing.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done;
    return reportFailure(error, { say, language, json: speakingJson(args) });
  }
};

/** What bin/expert-seat.js starts. */
export const start = async (): Promise<void> => {
  endQuietlyWithReader();
  exitOnSignals();
  const code = await main(process.argv.slice(2));
  await flushed();
  process.exit(code);
};

await start();
