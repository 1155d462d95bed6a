import type { Clock } from './clock.ts';
import type { SeatModel } from './model.ts';
import { activeCall, ringingCall, waitingCalls } from './selectors.ts';

/** Calls that come in a rush ring once. */
const quietMs = 5000;

const isFree = (model: SeatModel): boolean => model.seat?.declared === 'ready' && !activeCall(model);

/** Whether something came that this seat should hear of: a call that rings here, or one that waits while the seat is ready and free. */
export const calls = (before: SeatModel, after: SeatModel): boolean => {
  const ringing = ringingCall(after);
  if (ringing && ringingCall(before)?.id !== ringing.id) return true;
  if (!isFree(after) || waitingCalls(before) === waitingCalls(after)) return false;
  const known = new Set(waitingCalls(before).map(({ id }) => id));
  return waitingCalls(after).some(({ id }) => !known.has(id));
};

/** Rings when there is a reason, and not again within a few seconds. */
export const createBell = (clock: Clock, ring: () => void): ((before: SeatModel, after: SeatModel) => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return (before, after) => {
    if (!calls(before, after) || clock.now() - last < quietMs) return;
    last = clock.now();
    ring();
  };
};
