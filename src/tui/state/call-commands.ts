import type { CallView } from '../../contract/shapes/call.ts';
import type { DeclaredState } from '../../domain/seat/seat.ts';
import type { PlainKey } from '../words/words.ts';
import { showCall, showScreen, withNotice, withOverlay } from './desk.ts';
import { applyCall, applyCallAndTicket, applyHistory, applySeat } from './line.ts';
import type { SeatModel } from './model.ts';
import { post } from './post.ts';
import { myCalls } from './selectors.ts';
import type { SeatSession } from './session.ts';

/** The newest thing known of this seat's calls: changes as soon as a call comes or goes. */
const ownRevision = (model: SeatModel): number =>
  Math.max(
    0,
    ...[...model.calls.values()].filter((call) => call.seat?.id === model.me?.id).map((call) => call.revision),
  );

type Taken = { call: CallView; ticket: Parameters<typeof applyCallAndTicket>[2] };

const opened =
  (session: SeatSession) =>
  (model: SeatModel, { call, ticket }: Taken): SeatModel =>
    withNotice(
      showCall(applyCallAndTicket(model, call, ticket), call.id),
      'done',
      session.say('done.taken', { about: call.name }),
      session.clock.now(),
    );

export const take = async (session: SeatSession, call: CallView): Promise<void> => {
  await session.asking.tell<Taken>({
    id: `take ${call.id} ${call.revision}`,
    about: call.name,
    content: call.id,
    what: 'action.take',
    run: (client, how) => client.call('calls.take', { params: { id: call.id }, body: { live: true }, ...how }),
    done: opened(session),
  });
};

export const takeNext = async (session: SeatSession): Promise<void> => {
  const revision = ownRevision(session.store.get());
  await session.asking.tell<Taken>({
    id: `take-next ${revision}`,
    content: null,
    what: 'action.take-next',
    about: '',
    run: (client, how) => client.call('calls.take-next', { body: { live: true }, ...how }),
    done: opened(session),
  });
};

/** Hold, resume and decline have one form: a call, no content, the call back. */
const simple = (
  session: SeatSession,
  call: CallView,
  route: 'calls.hold' | 'calls.resume' | 'calls.decline',
  what: PlainKey,
  told: PlainKey,
) =>
  session.asking.tell<{ call: CallView }>({
    about: call.name,
    id: `${route} ${call.id} ${call.revision}`,
    content: null,
    what,
    run: (client, how) => client.call(route, { params: { id: call.id }, body: {}, ...how }),
    done: (model, reply) => withNotice(applyCall(model, reply.call), 'done', session.say(told), session.clock.now()),
  });

export const decline = (session: SeatSession, call: CallView) =>
  simple(session, call, 'calls.decline', 'action.decline', 'done.declined');

export const holdOrResume = (session: SeatSession, call: CallView) =>
  call.state === 'held'
    ? simple(session, call, 'calls.resume', 'action.resume', 'done.resumed')
    : simple(session, call, 'calls.hold', 'action.hold', 'done.held');

/** The conversation is over; with an open ticket the seat then writes up. In wrap-up it ends that. */
export const endCall = async (session: SeatSession, call: CallView): Promise<void> => {
  const { id, name: about, ticket } = call;
  const asked = { route: 'calls.end', params: { id }, body: {}, about, subject: id, ticket } as const;
  const outcome = await post(session, asked);
  if (outcome.state === 'refused') session.notice('refused', outcome.text);
};

/** When a call has left the seat: the next of its calls, or the queue. */
export const afterCall = (model: SeatModel, left: string): SeatModel => {
  const next = myCalls(model).find(({ id }) => id !== left);
  return next ? showCall(model, next.id) : showScreen(model, 'queue');
};

type Reason = 'break' | 'meal' | 'training' | 'meeting';
export type SeatChoice = 'ready' | Reason | 'offline';
export const seatChoices: readonly SeatChoice[] = ['ready', 'break', 'meal', 'training', 'meeting', 'offline'];

export const declareSeat = async (session: SeatSession, choice: SeatChoice): Promise<void> => {
  const state: DeclaredState = choice === 'ready' || choice === 'offline' ? choice : 'not-ready';
  const body = { state, ...(state === 'not-ready' && { reason: choice as Reason }) };
  session.store.update((model) => withOverlay(model, undefined));
  await session.asking.tell({
    id: `seat ${session.store.get().seat?.revision ?? 0}`,
    content: body,
    what: 'action.seat',
    about: '',
    run: (client, how) => client.call('seat.change', { body, ...how }),
    done: (model, { seat }) =>
      withNotice(applySeat(model, seat), 'done', session.say(`seat-choice.${choice}`), session.clock.now()),
  });
};

/** Hides the number again. */
export const mask = (session: SeatSession): void =>
  session.store.update((model) => (model.reveal ? { ...model, reveal: undefined } : model));

/** Brings a call and its ticket up to date, without a word when the hub is away. */
export const refreshCall = async (session: SeatSession, id: string): Promise<boolean> => {
  const reply = await session.client?.call('calls.show', { params: { id } }).catch(() => undefined);
  if (!reply) return false;
  session.store.update((model) => applyCallAndTicket(model, reply.call, reply.ticket));
  return true;
};

/** Loads what happened to a ticket. */
export const loadHistory = async (session: SeatSession, number: string): Promise<void> => {
  if (session.store.get().histories.has(number)) return;
  const reply = await session.client?.call('tickets.show', { params: { number } }).catch(() => undefined);
  if (reply) session.store.update((model) => applyHistory(model, number, reply.history));
  else session.notice('away', session.say('away.history'));
};

const goodbyeMs = 1500;

/** Who leaves takes no more calls. Does not wait long for a hub that is away. */
export const goOffline = async (session: SeatSession): Promise<void> => {
  const { seat } = session.store.get();
  if (!session.client || !seat || seat.declared === 'offline') return;
  await session.client
    .call('seat.change', { body: { state: 'offline' }, signal: AbortSignal.timeout(goodbyeMs) })
    .catch(() => undefined);
};
