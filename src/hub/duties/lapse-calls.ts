import { seatedStates } from '../../domain/call/call.ts';
import { lapse } from '../../domain/call/call-rules.ts';
import { dropLease } from '../leases.ts';
import { findCall } from '../store/records.ts';
import { saveCall } from '../store/save.ts';
import type { Duty } from './duty.ts';

/** What the next expert reads: the citizen has told it once already. */
const note = '上一坐席失去连接，来电已回到队首';

/** Calls whose seat gave no sign of life while their lease ran go back to the front of their queue. */
export const lapseCalls: Duty = {
  due: async (db, now) =>
    (await db.selectFrom('leases').select('call').where('until', '<=', now).limit(1).execute()).length > 0,
  run: async (work) => {
    const over = await work.db.selectFrom('leases').select('call').where('until', '<=', work.now).execute();
    for (const { call: id } of over) {
      await dropLease(work, id);
      const call = await findCall(work.db, id);
      if (!seatedStates.includes(call.state)) continue;
      const lapsed = lapse(call, note, work.now);
      const type = lapsed.state === 'ended' ? 'call.ended' : 'call.lapsed';
      await saveCall(work, lapsed, { type, actor: 'system', data: { seat: call.seat } });
    }
  },
};
