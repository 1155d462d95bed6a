import type { BodyOf } from '../../contract/routes.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { Outcome } from './asked.ts';
import { afterCall } from './call-commands.ts';
import { draftOf } from './desk.ts';
import { citationsOf } from './knowledge/citations.ts';
import { post } from './post.ts';
import type { SeatSession } from './session.ts';

/** How long a revealed number stays on screen. */
export const revealMs = 30_000;

const gone = (session: SeatSession, what: string): Outcome => ({
  state: 'refused',
  text: session.say('refused.gone', { about: what }),
});

const ticketOf = (session: SeatSession, id: string): { call: CallView; number: string } | undefined => {
  const call = session.store.get().calls.get(id);
  return call && { call, number: call.ticket };
};

/** Done here, or on its way: the person goes on to the next of their calls. A refusal stays where it was made. */
const moveOn = (session: SeatSession, call: string, outcome: Outcome): Outcome => {
  if (outcome.state === 'done' || outcome.state === 'queued') {
    session.store.update((model) => {
      if (model.callAt !== call || model.screen !== 'call') return model;
      // A question that was opened meanwhile is still to be answered.
      const overlay = model.overlay?.kind === 'form' ? undefined : model.overlay;
      return { ...afterCall(model, call), overlay };
    });
  }
  return outcome;
};

/**
 * Finishes a ticket: at once, or when the time to take it back is over. The conversation then ends now all the same, so that the seat is
 * free for the next call.
 */
const finishTicket = async (
  session: SeatSession,
  call: CallView,
  keepCall: boolean,
  send: (undoSeconds: number) => Promise<Outcome>,
): Promise<Outcome> => {
  const { id, name, ticket, state } = call;
  const undoSeconds = session.preferences['undo-seconds'];
  const ends = undoSeconds > 0 && !keepCall && (state === 'active' || state === 'held');
  if (ends) void post(session, { route: 'calls.end', params: { id }, body: {}, about: name, subject: id, ticket });
  const outcome = await send(undoSeconds);
  return keepCall ? outcome : moveOn(session, id, outcome);
};

/** Answered: close the ticket with the answer on the call screen and what it cites. */
export const closeTicket = async (
  session: SeatSession,
  id: string,
  choice: Omit<BodyOf<'tickets.close'>, 'answer' | 'articles' | 'keepCall'> & { keepCall: boolean },
): Promise<Outcome> => {
  const about = ticketOf(session, id);
  if (!about) return gone(session, '');
  const { call, number } = about;
  const model = session.store.get();
  const body = { ...choice, answer: draftOf(model, id).text.trim(), articles: [...citationsOf(model, id)] };
  return finishTicket(session, call, choice.keepCall, (undoSeconds) =>
    post(session, {
      route: 'tickets.close',
      params: { number },
      body,
      about: call.name,
      subject: id,
      ticket: number,
      undoSeconds,
    }),
  );
};

/** Needs the back office: send the ticket to a unit, with the answer so far. */
export const dispatchTicket = async (
  session: SeatSession,
  id: string,
  order: Omit<BodyOf<'tickets.dispatch'>, 'answer' | 'keepCall'> & { keepCall: boolean },
): Promise<Outcome> => {
  const about = ticketOf(session, id);
  if (!about) return gone(session, '');
  const { call, number } = about;
  const answer = draftOf(session.store.get(), id).text.trim();
  const body = { ...order, ...(answer !== '' && { answer }) };
  return finishTicket(session, call, order.keepCall, (undoSeconds) =>
    post(session, {
      route: 'tickets.dispatch',
      params: { number },
      body,
      about: call.name,
      subject: id,
      ticket: number,
      undoSeconds,
    }),
  );
};

/** Back to the front line with a note. */
export const returnCall = async (session: SeatSession, id: string, note: string): Promise<Outcome> => {
  const call = session.store.get().calls.get(id);
  if (!call) return gone(session, '');
  const { name: about, ticket } = call;
  const asked = { route: 'calls.return', params: { id }, body: { note }, about, subject: id, ticket } as const;
  return moveOn(session, id, await post(session, asked));
};

/** Into another domain's queue. */
export const moveCall = async (session: SeatSession, id: string, domain: string, note: string): Promise<Outcome> => {
  const call = session.store.get().calls.get(id);
  if (!call) return gone(session, '');
  const { name: about, ticket } = call;
  const body = { domain, ...(note !== '' && { note }) };
  return moveOn(
    session,
    id,
    await post(session, { route: 'calls.move', params: { id }, body, about, subject: id, ticket }),
  );
};

/** Shows the citizen's number for half a minute. */
export const revealPhone = async (session: SeatSession, id: string, reason: string): Promise<Outcome> => {
  const call = session.store.get().calls.get(id);
  if (!call) return gone(session, '');
  return session.asking.ask<{ phone: string }>({
    id: `reveal ${id}`,
    content: reason,
    what: 'action.reveal',
    about: call.name,
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
