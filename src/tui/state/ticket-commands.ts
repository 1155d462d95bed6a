import type { CallView } from '../../contract/shapes/call.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { Urgency } from '../../domain/calendar/deadline.ts';
import type { Category } from '../../domain/ticket/ticket.ts';
import { dateTime } from '../text/time.ts';
import { domainName } from '../words/words.ts';
import type { Outcome } from './asked.ts';
import { afterCall, refreshCall } from './call-commands.ts';
import { draftOf, forgetDraft, withNotice } from './desk.ts';
import { citationsOf } from './knowledge/citations.ts';
import { applyCall, applyTicket } from './line.ts';
import type { SeatModel } from './model.ts';
import type { SeatSession } from './session.ts';

/** How long a revealed number stays on screen. */
export const revealMs = 30_000;

const gone = (session: SeatSession, what: string): Outcome => ({
  state: 'refused',
  text: session.say('refused.gone', { about: what }),
});

/** Close and dispatch alike: the ticket is done, and its call over unless it goes on. */
const ticketDone =
  (session: SeatSession, call: string, keepCall: boolean, tell: (ticket: TicketView) => string) =>
  (model: SeatModel, { ticket }: { ticket: TicketView }): SeatModel => {
    void refreshCall(session, call);
    const next = forgetDraft(applyTicket(model, ticket), call);
    const told = withNotice(next, 'done', tell(ticket), session.clock.now());
    return keepCall ? told : { ...afterCall(told, call), overlay: undefined };
  };

const ticketOf = (session: SeatSession, id: string): { call: CallView; number: string } | undefined => {
  const call = session.store.get().calls.get(id);
  return call && { call, number: call.ticket };
};

/** Answered: close the ticket with the answer on the call screen and what it cites. */
export const closeTicket = async (
  session: SeatSession,
  id: string,
  choice: { category: Category; keepCall: boolean },
): Promise<Outcome> => {
  const about = ticketOf(session, id);
  if (!about) return gone(session, '');
  const { call, number } = about;
  const model = session.store.get();
  const body = { ...choice, answer: draftOf(model, id).text.trim(), articles: [...citationsOf(model, id)] };
  return session.ask<{ ticket: TicketView }>({
    id: `close ${number}`,
    content: body,
    what: 'action.close',
    about: call.name,
    call: id,
    ticket: number,
    revision: call.revision,
    keep: true,
    run: (client, how) => client.call('tickets.close', { params: { number }, body, ...how }),
    done: ticketDone(session, id, choice.keepCall, () => session.say('done.closed', { number })),
  });
};

/** Needs the back office: send the ticket to a unit, with the answer so far. */
export const dispatchTicket = async (
  session: SeatSession,
  id: string,
  order: { unit: string; reason: string; urgency: Urgency; keepCall: boolean },
): Promise<Outcome> => {
  const about = ticketOf(session, id);
  if (!about) return gone(session, '');
  const { call, number } = about;
  const answer = draftOf(session.store.get(), id).text.trim();
  const body = { ...order, ...(answer !== '' && { answer }) };
  const tell = (ticket: TicketView): string =>
    session.say('done.dispatched', {
      unit: ticket.unit ?? '',
      deadline: ticket.deadline ? dateTime(ticket.deadline) : '',
    });
  return session.ask<{ ticket: TicketView }>({
    id: `dispatch ${number}`,
    content: body,
    what: 'action.dispatch',
    about: call.name,
    call: id,
    ticket: number,
    revision: call.revision,
    keep: true,
    run: (client, how) => client.call('tickets.dispatch', { params: { number }, body, ...how }),
    done: ticketDone(session, id, order.keepCall, tell),
  });
};

/** A call that leaves this seat for another place. */
const leave = (
  session: SeatSession,
  call: CallView,
  route: 'calls.return' | 'calls.move',
  send: (
    client: NonNullable<SeatSession['client']>,
    how: { idempotencyKey: string; signal: AbortSignal },
  ) => Promise<{ call: CallView }>,
  content: unknown,
  told: string,
): Promise<Outcome> =>
  session.ask<{ call: CallView }>({
    id: `${route} ${call.id} ${call.revision}`,
    content,
    what: route === 'calls.return' ? 'action.return' : 'action.move',
    about: call.name,
    call: call.id,
    revision: call.revision,
    keep: true,
    run: send,
    done: (model, reply) => {
      const next = afterCall(forgetDraft(applyCall(model, reply.call), call.id), call.id);
      return withNotice({ ...next, overlay: undefined }, 'done', told, session.clock.now());
    },
  });

/** Back to the front line with a note. */
export const returnCall = async (session: SeatSession, id: string, note: string): Promise<Outcome> => {
  const call = session.store.get().calls.get(id);
  if (!call) return gone(session, '');
  const told = session.say('done.returned', { about: call.name });
  return leave(
    session,
    call,
    'calls.return',
    (client, how) => client.call('calls.return', { params: { id }, body: { note }, ...how }),
    note,
    told,
  );
};

/** Into another domain's queue. */
export const moveCall = async (session: SeatSession, id: string, domain: string, note: string): Promise<Outcome> => {
  const { calls, settings, language } = session.store.get();
  const call = calls.get(id);
  if (!call) return gone(session, '');
  const body = { domain, ...(note !== '' && { note }) };
  const told = session.say('done.moved', { about: call.name, domain: domainName(language, settings.domains, domain) });
  return leave(
    session,
    call,
    'calls.move',
    (client, how) => client.call('calls.move', { params: { id }, body, ...how }),
    body,
    told,
  );
};

/** Shows the citizen's number for half a minute. */
export const revealPhone = async (session: SeatSession, id: string, reason: string): Promise<Outcome> => {
  const call = session.store.get().calls.get(id);
  if (!call) return gone(session, '');
  return session.ask<{ phone: string }>({
    id: `reveal ${id}`,
    content: reason,
    what: 'action.reveal',
    about: call.name,
    call: id,
    revision: call.revision,
    keep: false,
    run: (client, how) => client.call('calls.reveal', { params: { id }, body: { reason }, ...how }),
    done: (model, { phone }) => {
      const until = session.clock.now() + revealMs;
      const hide = (): void =>
        session.store.update((now) => (now.reveal?.until === until ? { ...now, reveal: undefined } : now));
      setTimeout(hide, revealMs).unref();
      return { ...model, reveal: { call: id, phone, until } };
    },
  });
};
