import type { CallView } from '../../contract/shapes/call.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import { seatedStates } from '../../domain/call/call.ts';
import { compareQueued } from '../../domain/call/queue-order.ts';
import { type SeatState, seatState } from '../../domain/seat/seat.ts';
import { coversDomain } from '../../domain/user/user.ts';
import type { SeatModel } from './model.ts';

/** Remembers the last answer for as long as the parts it rests on are the same. */
const remembered = <T>(parts: (model: SeatModel) => readonly unknown[], make: (model: SeatModel) => T) => {
  let known: readonly unknown[] | undefined;
  let answer: T;
  return (model: SeatModel): T => {
    const now = parts(model);
    if (!known || now.some((part, index) => !Object.is(part, known![index]))) {
      answer = make(model);
      known = now;
    }
    return answer;
  };
};

/** What waits for this seat, in the order of the rules. */
export const waitingCalls = remembered(
  ({ calls, me, settings }) => [calls, me, settings],
  ({ calls, me, settings }): readonly CallView[] => {
    const order = compareQueued(settings.urgentHeadStartSeconds);
    return [...calls.values()]
      .filter((call) => call.state === 'waiting' && coversDomain(me?.skills ?? [], call.domain))
      .map((call) => ({ call, queued: { ...call, queuedAt: Date.parse(call.queuedAt) } }))
      .sort((a, b) => order(a.queued, b.queued))
      .map(({ call }) => call);
  },
);

const seatedOrder: readonly string[] = ['active', 'held', 'wrap-up'];

/** Calls at this seat: the conversation, then what is held, then what is being written up; longest first. */
export const myCalls = remembered(
  ({ calls, me }) => [calls, me],
  ({ calls, me }): readonly CallView[] =>
    [...calls.values()]
      .filter((call) => call.seat !== null && call.seat.id === me?.id && seatedStates.includes(call.state))
      .sort(
        (a, b) =>
          seatedOrder.indexOf(a.state) - seatedOrder.indexOf(b.state) ||
          Date.parse(a.stateSince) - Date.parse(b.stateSince),
      ),
);

export const activeCall = (model: SeatModel): CallView | undefined =>
  myCalls(model).find((call) => call.state === 'active');

/** The call that rings here. */
export const ringingCall = remembered(
  ({ calls, me }) => [calls, me],
  ({ calls, me }): CallView | undefined =>
    [...calls.values()].find((call) => call.state === 'offered' && call.seat?.id === me?.id),
);

export const selectedCall = (model: SeatModel): CallView | undefined =>
  model.queueAt === undefined ? undefined : model.calls.get(model.queueAt);

/** The call on the call screen. */
export const shownCall = (model: SeatModel): CallView | undefined =>
  model.callAt === undefined ? undefined : model.calls.get(model.callAt);

/** Its ticket. */
export const shownTicket = (model: SeatModel): TicketView | undefined => {
  const call = shownCall(model);
  return call && model.tickets.get(call.ticket);
};

/** Own tickets, open ones first, then newest. */
export const myTickets = remembered(
  ({ tickets }) => [tickets],
  ({ tickets }): readonly TicketView[] =>
    [...tickets.values()].sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        Date.parse(b.openedAt) - Date.parse(a.openedAt) ||
        (a.number < b.number ? 1 : -1),
    ),
);

/** The selected ticket: the first one until another is chosen. */
export const selectedTicket = (model: SeatModel): TicketView | undefined =>
  (model.ticketAt === undefined ? undefined : model.tickets.get(model.ticketAt)) ?? myTickets(model)[0];

/** The seat as the line sees it, and since when. */
export const seatNow = remembered(
  ({ seat, calls, me }) => [seat, calls, me],
  (model): { state: SeatState; since: string } | undefined => {
    const { seat } = model;
    if (!seat) return undefined;
    const state = seatState(seat, myCalls(model));
    const call = myCalls(model)[0];
    return { state, since: (state === 'on-call' || state === 'wrap-up') && call ? call.stateSince : seat.since };
  },
);

/** The model as it was when anything but what is being written changed last: panels that show no draft need not follow every key. */
export const apartFromWriting = remembered(
  (model) => {
    const { drafts: _drafts, forms: _forms, lookups: _lookups, ...rest } = model;
    return Object.values(rest);
  },
  (model): SeatModel => model,
);
