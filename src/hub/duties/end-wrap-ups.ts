import { finish } from '../../domain/call/call-rules.ts';
import type { Settings } from '../../domain/settings.ts';
import { dropLease } from '../leases.ts';
import { callRow } from '../store/rows.ts';
import { saveCall } from '../store/save.ts';
import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

const overdue = (db: Db, now: number, settings: Settings) =>
  db
    .selectFrom('calls')
    .selectAll()
    .where('state', '=', 'wrap-up')
    .where('state_since', '<=', now - settings.wrapUpSeconds * 1000)
    .execute();

/** The time to write up is over: the call ends, its ticket stays open with the expert. */
export const endWrapUps: Duty = {
  due: async (db, now, settings) => (await overdue(db, now, settings)).length > 0,
  run: async (work, settings) => {
    for (const row of await overdue(work.db, work.now, settings)) {
      const call = finish(callRow.fromRow(row), work.now);
      await saveCall(work, call, { type: 'call.ended', actor: 'system', data: { by: 'wrap-up-limit' } });
      await dropLease(work, call.id);
    }
  },
};
