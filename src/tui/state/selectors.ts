import type { CallView } from '../../contract/shapes/call.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import { seatedStates } from '../../domain/call/call.ts';
import { compareQueued, type Queued } from '../../domain/call/queue-order.ts';
import { type SeatState, seatState } from '../../domain/seat/seat.ts';
import { coversDomain } from '../../domain/user/user.ts';
import { keptPart } from './list/kept-part.ts';
import type { SeatModel } from './model.ts';

/** Remembers the last answer for as long as the parts it rests on are the same. */
export const remembered = <T>(parts: (model: SeatModel) => readonly unknown[], make: (model: SeatModel) => T) => {
  let last: SeatModel | undefined;
  let known: readonly unknown[] | undefined;
  let answer: T;
  return (model: SeatModel): T => {
    if (model === last) return answer;
    last = model;
    const now = parts(model);
    if (!known || now.some((part, index) => !Object.is(part, known![index]))) {
      answer = make(model);
      known = now;
    }
    return answer;
  };
};

/** Reading a moment takes longer than all else about a call, so it is done once for each. */
const queuedCalls = new WeakMap<CallView, Queued>();
const queued = (call: CallView): Queued => {
  const known = queuedCalls.get(call);
  if (known) return known;
  const fresh = { ...call, queuedAt: Date.parse(call.queuedAt) };
  queuedCalls.set(call, fresh);
  return fresh;
};

/** The queue by the rules as they are now. */
const queueOf = remembered(
  ({ me, settings }) => [me, settings],
  ({ me, settings }) => {
    const order = compareQueued(settings.urgentHeadStartSeconds);
    const skills = me?.skills ?? [];
    return keptPart<CallView>(
      (call) => call.state === 'waiting' && coversDomain(skills, call.domain),
      (a, b) => order(queued(a), queued(b)),
    );
  },
);

/** What waits for this seat, in the order of the rules. */
export const waitingCalls = remembered(
  ({ calls, me, settings }) => [calls, me, settings],
  (model): readonly CallView[] => queueOf(model)(model.calls),
);

/** Since when the call waits that waits longest; nothing when none does. Milliseconds since 1970. */
export const longestWaitSince = remembered(
  (model) => [waitingCalls(model)],
  (model): number | undefined => {
    let since: number | undefined;
    for (const call of waitingCalls(model)) since = Math.min(since ?? queued(call).queuedAt, queued(call).queuedAt);
    return since;
  },
);

/** The list that was given before for as long as the same stand in it. */
const kept = <T>(make: (model: SeatModel) => readonly T[]): ((model: SeatModel) => readonly T[]) => {
  let list: readonly T[] = [];
  return (model) => {
    const now = make(model);
    if (now.length !== list.length || now.some((item, index) => item !== list[index])) list = now;
    return list;
  };
};

const seatedOrder: readonly string[] = ['active', 'held', 'wrap-up'];

/** Calls at this seat: the conversation, then what is held, then what is being written up; longest first. */
export const myCalls = remembered(
  ({ calls, me }) => [calls, me],
  kept(({ calls, me }): readonly CallView[] =>
    [...calls.values()]
      .filter((call) => call.seat !== null && call.seat.id === me?.id && seatedStates.includes(call.state))
      .sort(
        (a, b) =>
          seatedOrder.indexOf(a.state) - seatedOrder.indexOf(b.state) ||
          Date.parse(a.stateSince) - Date.parse(b.stateSince),
      ),
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

/** When the last of the own calls left this seat, as far as it is remembered; nothing for none. Milliseconds since 1970. */
const lastCallOver = ({ calls, me }: SeatModel): number => {
  let last = 0;
  for (const { seat, endedAt } of calls.values())
    if (endedAt !== null && seat !== null && seat.id === me?.id) last = Math.max(last, Date.parse(endedAt));
  return last;
};

/** The seat as the line sees it, and since when: who is ready again after a call is so since that call, not since they came. */
export const seatNow = remembered(
  ({ seat, calls, me }) => [seat, calls, me],
  (model): { state: SeatState; since: number } | undefined => {
    const { seat } = model;
    if (!seat) return undefined;
    const state = seatState(seat, myCalls(model));
    const call = myCalls(model)[0];
    const busy = (state === 'on-call' || state === 'wrap-up') && call;
    return { state, since: busy ? Date.parse(call.stateSince) : Math.max(Date.parse(seat.since), lastCallOver(model)) };
  },
);

/** What of the line matters where no queue is shown: the own calls, and the one on screen. */
const callsHere = (model: SeatModel): readonly unknown[] => [myCalls(model), shownCall(model), ringingCall(model)];

/** The model as it was when anything but what is being written or said changed last: panels that show no draft need not follow every key. */
export const apartFromWriting = remembered(
  (model) => {
    const { drafts: _drafts, forms: _forms, lookups: _lookups, talk: _talk, ...rest } = model;
    return Object.values(rest);
  },
  (model): SeatModel => model,
);

/** The same also apart from other people's calls: the call screen need not follow the queue. */
export const apartFromQueue = remembered(
  (model) => {
    const { drafts: _drafts, forms: _forms, lookups: _lookups, talk: _talk, calls: _calls, ...rest } = model;
    return [...callsHere(model), ...Object.values(rest)];
  },
  (model): SeatModel => model,
);

/** For the answer: the queue may change, and so may what is searched for. */
export const answerMatters = remembered(
  (model) => {
    const { forms: _forms, lookups: _lookups, talk: _talk, calls: _calls, ...rest } = model;
    return [...callsHere(model), ...Object.values(rest)];
  },
  (model): SeatModel => model,
);

/** For a search: the queue may change, and so may what is written. */
export const searchMatters = remembered(
  (model) => {
    const { drafts: _drafts, forms: _forms, talk: _talk, calls: _calls, ...rest } = model;
    return [...callsHere(model), ...Object.values(rest)];
  },
  (model): SeatModel => model,
);
