import type { Posting } from '../../../client/desk/outbox-entry.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import type { SeatModel } from '../model.ts';
import { asKept } from '../outbox/arrived.ts';

/** An answer that nobody can send any more: its ticket was finished while it was being written. */
export interface LeftOver {
  readonly subject: string;
  readonly ticket: TicketView;
  /** Nothing is lost with it: it is empty, or was sent from another of the person's screens, of which this one had not seen the last words. */
  readonly idle: boolean;
}

export const leftOver = (model: SeatModel): readonly LeftOver[] =>
  [...model.drafts].flatMap(([subject, draft]) => {
    const call = model.calls.get(subject);
    const ticket = call && model.tickets.get(call.ticket);
    if (!ticket || ticket.state === 'open' || model.outbox.some((entry) => entry.subject === subject)) return [];
    const text = asKept(draft.text);
    const own = ticket.handledBy?.id === model.me?.id && (ticket.answer ?? '').includes(text);
    return [{ subject, ticket, idle: text === '' || own }];
  });

/** What it would have been, to be kept as one that was not taken. */
export const lateClose = ({ subject, ticket }: LeftOver, answer: string, now: number): Posting => ({
  route: 'tickets.close',
  params: { number: ticket.number },
  body: { answer },
  about: ticket.name,
  subject,
  ticket: ticket.number,
  dueAt: now,
});
