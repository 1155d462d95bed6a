import type { ParsedQuery } from '../../contract/routes.ts';
import type { ReadHandlers } from '../services.ts';
import { findUser } from '../store/records.ts';
import type { Db } from '../store/schema.ts';
import { eventView } from '../views/views.ts';

const kinds = ['identity', 'query'] as const;

/** The newest events of one kind that a question fits: by its own index, which a question for both at once would not use. */
const eventsOf = (db: Db, kind: (typeof kinds)[number], query: ParsedQuery<'accounts.log'>, expert?: string) => {
  let rows = db.selectFrom('events').selectAll().where('kind', '=', kind);
  if (expert !== undefined) {
    // An alert is the system's own, about an expert.
    rows = rows.where(({ or, eb }) => or([eb('actor', '=', expert), eb('data', 'like', `%"expert":"${expert}"%`)]));
  }
  if (query.call) rows = rows.where('call', '=', query.call);
  if (query.operation) rows = rows.where('data', 'like', `%"operation":"${query.operation}"%`);
  if (query.alerts) rows = rows.where('type', '=', 'query.alerted');
  if (query.since) rows = rows.where('at', '>=', Date.parse(query.since));
  if (query.until) rows = rows.where('at', '<', Date.parse(query.until));
  if (query.after !== undefined) rows = rows.where('seq', '<', query.after);
  return rows
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .execute();
};

export const accountLog: ReadHandlers<'accounts.log'> = {
  'accounts.log': async ({ db, query, services }) => {
    const expert = query.expert === undefined ? undefined : (await findUser(db, query.expert)).id;
    const found = (await Promise.all(kinds.map((kind) => eventsOf(db, kind, query, expert))))
      .flat()
      .sort((a, b) => b.seq - a.seq);
    const page = found.slice(0, query.limit);
    await services.names.load(
      db,
      page.map(({ actor }) => actor),
    );
    const next = found.length > query.limit ? page.at(-1)?.seq : undefined;
    return { events: page.map((row) => eventView(row, services.names)), ...(next && { next: String(next) }) };
  },
};
