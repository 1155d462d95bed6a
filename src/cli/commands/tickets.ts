import type { Urgency } from '../../domain/calendar/deadline.ts';
import { categories, ticketStates } from '../../domain/ticket/ticket.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { keyOption, oneOf, pageOptions } from './options.ts';

/** Written out, for the calendar's shapes are no load for help; the type keeps it complete. */
const urgencies = Object.keys({ normal: true, urgent: true, critical: true } satisfies Record<Urgency, true>);

/** `expert-seat tickets …` */
export const ticketsCommand = (program: SeatCommand): void => {
  const { say } = program;
  const tickets = program.command('tickets').description(say('tickets.about'));
  const verb = (name: string, about: string): SeatCommand => tickets.command(name).description(about);

  const list = verb('list', say('tickets.list.about'))
    .addOption(oneOf('--state <state>', say('tickets.state'), ticketStates))
    .option('--mine', say('tickets.mine'))
    .option('--since <when>', say('option.since'))
    .option('--until <when>', say('option.until'))
    .option('--oldest', say('option.oldest'));
  for (const option of pageOptions(say)) list.addOption(option);
  list.action(lazily(async () => (await import('../tickets/list.ts')).listTickets));

  verb('show', say('tickets.show.about'))
    .argument('<ticket>', say('tickets.arg.ticket'))
    .action(lazily(async () => (await import('../tickets/show.ts')).showTicket));

  verb('close', say('tickets.close.about'))
    .argument('<ticket>', say('tickets.arg.ticket'))
    .addOption(oneOf('--category <category>', say('tickets.category'), categories).makeOptionMandatory())
    .requiredOption('--answer <text>', say('tickets.close.answer'))
    .option('--article <id...>', say('tickets.close.article'))
    .option('--topic <topic>', say('tickets.topic'))
    .option('--sms <text>', say('tickets.close.sms'))
    .option('--keep-call', say('tickets.keep-call'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../tickets/finish.ts')).closeTicket));

  verb('dispatch', say('tickets.dispatch.about'))
    .argument('<ticket>', say('tickets.arg.ticket'))
    .requiredOption('--unit <unit>', say('tickets.dispatch.unit'))
    .requiredOption('--reason <text>', say('tickets.dispatch.reason'))
    .addOption(oneOf('--urgency <urgency>', say('tickets.dispatch.urgency'), urgencies))
    .addOption(oneOf('--category <category>', say('tickets.category'), categories))
    .option('--topic <topic>', say('tickets.topic'))
    .option('--answer <text>', say('tickets.dispatch.answer'))
    .option('--keep-call', say('tickets.keep-call'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../tickets/finish.ts')).dispatchTicket));

  verb('export', say('tickets.export.about'))
    .addOption(oneOf('--format <format>', say('tickets.export.format'), ['csv', 'ndjson']))
    .addOption(oneOf('--state <state>', say('tickets.state'), ticketStates))
    .option('--mine', say('tickets.mine'))
    .option('--since <when>', say('option.since'))
    .option('--until <when>', say('option.until'))
    .option('--out <file>', say('option.out'))
    .action(lazily(async () => (await import('../tickets/export.ts')).exportTickets));
};
