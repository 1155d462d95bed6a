import type { OutboxEntry } from '../../../client/desk/outbox-entry.ts';
import type { ReplyOf } from '../../../contract/routes.ts';
import { dateTime } from '../../text/time.ts';
import { domainName, type Say } from '../../words/words.ts';
import { forgetDraft } from '../desk.ts';
import { applyCall, applyTicket } from '../line.ts';
import type { SeatModel } from '../model.ts';
import type { FormState } from '../overlay.ts';
import { nameOfEntry } from './entries.ts';

/** What the seat knows and says when an entry has been done at the hub. */
export interface Arrival {
  readonly model: SeatModel;
  /** Nothing when it needs no word. */
  readonly told: string | undefined;
}

const formShown = ({ overlay, forms }: SeatModel): FormState | undefined =>
  overlay?.kind === 'form' ? forms.get(overlay.form) : undefined;

/** `waited`: the person stood before it until it was done. */
export const arrivalOf = (model: SeatModel, entry: OutboxEntry, reply: unknown, waited: boolean, say: Say): Arrival => {
  const { route, subject, about, ticket: number } = entry;
  switch (route) {
    case 'tickets.close': {
      const { ticket } = reply as ReplyOf<'tickets.close'>;
      return { model: forgetDraft(applyTicket(model, ticket), subject), told: say('done.closed', { number }) };
    }
    case 'tickets.dispatch': {
      const { ticket } = reply as ReplyOf<'tickets.dispatch'>;
      const deadline = ticket.deadline ? dateTime(ticket.deadline) : '';
      const told = say('done.dispatched', { unit: ticket.unit ?? '', deadline });
      return { model: forgetDraft(applyTicket(model, ticket), subject), told };
    }
    case 'calls.return': {
      const { call } = reply as ReplyOf<'calls.return'>;
      return { model: forgetDraft(applyCall(model, call), subject), told: say('done.returned', { about }) };
    }
    case 'calls.move': {
      const { call } = reply as ReplyOf<'calls.move'>;
      const domain = domainName(model.language, model.settings.domains, call.domain);
      return { model: forgetDraft(applyCall(model, call), subject), told: say('done.moved', { about, domain }) };
    }
    case 'calls.end': {
      const { call } = reply as ReplyOf<'calls.end'>;
      const told = say(call.state === 'wrap-up' ? 'done.wrap-up' : 'done.ended');
      // What is to be done with the ticket has been decided already, or taken back and stands before the person again.
      const decided =
        model.outbox.some((other) => other.route.startsWith('tickets.') && other.subject === subject) ||
        formShown(model)?.call === subject;
      return { model: applyCall(model, call), told: waited && !decided ? told : undefined };
    }
    case 'kb.correct': {
      const { correction } = reply as ReplyOf<'kb.correct'>;
      const corrections = new Map(model.corrections).set(correction.id, correction);
      return { model: { ...model, corrections }, told: say('kb.corrected', { id: subject }) };
    }
  }
};

/** What was sent last, for who would still take it back. */
export const sentAs = (entry: OutboxEntry, say: Say): string => `${say(nameOfEntry(entry))} ${entry.ticket}`;
