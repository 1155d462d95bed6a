import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { argumentOf } from './options.ts';

/** `expert-seat completion`, and `__complete`, which the scripts it writes ask for what changes by the minute. */
export const completionCommand = (program: SeatCommand): void => {
  const { say } = program;
  program
    .command('completion')
    .description(say('completion.about'))
    .addArgument(argumentOf('<shell>', say('completion.shell'), ['bash', 'zsh', 'fish']))
    .action(lazily(async () => (await import('../completion/completion.ts')).completionOf(program)));
  program
    .command('__complete', { hidden: true })
    .addArgument(argumentOf('<what>', '', ['calls', 'tickets', 'documents']))
    .action(lazily(async () => (await import('../completion/ids.ts')).completeIds));
};
