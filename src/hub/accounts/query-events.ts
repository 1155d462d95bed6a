import { v7 as uuid } from 'uuid';
import { type QueryCounts, unusual } from '../../domain/account/query-alert.ts';
import type { Json } from '../../domain/audit/canonical-json.ts';
import { rowDigest } from '../../domain/audit/chain.ts';
import type { EventType } from '../../domain/audit/event-type.ts';
import { currentSettings } from '../store/records.ts';
import type { Work } from '../store/work.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** No row stands behind a query. */
const noRow = rowDigest({});

/** One look into accounts, as it is told in the chain: never with what was seen. */
export interface QueryHappening {
  id: string;
  type: Extract<EventType, `query.${string}`>;
  /** Who asked. */
  user: string;
  call: string | null;
  ticket: string | null;
  data: Record<string, Json>;
}

/** What one user asked lately. Failed checks of identity count as refused: so do people fish. A record that is not there is no fault. */
const countQueries = async (work: Work, user: string): Promise<QueryCounts> => {
  const rows = await work.db
    .selectFrom('events')
    .select(['at', 'kind', 'type', 'data'])
    .where('kind', 'in', ['identity', 'query'])
    .where('actor', '=', user)
    .where('at', '>', work.now - dayMs)
    .execute();
  const day = rows.map((row) => ({ ...row, data: JSON.parse(row.data) as { person?: string; code?: string } }));
  const hour = day.filter(({ at }) => at > work.now - hourMs);
  const persons = (of: typeof day): number => new Set(of.flatMap(({ data }) => data.person ?? [])).size;
  return {
    queries: hour.filter(({ kind }) => kind === 'query').length,
    persons: persons(hour),
    personsADay: persons(day),
    refused: hour.filter(
      ({ type, data }) => type === 'identity.failed' || (type === 'query.refused' && data.code !== 'not_found'),
    ).length,
  };
};

/** How often each kind of unusual asking of a user was told within the last day, or the last hour. */
const alertsOf = async (work: Work, user: string): Promise<Map<string, number>> => {
  const rows = await work.db
    .selectFrom('events')
    .select(['at', 'data'])
    .where('kind', 'in', ['identity', 'query'])
    .where('actor', '=', 'system')
    .where('at', '>', work.now - dayMs)
    .where('type', '=', 'query.alerted')
    .execute();
  const told = new Map<string, number>();
  for (const { at, data } of rows) {
    const { expert, what } = JSON.parse(data) as { expert: string; what: string };
    const lately = what === 'personsADay' || at > work.now - hourMs;
    if (expert === user && lately) told.set(what, (told.get(what) ?? 0) + 1);
  }
  return told;
};

/** Tells the supervisors of an expert who asks unusually much, and again each time that it has doubled. */
export const alertUnusual = async (
  work: Work,
  { user, call, ticket }: Pick<QueryHappening, 'user' | 'call' | 'ticket'>,
): Promise<void> => {
  const { queryAlert } = await currentSettings(work.db);
  const counts = await countQueries(work, user);
  if (unusual(counts, queryAlert, new Map()).length === 0) return;
  const { name } = await work.db.selectFrom('users').select('name').where('id', '=', user).executeTakeFirstOrThrow();
  for (const { what, count } of unusual(counts, queryAlert, await alertsOf(work, user))) {
    await work.append({
      type: 'query.alerted',
      actor: 'system',
      kind: 'query',
      subject: uuid(),
      call,
      ticket,
      data: { expert: user, name, what, count },
      state: noRow,
    });
  }
};

/** Puts a query into the chain, and an alert behind it when it was one too many. */
export const appendQuery = async (work: Work, happening: QueryHappening): Promise<void> => {
  const { id, type, user, call, ticket, data } = happening;
  await work.append({ type, actor: user, kind: 'query', subject: id, call, ticket, data, state: noRow });
  await alertUnusual(work, happening);
};
