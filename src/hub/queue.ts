import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../domain/call/call.ts';
import type { Settings } from '../domain/settings.ts';
import { callRow, type Stored } from './store/rows.ts';
import type { Db } from './store/schema.ts';

/** The queue's order (domain/call/queue-order) as a list of SQL expressions, all ascending. */
export const queueOrder = (settings: Settings): RawBuilder<unknown> => {
  const headStart = sql.lit(settings.urgentHeadStartSeconds * 1000);
  return sql`1 - front, queued_at - (case priority when 'urgent' then ${headStart} else 0 end), queued_at, id`;
};

/** Waiting calls that these skills cover (none: every domain), in queue order. */
export const waitingFor = async (
  db: Db,
  skills: readonly string[],
  settings: Settings,
  limit: number,
): Promise<Stored<Call>[]> => {
  let rows = db.selectFrom('calls').selectAll().where('state', '=', 'waiting');
  if (skills.length > 0) rows = rows.where('domain', 'in', [...skills]);
  const found = await rows.orderBy(queueOrder(settings)).limit(limit).execute();
  return found.map((row) => ({ ...callRow.fromRow(row), revision: row.revision }));
};
