import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat login`, `logout`, `whoami` */
export const accountCommands = (program: SeatCommand): void => {
  const { say } = program;
  program
    .command('login')
    .description(say('login.about'))
    .option('--token-stdin', say('login.token-stdin'))
    .action(lazily(async () => (await import('../account/login.ts')).login));
  program
    .command('logout')
    .description(say('logout.about'))
    .action(lazily(async () => (await import('../account/logout.ts')).logout));
  program
    .command('whoami')
    .description(say('whoami.about'))
    .action(lazily(async () => (await import('../account/whoami.ts')).whoami));
};
