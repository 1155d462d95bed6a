import type { LiveMessage } from '../../client/live-stream.ts';
import type { EventView } from '../../contract/shapes/audit.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { CorrectionView } from '../../contract/shapes/knowledge.ts';
import type { SeatView } from '../../contract/shapes/seat.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import { finalStates } from '../../domain/call/call.ts';
import type { Settings } from '../../domain/settings.ts';
import { forgetLeft } from './accounts/forget.ts';
import { applyIdentity } from './accounts/identity.ts';
import type { SeatModel } from './model.ts';
import { myCalls, waitingCalls } from './selectors.ts';
import { isOwnCall, seesAllTickets } from './tickets/listed.ts';
import { keepTicket } from './tickets/rows.ts';
import { withSharedParts } from './tickets/shared-parts.ts';
import { keepAllOrders } from './tickets/ticket-order.ts';

/** Calls that are over and done that are remembered before the oldest are forgotten. */
const rememberedCalls = 50;

/** What the hub said at one moment, all of it later than event `seq`. */
export interface Snapshot {
  readonly seq: number;
  readonly me: UserView;
  readonly seat: SeatView;
  readonly settings: Settings;
  readonly calls: readonly CallView[];
  /** The newest of the list's tickets, and where the older ones begin when there are more. */
  readonly tickets: readonly TicketView[];
  readonly olderTickets?: string | undefined;
}

/** Keeps the cursor of the queue on its call; when that call is gone, on the one that now has its place. */
const keepSelection = (before: SeatModel, after: SeatModel): SeatModel => {
  const now = waitingCalls(after);
  if (after.queueAt !== undefined && now.some(({ id }) => id === after.queueAt)) return after;
  const place = waitingCalls(before).findIndex(({ id }) => id === before.queueAt);
  const queueAt = now[Math.min(Math.max(place, 0), now.length - 1)]?.id;
  return queueAt === after.queueAt ? after : { ...after, queueAt };
};

/** The call screen has something of mine to show, but never changes under the hands of who is writing there. */
const keepCall = (model: SeatModel): SeatModel => {
  if (model.screen === 'call' && model.callAt !== undefined) return model;
  if (model.callAt !== undefined && model.calls.get(model.callAt)?.seat?.id === model.me?.id) return model;
  const callAt = myCalls(model)[0]?.id ?? model.callAt;
  return callAt === model.callAt ? model : { ...model, callAt };
};

const settle = (before: SeatModel, after: SeatModel): SeatModel =>
  after === before ? before : forgetLeft(keepCall(keepTicket(before, keepSelection(before, after))));

/** A call whose ticket is still to be done, or that is on the screen, is not forgotten. */
const forgetOldest = (calls: Map<string, CallView>, { tickets, callAt }: SeatModel): void => {
  if (calls.size <= rememberedCalls * 2) return;
  const done = [...calls.values()].filter(
    ({ id, state, ticket }) => finalStates.includes(state) && id !== callAt && tickets.get(ticket)?.state !== 'open',
  );
  done.sort((a, b) => a.revision - b.revision);
  for (const { id } of done.slice(0, Math.max(0, done.length - rememberedCalls))) calls.delete(id);
};

/** Older news than what is known changes nothing. */
const putCalls = (model: SeatModel, told: readonly CallView[]): SeatModel => {
  const news = told.filter(
    ({ id, revision }) => revision > (model.calls.get(id)?.revision ?? Number.NEGATIVE_INFINITY),
  );
  if (news.length === 0) return model;
  const calls = new Map(model.calls);
  for (const call of news) calls.set(call.id, call);
  forgetOldest(calls, model);
  const hidden = news.some(({ id, seat }) => id === model.reveal?.call && seat?.id !== model.me?.id);
  return dropGone({ ...model, calls, ...(hidden && { reveal: undefined }) }, news);
};

/**
 * Whether a call has gone for good, so that its ticket is work of this seat no more: it was given back or moved from here, or was taken
 * away and nothing is written about it. What is written is still to meet what becomes of the ticket elsewhere.
 */
const hasGone = (model: SeatModel, call: CallView): boolean => {
  if (isOwnCall(model, call)) return false;
  const waiting = model.outbox.filter(({ subject }) => subject === call.id);
  if (call.state === 'returned' || waiting.some(({ route }) => route === 'calls.move')) return true;
  return waiting.length === 0 && (model.drafts.get(call.id)?.text ?? '').trim() === '';
};

/** Tickets of calls that have gone are not listed any more, as the hub does not list them at the next reload. */
const dropGone = (model: SeatModel, told: readonly CallView[]): SeatModel => {
  if (seesAllTickets(model.me)) return model;
  const gone = told.filter(({ id, ticket }) => {
    const known = model.tickets.get(ticket);
    return known && known.handledBy?.id !== model.me?.id && hasGone(model, model.calls.get(id)!);
  });
  return gone.length === 0 ? model : { ...model, tickets: model.tickets.without(gone.map(({ ticket }) => ticket)) };
};

const putCall = (model: SeatModel, call: CallView): SeatModel => putCalls(model, [call]);

const isMine = (model: SeatModel, ticket: TicketView): boolean =>
  seesAllTickets(model.me) ||
  model.tickets.has(ticket.number) ||
  (model.me !== undefined && ticket.handledBy?.id === model.me.id) ||
  isOwnCall(model, model.calls.get(ticket.call));

const putTicket = (model: SeatModel, ticket: TicketView): SeatModel => {
  const known = model.tickets.get(ticket.number);
  if ((known && known.revision >= ticket.revision) || !isMine(model, ticket)) return model;
  const tickets = model.tickets.with(withSharedParts(ticket));
  keepAllOrders(tickets);
  return { ...model, tickets };
};

const putSeat = (model: SeatModel, seat: SeatView): SeatModel =>
  seat.id !== model.me?.id || (model.seat && model.seat.revision > seat.revision) ? model : { ...model, seat };

/** Of the corrections that a hub tells of, only the own ones; an editor hears of all. */
const putCorrection = (model: SeatModel, correction: CorrectionView): SeatModel => {
  const known = model.corrections.get(correction.id);
  if (correction.filedBy.id !== model.me?.id || (known && known.revision >= correction.revision)) return model;
  return { ...model, corrections: new Map(model.corrections).set(correction.id, correction) };
};

export const applyCorrections = (model: SeatModel, corrections: readonly CorrectionView[]): SeatModel =>
  corrections.reduce(putCorrection, model);

/** A history that is on screen grows with what happens. */
const putEvent = (model: SeatModel, event: EventView): SeatModel => {
  const history = event.ticket === null ? undefined : model.histories.get(event.ticket);
  if (!history || history.some(({ seq }) => seq >= event.seq)) return model;
  return { ...model, histories: new Map(model.histories).set(event.ticket!, [...history, event]) };
};

/** A call as a reply or an event tells it. Older news than what is known changes nothing. */
export const applyCall = (model: SeatModel, call: CallView): SeatModel => settle(model, putCall(model, call));
export const applySeat = (model: SeatModel, seat: SeatView): SeatModel => putSeat(model, seat);

/** A call of mine with its ticket. */
export const applyCallAndTicket = (model: SeatModel, call: CallView, ticket: TicketView): SeatModel =>
  settle(model, putTicket(putCall(model, call), ticket));

export const applyTicket = (model: SeatModel, ticket: TicketView): SeatModel => settle(model, putTicket(model, ticket));

export const applyHistory = (model: SeatModel, number: string, history: readonly EventView[]): SeatModel => ({
  ...model,
  histories: new Map(model.histories).set(number, history),
});

/** Tickets of the list as the hub lists them. */
const withTickets = (model: SeatModel, listed: readonly TicketView[]): SeatModel => {
  const news = listed.filter(({ number, revision }) => {
    const known = model.tickets.get(number);
    return !known || known.revision < revision;
  });
  return { ...model, tickets: model.tickets.withAll(news.map(withSharedParts)) };
};

/** All was listed as it stood after event `seq`: what was not, and did not come live since, is not in the list any more. */
const onlyListed = (
  model: SeatModel,
  listed: ReadonlySet<string>,
  seq: number,
  reading: SeatModel['ticketList']['reading'],
): SeatModel => {
  const gone = model.tickets.size > listed.size;
  const stays = ({ number, revision }: TicketView): boolean => listed.has(number) || revision > seq;
  return {
    ...model,
    ...(gone && { tickets: model.tickets.only(stays) }),
    ticketList: { ...model.ticketList, reading },
  };
};

/** Older tickets of the list, page by page. */
export const applyTickets = (model: SeatModel, listed: readonly TicketView[]): SeatModel => {
  const next = { ...withTickets(model, listed), ticketList: { ...model.ticketList, reading: 'reading' as const } };
  keepAllOrders(next.tickets);
  return next;
};

/** The last of them has come. */
export const applyListed = (
  model: SeatModel,
  listed: ReadonlySet<string>,
  seq: number,
  reading: 'done' | 'most',
): SeatModel => settle(model, onlyListed(model, listed, seq, reading));

/** Everything anew. What came live since event `seq` is newer and stays. */
export const applySnapshot = (model: SeatModel, snapshot: Snapshot): SeatModel => {
  const { me, settings } = snapshot;
  const calls = new Map([...model.calls].filter(([, { revision }]) => revision > snapshot.seq));
  // Another person's tickets go at once; the own ones stay in sight until it is known which are left.
  const known = model.me?.id === me.id ? model.tickets : model.tickets.only(() => false);
  let next: SeatModel = { ...model, me, settings, calls, tickets: known, histories: new Map(), loaded: true };
  next = putCalls(next, snapshot.calls);
  next = withTickets(next, snapshot.tickets);
  if (snapshot.olderTickets === undefined) {
    next = onlyListed(next, new Set(snapshot.tickets.map(({ number }) => number)), snapshot.seq, 'done');
  }
  // An ended call on screen is in no list; it stays as it was, for its draft.
  const shown = model.callAt === undefined ? undefined : model.calls.get(model.callAt);
  if (shown) next = putCall(next, shown);
  return settle(model, putSeat(next, snapshot.seat));
};

/** A message of the live stream. `now` is our clock. */
export const applyLive = (model: SeatModel, message: LiveMessage, now: number): SeatModel => {
  switch (message.kind) {
    case 'connected':
      return { ...model, connection: { state: 'connected' } };
    case 'disconnected': {
      const since = model.connection.state === 'away' ? model.connection.since : now;
      return { ...model, connection: { state: 'away', since, retryAt: now + message.retryMs } };
    }
    case 'paper':
      return model;
    case 'hello':
    case 'reset':
      return { ...model, clockOffset: Date.parse(message.now) - now };
    case 'line': {
      const { callView, ticketView, seatView, correctionView, identityView, knowledge: _, ...event } = message.event;
      let next = model;
      if (callView) next = putCall(next, callView);
      if (ticketView) next = putTicket(next, ticketView);
      if (seatView) next = putSeat(next, seatView);
      if (correctionView) next = putCorrection(next, correctionView);
      if (identityView) next = applyIdentity(next, identityView);
      return settle(model, putEvent(next, event));
    }
  }
};
