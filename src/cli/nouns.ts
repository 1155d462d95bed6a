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
import { practiceCommand } from './commands/practice.ts';
import { serveCommand } from './commands/serve.ts';
import { snippetsCommand } from './commands/snippets.ts';
import { ticketsCommand } from './commands/tickets.ts';
import { usersCommand } from './commands/users.ts';
import type { SeatCommand } from './seat-command.ts';

/** Every noun of the command line, in the order of the help. */
const nouns: readonly ((program: SeatCommand) => void)[] = [
  serveCommand,
  demoCommand,
  practiceCommand,
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

/** Adds them to the command line. */
export const addNouns = (program: SeatCommand): void => {
  for (const add of nouns) add(program);
};
