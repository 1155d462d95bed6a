import type { Language } from '../contract/language.ts';
import { accountCommands } from './commands/account.ts';
import { accountsCommand } from './commands/accounts.ts';
import { auditCommand } from './commands/audit.ts';
import { calcCommand } from './commands/calc.ts';
import { callsCommand } from './commands/calls.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommand } from './commands/config.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { fundMappingCommand } from './commands/fund-mapping.ts';
import { fundSandboxCommand } from './commands/fund-sandbox.ts';
import { kbCommand } from './commands/kb.ts';
import { serveCommand } from './commands/serve.ts';
import { snippetsCommand } from './commands/snippets.ts';
import { ticketsCommand } from './commands/tickets.ts';
import { usersCommand } from './commands/users.ts';
import { lazily } from './run.ts';
import { SeatCommand } from './seat-command.ts';
import { version } from './version.ts';
import type { Say } from './words/words.ts';

/** Every noun of the command line, in the order of the help. */
const nouns: readonly ((program: SeatCommand) => void)[] = [
  serveCommand,
  demoCommand,
  callsCommand,
  ticketsCommand,
  kbCommand,
  calcCommand,
  snippetsCommand,
  fundSandboxCommand,
  accountsCommand,
  usersCommand,
  auditCommand,
  accountCommands,
  configCommand,
  doctorCommand,
  fundMappingCommand,
  completionCommand,
];

/** The whole command line. Alone it opens the seat. */
export const buildProgram = (say: Say, language: Language): SeatCommand => {
  const program = new SeatCommand(say, language);
  program
    .name('expert-seat')
    .description(say('program.about'))
    .version(version, '-V, --version', say('program.version'))
    .addHelpText('after', `\n${say('program.more')}`)
    .action(lazily(async () => (await import('./seat/open.ts')).openSeatScreen));
  for (const add of nouns) add(program);
  return program;
};
