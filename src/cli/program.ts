import type { Language } from '../contract/language.ts';
import { lazily } from './run.ts';
import { SeatCommand } from './seat-command.ts';
import { version } from './version.ts';
import type { Say } from './words/words.ts';

/** The whole command line. Alone it opens the seat, which then need not wait until every other command is there too. */
export const buildProgram = async (say: Say, language: Language, alone = false): Promise<SeatCommand> => {
  const program = new SeatCommand(say, language);
  program
    .name('expert-seat')
    .description(say('program.about'))
    .version(version, '-V, --version', say('program.version'))
    .addHelpText('after', `\n${say('program.more')}`)
    .action(lazily(async () => (await import('./seat/open.ts')).openSeatScreen));
  if (!alone) (await import('./nouns.ts')).addNouns(program);
  return program;
};
