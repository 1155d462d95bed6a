/** Where a call can be (DESIGN 5). */
export const callStates = [
  'waiting',
  'offered',
  'active',
  'held',
  'wrap-up',
  'ended',
  'returned',
  'abandoned',
] as const;
export type CallState = (typeof callStates)[number];

export const priorities = ['normal', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** States from which a call never moves again. */
export const finalStates: readonly CallState[] = ['ended', 'returned', 'abandoned'];
/** States in which a call is at a seat, under a lease. */
export const seatedStates: readonly CallState[] = ['active', 'held', 'wrap-up'];

/** Whether this seat has the call or had it last, which a call that only rings at it does not make true. */
export const hasOrHad = (call: Pick<Call, 'seat' | 'state'>, seat: string): boolean =>
  call.seat === seat && call.state !== 'offered';

/** States of a call whose seat is not, or is no longer, the one that has its matter to finish: it only rings there, or was given back. */
export const notOwnStates: readonly CallState[] = ['offered', 'returned'];

/** Why a note stands on a call: who must read it next. */
export type NoteKind = 'returned' | 'moved' | 'lapsed' | 'abandoned';

export interface CallNote {
  at: number;
  /** A user's id, or `system`. */
  by: string;
  kind: NoteKind;
  text: string;
}

/** One citizen's call, from the front line's hand-over to its end. Times are milliseconds since 1970. */
export interface Call {
  id: string;
  state: CallState;
  domain: string;
  topic: string | null;
  priority: Priority;
  phone: string;
  name: string;
  question: string;
  tried: string | null;
  /** Who handed it over, in the front line's own words (受理员101). */
  from: string | null;
  transferredBy: string;
  ticket: string;
  /** When it came; the wait is counted from here, also after a move to another domain. */
  queuedAt: number;
  /** Came back from a seat that was lost: goes before all that did not. */
  front: boolean;
  /** The seat that has it, is offered it, or had it last. */
  seat: string | null;
  stateSince: number;
  takenAt: number | null;
  endedAt: number | null;
  notes: CallNote[];
}
