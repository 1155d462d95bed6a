import { sql } from 'kysely';
import type { ReadHandlers } from '../services.ts';
import { findUser } from '../store/records.ts';
import { eventView } from '../views/views.ts';

export const accountLog: ReadHandlers<'accounts.log'> = {
  'accounts.log': async ({ db, query, services }) => {
    // Word for word as the index says it, or it would not be used.
    let rows = db.selectFrom('events').selectAll().where(sql<boolean>`kind in ('identity', 'query')`);
    if (query.expert) {
      const { id: expert } = await findUser(db, query.expert);
      // An alert is the system's own, about an expert.
      rows = rows.where(({ or, eb }) => or([eb('actor', '=', expert), eb('data', 'like', `%"expert":"${expert}"%`)]));
    }
    if (query.call) rows = rows.where('call', '=', query.call);
    if (query.operation) rows = rows.where('data', 'like', `%"operation":"${query.operation}"%`);
    if (query.alerts) rows = rows.where('type', '=', 'query.alerted');
    if (query.since) rows = rows.where('at', '>=', Date.parse(query.since));
    if (query.until) rows = rows.where('at', '<', Date.parse(query.until));
    if (query.after !== undefined) rows = rows.where('seq', '<', query.after);
    const found = await rows
      .orderBy('seq', 'desc')
      .limit(query.limit + 1)
      .execute();
    const page = found.slice(0, query.limit);
    await services.names.load(
      db,
      page.map(({ actor }) => actor),
    );
    const next = found.length > query.limit ? page.at(-1)?.seq : undefined;
    return { events: page.map((row) => eventView(row, services.names)), ...(next && { next: String(next) }) };
  },
};
