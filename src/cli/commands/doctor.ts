import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat doctor` */
export const doctorCommand = (program: SeatCommand): void => {
  const { say } = program;
  program
    .command('doctor')
    .description(say('doctor.about'))
    .action(lazily(async () => (await import('../doctor/doctor.ts')).doctor));
};
