import { coversDomain } from '../user/user.ts';

/** A ready seat without any call, as the distribution sees it. */
export interface IdleSeat {
  id: string;
  skills: readonly string[];
  /** Since when it could have had a call: when it was declared ready, or its last call ended. Milliseconds since 1970. */
  idleSince: number;
}

/**
 * Which waiting call rings at which seat: calls in queue order, each at the longest-idle seat whose skills cover it.
 * `calls` must be in queue order. A seat gets at most one.
 */
export const distribute = (
  calls: readonly { id: string; domain: string }[],
  seats: readonly IdleSeat[],
): { call: string; seat: string }[] => {
  const idle = [...seats].sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1));
  const offers: { call: string; seat: string }[] = [];
  for (const call of calls) {
    if (idle.length === 0) break;
    const at = idle.findIndex((seat) => coversDomain(seat.skills, call.domain));
    if (at >= 0) offers.push({ call: call.id, seat: idle.splice(at, 1)[0]!.id });
  }
  return offers;
};
