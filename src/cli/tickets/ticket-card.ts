import type { EventView } from '../../contract/shapes/audit.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { Context } from '../context.ts';
import { localTime, shortTime } from '../output/local-time.ts';
import { facts, table } from '../output/table.ts';
import { term } from '../words/words.ts';

/** One ticket as people read it. */
export const ticketCard = ({ say, language }: Context, ticket: TicketView): string =>
  facts([
    [say('ticket.number'), ticket.number],
    [say('ticket.state'), term(language, 'ticketState', ticket.state)],
    [say('ticket.call'), ticket.call],
    [say('ticket.citizen'), `${ticket.name}  ${ticket.phone}`],
    [say('ticket.domain'), ticket.topic ? `${ticket.domain}  ${ticket.topic}` : ticket.domain],
    [say('ticket.question'), ticket.question],
    [say('ticket.category'), ticket.category],
    [say('ticket.answer'), ticket.answer],
    [say('ticket.articles'), ticket.articles.join('  ')],
    [say('ticket.sms'), ticket.sms],
    [say('ticket.unit'), ticket.unit],
    [say('ticket.reason'), ticket.reason],
    [say('ticket.urgency'), ticket.urgency && term(language, 'urgency', ticket.urgency)],
    [
      say('ticket.deadline'),
      localTime(ticket.deadline) +
        (ticket.deadline && ticket.deadlineProvisional ? `  ${say('ticket.provisional')}` : ''),
    ],
    [say('ticket.opened'), localTime(ticket.openedAt)],
    [say('ticket.handled'), ticket.handledAt && `${localTime(ticket.handledAt)}  ${ticket.handledBy?.name ?? ''}`],
  ]);

export const ticketTable = ({ say, language }: Context, tickets: readonly TicketView[]): string =>
  table(
    [
      say('ticket.number'),
      say('ticket.state'),
      say('ticket.opened'),
      say('ticket.name'),
      say('ticket.category'),
      say('ticket.unit'),
      say('ticket.deadline'),
      say('ticket.question'),
    ],
    tickets.map((ticket) => [
      ticket.number,
      term(language, 'ticketState', ticket.state),
      shortTime(ticket.openedAt),
      ticket.name,
      ticket.category,
      ticket.unit,
      localTime(ticket.deadline).slice(0, 16),
      ticket.question,
    ]),
  );

/** Moments in an event are milliseconds since 1970, as they were hashed. */
const shown = (key: string, value: unknown): string => {
  if (key === 'deadline' && typeof value === 'number') return localTime(new Date(value).toISOString());
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What happened, oldest first, one a line. */
export const historyTable = ({ say, language }: Context, events: readonly EventView[]): string =>
  table(
    [say('event.at'), say('event.type'), say('event.actor'), say('event.data')],
    events.map((event) => [
      localTime(event.at),
      term(language, 'event', event.type),
      event.actor.name,
      Object.entries(event.data)
        .map(([key, value]) => `${key}=${shown(key, value)}`)
        .join(' '),
    ]),
  );
