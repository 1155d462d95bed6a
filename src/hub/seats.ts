import type { Call } from '../domain/call/call.ts';
import { withdrawOffer } from '../domain/call/call-rules.ts';
import type { DeclaredState, NotReadyReason, Seat } from '../domain/seat/seat.ts';
import { callsAtSeat, findSeat } from './store/records.ts';
import type { Stored } from './store/rows.ts';
import { saveCall, saveSeat } from './store/save.ts';
import type { Work } from './store/work.ts';

/** A seat that nobody has declared anything about. */
export const unknownSeat = (id: string, now: number): Stored<Seat> => ({
  id,
  declared: 'offline',
  reason: null,
  since: now,
  revision: 0,
});

/** A call that rings at a seat rings there no longer: the seat did not take it in time, or will not take it. */
export const withdraw = async (work: Work, call: Call, actor: string): Promise<Stored<Call>> => {
  const type = actor === 'system' ? 'call.offer-lapsed' : 'call.declined';
  return saveCall(work, withdrawOffer(call, work.now), { type, actor, data: { seat: call.seat } });
};

interface Declaration {
  declared: DeclaredState;
  reason: NotReadyReason | null;
}

/** Declares a seat's state, by its person or by the hub; the same again changes nothing. Only at a ready seat may a call ring. */
export const declareSeat = async (
  work: Work,
  id: string,
  declaration: Declaration,
  actor: string,
): Promise<Stored<Seat>> => {
  const seat = (await findSeat(work.db, id)) ?? unknownSeat(id, work.now);
  if (seat.revision > 0 && seat.declared === declaration.declared && seat.reason === declaration.reason) return seat;
  if (declaration.declared !== 'ready') {
    for (const call of await callsAtSeat(work.db, id)) if (call.state === 'offered') await withdraw(work, call, actor);
  }
  const { revision: _, ...record } = seat;
  const changed = { ...record, ...declaration, since: work.now };
  return saveSeat(work, changed, { type: 'seat.changed', actor, data: { ...declaration } });
};

/** A call that goes on elsewhere has no end at the seat that gave it away: as it is, that seat is so since now. */
export const anewSince = async (work: Work, id: string, actor: string): Promise<void> => {
  const seat = await findSeat(work.db, id);
  if (!seat) return;
  const { revision: _, ...record } = seat;
  const { declared, reason } = record;
  await saveSeat(work, { ...record, since: work.now }, { type: 'seat.changed', actor, data: { declared, reason } });
};
