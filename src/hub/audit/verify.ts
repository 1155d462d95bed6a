import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { BrokenRow, Verification } from '../../contract/shapes/audit.ts';
import { chainHash, genesis, rowDigest } from '../../domain/audit/chain.ts';
import { creationTypes, type SubjectKind } from '../../domain/audit/event-type.ts';
import { digestedRow } from '../store/late-columns.ts';
import type { Db, Schema } from '../store/schema.ts';

const pageSize = 500;

/** Which table holds the rows of which kind, and by which column events name them. */
const subjects = [
  { kind: 'call', table: 'calls', key: 'id' },
  { kind: 'ticket', table: 'tickets', key: 'number' },
  { kind: 'seat', table: 'seats', key: 'id' },
  { kind: 'user', table: 'users', key: 'id' },
  { kind: 'settings', table: 'settings', key: 'id' },
  { kind: 'version', table: 'versions', key: 'id' },
  { kind: 'correction', table: 'corrections', key: 'id' },
  { kind: 'identity', table: 'identity_checks', key: 'call' },
  { kind: 'practice', table: 'practice_results', key: 'id' },
] as const satisfies readonly { kind: SubjectKind; table: keyof Schema; key: string }[];

interface ChainCheck {
  events: number;
  head: string;
  broken?: BrokenRow;
}

const brokenEvent = (seq: number, fault: BrokenRow['fault']): BrokenRow => ({
  table: 'events',
  row: String(seq),
  fault,
});

/** Walks the events in order: places without a gap, each hash over the one before, and the head as the chain's row says. */
const verifyChain = async (db: Db): Promise<ChainCheck> => {
  const head = await db.selectFrom('chain').selectAll().where('id', '=', 1).executeTakeFirst();
  let last = 0;
  let cursor = Number.MIN_SAFE_INTEGER;
  let prev = genesis;
  for (;;) {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('seq', '>', cursor)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const row of rows) {
      const check = { events: last, head: prev };
      const outside = !Number.isInteger(row.seq) || row.seq < 1 || (head && row.seq > head.seq);
      if (outside) return { ...check, broken: brokenEvent(row.seq, 'inserted') };
      if (row.seq !== last + 1) return { ...check, broken: brokenEvent(last + 1, 'removed') };
      if (!eventFits(row, prev)) return { ...check, broken: brokenEvent(row.seq, 'changed') };
      last = row.seq;
      cursor = row.seq;
      prev = row.hash;
    }
    if (rows.length < pageSize) break;
    await turn();
  }
  const check = { events: last, head: prev };
  if (!head) return { ...check, broken: { table: 'chain', row: '1', fault: 'removed' } };
  if (head.seq > last) return { ...check, broken: brokenEvent(last + 1, 'removed') };
  if (head.hash !== prev) return { ...check, broken: { table: 'chain', row: '1', fault: 'changed' } };
  return check;
};

const eventFits = (row: Schema['events'], prev: string): boolean => {
  try {
    const event = { ...row, data: JSON.parse(row.data) } as unknown as Parameters<typeof chainHash>[1];
    // The text itself too: JSON with other spacing would have the same canonical form.
    return row.prev === prev && row.hash === chainHash(prev, event) && row.data === JSON.stringify(event.data);
  } catch {
    return false;
  }
};

/** The digest of a row as it lies there; undefined when it holds what no hub writes. */
const digestOf = (table: keyof Schema, row: object): string | undefined => {
  try {
    return rowDigest(digestedRow(table, row));
  } catch {
    return undefined;
  }
};

/** Every row of a table fits the state that its last event recorded; no row without events, none missing. */
const verifyRows = async (db: Db, { kind, table, key }: (typeof subjects)[number]): Promise<BrokenRow | undefined> => {
  let last = '';
  for (;;) {
    const { rows } = await sql<Record<string, string | number | null>>`
      select t.*, e.state as recorded_state, e.seq as recorded_seq from ${sql.table(table)} t
      left join events e on e.kind = ${kind} and e.subject = t.${sql.ref(key)}
        and e.seq = (select max(seq) from events where kind = ${kind} and subject = t.${sql.ref(key)})
      where t.${sql.ref(key)} > ${last} order by t.${sql.ref(key)} limit ${sql.lit(pageSize)}`.execute(db);
    for (const { recorded_state, recorded_seq, revision, ...row } of rows) {
      const subject = String(row[key]);
      if (recorded_seq === null) return { table, row: subject, fault: 'inserted' };
      if (digestOf(table, row) !== recorded_state || revision !== recorded_seq)
        return { table, row: subject, fault: 'changed' };
      last = subject;
    }
    if (rows.length < pageSize) break;
    await turn();
  }
  const { rows: missing } = await sql<{ subject: string }>`
    select subject from events e where kind = ${kind} and type in (${sql.join(creationTypes[kind])})
      and not exists (select 1 from ${sql.table(table)} t where t.${sql.ref(key)} = e.subject) order by seq limit 1`.execute(
    db,
  );
  return missing[0] && { table, row: missing[0].subject, fault: 'removed' };
};

/**
 * Checks the whole chain, then every row it speaks of. `snapshot` must be one, or work that goes on would look like a fault.
 * Names the first row that does not fit; `events` then counts those that still do.
 */
export const verify = async (snapshot: Db): Promise<Verification> => {
  // Digests cover rows as they lie: sealed.
  const db = snapshot.withoutPlugins();
  const chain = await verifyChain(db);
  const { events, head } = chain;
  if (chain.broken) return { ok: false, events, head, broken: chain.broken };
  for (const subject of subjects) {
    const broken = await verifyRows(db, subject);
    if (broken) return { ok: false, events, head, broken };
  }
  return { ok: true, events, head };
};
