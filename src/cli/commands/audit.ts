import { eventTypes, subjectKinds } from '../../domain/audit/event-type.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { oneOf, pageOptions } from './options.ts';

/** `expert-seat audit …` */
export const auditCommand = (program: SeatCommand): void => {
  const { say } = program;
  const audit = program.command('audit').description(say('audit.about'));
  const filtered = (name: string, about: string): SeatCommand =>
    audit
      .command(name)
      .description(about)
      .addOption(oneOf('--type <type>', say('audit.type'), eventTypes))
      .addOption(oneOf('--kind <kind>', say('audit.kind'), subjectKinds))
      .option('--subject <id>', say('audit.subject'))
      .option('--actor <user>', say('audit.actor'))
      .option('--ticket <number>', say('audit.ticket'))
      .option('--since <when>', say('option.since'))
      .option('--until <when>', say('option.until'));

  audit
    .command('verify')
    .description(say('audit.verify.about'))
    .action(lazily(async () => (await import('../audit/verify.ts')).verifyChain));

  const list = filtered('list', say('audit.list.about')).option('--oldest', say('option.oldest'));
  for (const option of pageOptions(say)) list.addOption(option);
  list.action(lazily(async () => (await import('../audit/list.ts')).listEvents));

  filtered('export', say('audit.export.about'))
    .option('--out <file>', say('option.out'))
    .action(lazily(async () => (await import('../audit/export.ts')).exportEvents));
};
