import type { Call } from '../call/call.ts';

/** What a person at a seat declares. On a call and wrap-up follow from the calls at the seat. */
export const declaredStates = ['offline', 'ready', 'not-ready'] as const;
export type DeclaredState = (typeof declaredStates)[number];

export const notReadyReasons = ['break', 'meal', 'training', 'meeting', 'missed-offer'] as const;
export type NotReadyReason = (typeof notReadyReasons)[number];

export const seatStates = ['offline', 'ready', 'not-ready', 'on-call', 'wrap-up'] as const;
export type SeatState = (typeof seatStates)[number];

/** One person's place at the line. Times are milliseconds since 1970. */
export interface Seat {
  /** The person's user id: one person, one seat. */
  id: string;
  declared: DeclaredState;
  reason: NotReadyReason | null;
  since: number;
}

/** The seat's state as the line sees it: an active or held call first, then wrap-up, then what was declared. */
export const seatState = (seat: Pick<Seat, 'declared'>, calls: readonly Pick<Call, 'state'>[]): SeatState => {
  if (calls.some((call) => call.state === 'active' || call.state === 'held')) return 'on-call';
  if (calls.some((call) => call.state === 'wrap-up')) return 'wrap-up';
  return seat.declared;
};
