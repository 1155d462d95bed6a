import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat demo` */
export const demoCommand = (program: SeatCommand): void => {
  const { say } = program;
  program
    .command('demo')
    .description(say('demo.about'))
    .option('--seed <number>', say('demo.seed'))
    .option('--calls <number>', say('demo.calls'))
    .action(lazily(async () => (await import('../demo/demo.ts')).demo));
};
