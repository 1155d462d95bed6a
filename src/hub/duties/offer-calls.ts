import { offer } from '../../domain/call/call-rules.ts';
import { distribute, type IdleSeat } from '../../domain/seat/distribution.ts';
import { waitingFor } from '../queue.ts';
import { findCall } from '../store/records.ts';
import { saveCall } from '../store/save.ts';
import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

/** Ready seats whose person is present and that have no call, with since when. */
const idleSeats = async (db: Db, now: number): Promise<IdleSeat[]> => {
  const rows = await db
    .selectFrom('seats')
    .innerJoin('presence', 'presence.seat', 'seats.id')
    .innerJoin('users', 'users.id', 'seats.id')
    .select(['seats.id', 'seats.since', 'users.skills'])
    .select(({ selectFrom }) =>
      selectFrom('calls')
        .select(({ fn }) => fn.max('ended_at').as('last'))
        .whereRef('calls.seat', '=', 'seats.id')
        .as('last'),
    )
    .where('seats.declared', '=', 'ready')
    .where('presence.until', '>', now)
    .where('users.disabled', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('calls')
            .select('id')
            .whereRef('calls.seat', '=', 'seats.id')
            .where('calls.state', 'in', ['offered', 'active', 'held', 'wrap-up']),
        ),
      ),
    )
    .execute();
  return rows.map(({ id, since, skills, last }) => ({
    id,
    skills: JSON.parse(skills),
    idleSince: Math.max(since, last ?? 0),
  }));
};

/** Push: each waiting call rings at the longest-idle ready seat that can take it. */
export const offerCalls: Duty = {
  due: async (db, now, settings) => {
    if (settings.distribution !== 'push') return false;
    const seats = await idleSeats(db, now);
    return seats.length > 0 && distribute(await waitingFor(db, [], settings, 200), seats).length > 0;
  },
  run: async (work, settings) => {
    const seats = await idleSeats(work.db, work.now);
    for (const { call, seat } of distribute(await waitingFor(work.db, [], settings, 200), seats)) {
      const offered = offer(await findCall(work.db, call), seat, work.now);
      await saveCall(work, offered, { type: 'call.offered', actor: 'system', data: { seat } });
    }
  },
};
