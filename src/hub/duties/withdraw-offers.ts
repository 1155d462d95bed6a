import type { Settings } from '../../domain/settings.ts';
import { declareSeat, withdraw } from '../seats.ts';
import { callRow } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

const overdue = (db: Db, now: number, settings: Settings) =>
  db
    .selectFrom('calls')
    .selectAll()
    .where('state', '=', 'offered')
    .where('state_since', '<=', now - settings.offerSeconds * 1000)
    .execute();

/** An offer that nobody took goes to the next seat; the seat that let it ring goes not-ready. */
export const withdrawOffers: Duty = {
  due: async (db, now, settings) => (await overdue(db, now, settings)).length > 0,
  run: async (work, settings) => {
    for (const row of await overdue(work.db, work.now, settings)) {
      const call = callRow.fromRow(row);
      await withdraw(work, call, 'system');
      await declareSeat(work, call.seat!, { declared: 'not-ready', reason: 'missed-offer' }, 'system');
    }
  },
};
