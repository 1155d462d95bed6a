import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat fund-mapping …` */
export const fundMappingCommand = (program: SeatCommand): void => {
  const { say } = program;
  const noun = program.command('fund-mapping').description(say('fund-mapping.about'));
  noun
    .command('check')
    .description(say('fund-mapping.check.about'))
    .argument('<file>', say('fund-mapping.check.file'))
    .action(lazily(async () => (await import('../fund-mapping/check.ts')).checkFundMapping));
};
