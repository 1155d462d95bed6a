import { CommanderError } from 'commander';
import { exitCode } from '../contract/exit-code.ts';
import type { Language } from '../contract/language.ts';
import { addNouns } from './nouns.ts';
import { lazily } from './run.ts';
import { SeatCommand } from './seat-command.ts';
import { version } from './version.ts';
import type { Say } from './words/words.ts';

/** The whole command line. Without a command it opens the seat. */
export const buildProgram = (say: Say, language: Language): SeatCommand => {
  const program = new SeatCommand(say, language);
  program
    .name('expert-seat')
    .description(say('program.about'))
    .version(version, '-V, --version', say('program.version'))
    .addHelpText('after', `\n${say('program.more')}`)
    .action(lazily(async () => (await import('./seat/open.ts')).openSeatScreen));
  addNouns(program);
  return program;
};

/** Reads the command line and does what it says. @returns the exit code. @throws what the command throws */
export const runCommand = async (args: readonly string[], say: Say, language: Language): Promise<number> => {
  try {
    await buildProgram(say, language).parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? exitCode.done);
  } catch (error) {
    // Help and version were printed; commander says so by throwing.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done;
    throw error;
  }
};
