import { v7 as uuid } from 'uuid';
import { type QueryCounts, unusual } from '../../domain/account/query-alert.ts';
import type { Json } from '../../domain/audit/canonical-json.ts';
import { rowDigest } from '../../domain/audit/chain.ts';
import type { EventType } from '../../domain/audit/event-type.ts';
import { currentSettings } from '../store/records.ts';
import type { Work } from '../store/work.ts';

const hourMs = 3_600_000;
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

/** What one user asked within the last hour. Failed checks of identity count as refused: so do people fish. */
const countQueries = async (work: Work, user: string): Promise<QueryCounts> => {
  const rows = await work.db
    .selectFrom('events')
    .select(['kind', 'type', 'data'])
    .where('kind', 'in', ['identity', 'query'])
    .where('actor', '=', user)
    .where('at', '>', work.now - hourMs)
    .execute();
  const persons = rows.map(({ data }) => (JSON.parse(data) as { person?: string }).person).filter(Boolean);
  return {
    queries: rows.filter(({ kind }) => kind === 'query').length,
    persons: new Set(persons).size,
    refused: rows.filter(({ type }) => type === 'query.refused' || type === 'identity.failed').length,
  };
};

const alertedLately = async (work: Work, user: string): Promise<boolean> => {
  const rows = await work.db
    .selectFrom('events')
    .select('data')
    .where('kind', 'in', ['identity', 'query'])
    .where('actor', '=', 'system')
    .where('at', '>', work.now - hourMs)
    .where('type', '=', 'query.alerted')
    .execute();
  return rows.some(({ data }) => (JSON.parse(data) as { expert: string }).expert === user);
};

/** Tells the supervisors, once an hour, of an expert who asks unusually much. */
export const alertUnusual = async (
  work: Work,
  { user, call, ticket }: Pick<QueryHappening, 'user' | 'call' | 'ticket'>,
): Promise<void> => {
  const { queryAlert } = await currentSettings(work.db);
  const found = unusual(await countQueries(work, user), queryAlert);
  if (!found || (await alertedLately(work, user))) return;
  await work.append({
    type: 'query.alerted',
    actor: 'system',
    kind: 'query',
    subject: uuid(),
    call,
    ticket,
    data: { expert: user, what: found.what, count: found.count },
    state: noRow,
  });
};

/** Puts a query into the chain, and an alert behind it when it was one too many. */
export const appendQuery = async (work: Work, happening: QueryHappening): Promise<void> => {
  const { id, type, user, call, ticket, data } = happening;
  await work.append({ type, actor: user, kind: 'query', subject: id, call, ticket, data, state: noRow });
  await alertUnusual(work, happening);
};
