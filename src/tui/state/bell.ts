import type { CallView } from '../../contract/shapes/call.ts';
import type { Clock } from './clock.ts';
import type { SeatModel } from './model.ts';
import { activeCall, ringingCall, waitingCalls } from './selectors.ts';

/** How a person who looks elsewhere is told. */
export interface Attention {
  /** A call has come that this seat should hear of. */
  call(call: CallView): void;
  /** The last reminder before something runs out; a citizen speaks while the person looks at something else. */
  reminder(): void;
}

/** Calls that come in a rush ring once. */
const quietMs = 5000;

const isFree = (model: SeatModel): boolean => model.seat?.declared === 'ready' && !activeCall(model);

/** What came that this seat should hear of: a call that rings here, or one that waits while the seat is ready and free. */
export const newCall = (before: SeatModel, after: SeatModel): CallView | undefined => {
  const ringing = ringingCall(after);
  if (ringing && ringingCall(before)?.id !== ringing.id) return ringing;
  if (!isFree(after) || waitingCalls(before) === waitingCalls(after)) return undefined;
  const known = new Set(waitingCalls(before).map(({ id }) => id));
  return waitingCalls(after).find(({ id }) => !known.has(id));
};

/** Rings when there is a reason, and not again within a few seconds. */
export const createBell = (
  clock: Clock,
  ring: (call: CallView) => void,
): ((before: SeatModel, after: SeatModel) => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return (before, after) => {
    const call = newCall(before, after);
    if (!call || clock.now() - last < quietMs) return;
    last = clock.now();
    ring(call);
  };
};
