import type { DeclaredState, NotReadyReason, Seat } from '../domain/seat/seat.ts';
import { findSeat } from './store/records.ts';
import type { Stored } from './store/rows.ts';
import { saveSeat } from './store/save.ts';
import type { Work } from './store/work.ts';

/** A seat that nobody has declared anything about. */
export const unknownSeat = (id: string, now: number): Stored<Seat> => ({
  id,
  declared: 'offline',
  reason: null,
  since: now,
  revision: 0,
});

interface Declaration {
  declared: DeclaredState;
  reason: NotReadyReason | null;
}

/** Declares a seat's state, by its person or by the hub; the same again changes nothing. */
export const declareSeat = async (
  work: Work,
  id: string,
  declaration: Declaration,
  actor: string,
): Promise<Stored<Seat>> => {
  const seat = (await findSeat(work.db, id)) ?? unknownSeat(id, work.now);
  if (seat.revision > 0 && seat.declared === declaration.declared && seat.reason === declaration.reason) return seat;
  const { revision: _, ...record } = seat;
  const changed = { ...record, ...declaration, since: work.now };
  return saveSeat(work, changed, { type: 'seat.changed', actor, data: { ...declaration } });
};
