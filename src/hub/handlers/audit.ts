import { verify } from '../audit/verify.ts';
import type { ReadHandlers } from '../services.ts';
import { linkView } from '../views/views.ts';

export const auditReads: ReadHandlers<'audit.list' | 'audit.verify'> = {
  'audit.list': async ({ db, query, services }) => {
    let rows = db.selectFrom('events').selectAll();
    if (query.type) rows = rows.where('type', '=', query.type);
    if (query.kind) rows = rows.where('kind', '=', query.kind);
    if (query.subject) rows = rows.where('subject', '=', query.subject);
    if (query.actor) rows = rows.where('actor', '=', query.actor);
    if (query.ticket) rows = rows.where('ticket', '=', query.ticket);
    if (query.since) rows = rows.where('at', '>=', Date.parse(query.since));
    if (query.until) rows = rows.where('at', '<', Date.parse(query.until));
    const newest = query.order === 'newest';
    if (query.after !== undefined) rows = rows.where('seq', newest ? '<' : '>', query.after);
    const found = await rows
      .orderBy('seq', newest ? 'desc' : 'asc')
      .limit(query.limit + 1)
      .execute();
    const page = found.slice(0, query.limit);
    await services.names.load(
      db,
      page.map(({ actor }) => actor),
    );
    const next = found.length > query.limit ? page.at(-1)?.seq : undefined;
    return { events: page.map((row) => linkView(row, services.names)), ...(next && { next: String(next) }) };
  },

  'audit.verify': ({ services }) => services.engine.snapshot(verify),
};
