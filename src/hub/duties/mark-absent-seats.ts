import { declareSeat } from '../seats.ts';
import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

const absent = (db: Db, now: number) =>
  db
    .selectFrom('presence')
    .innerJoin('seats', 'seats.id', 'presence.seat')
    .select('presence.seat')
    .where('presence.until', '<=', now)
    .where('seats.declared', '!=', 'offline')
    .execute();

/** A seat whose screen is gone is offline, so that no call rings at it. */
export const markAbsentSeats: Duty = {
  due: async (db, now) => (await absent(db, now)).length > 0,
  run: async (work) => {
    for (const { seat } of await absent(work.db, work.now)) {
      await declareSeat(work, seat, { declared: 'offline', reason: null }, 'system');
    }
  },
};
