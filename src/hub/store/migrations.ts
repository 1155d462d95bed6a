import { type Kysely, sql } from 'kysely';
import { genesis } from '../../domain/audit/chain.ts';
import type { Schema } from './schema.ts';

interface Migration {
  version: number;
  name: string;
  up(db: Kysely<Schema>): Promise<void>;
}

/** Forward only, in order; a migration that has landed is never changed. Written in the SQL that both engines speak. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'the line',
    async up(db) {
      const statements = [
        `create table users (id text primary key, name text not null unique, role text not null, skills text not null,
          token_hash text not null unique, disabled integer not null, created_at bigint not null, revision bigint not null)`,
        `create table calls (id text primary key, state text not null, domain text not null, topic text, priority text not null,
          phone text not null, name text not null, question text not null, tried text, handed_over_by text,
          transferred_by text not null, ticket text not null unique, queued_at bigint not null, front integer not null, seat text,
          state_since bigint not null, taken_at bigint, ended_at bigint, notes text not null, revision bigint not null)`,
        `create index calls_open on calls (state, domain) where state in ('waiting', 'offered', 'active', 'held', 'wrap-up')`,
        `create index calls_seat on calls (seat, state)`,
        `create table tickets (number text primary key, call text not null unique, state text not null, domain text not null,
          topic text, phone text not null, name text not null, question text not null, category text, answer text,
          articles text not null, unit text, reason text, urgency text, deadline bigint, opened_at bigint not null,
          handled_at bigint, handled_by text, revision bigint not null)`,
        `create index tickets_opened on tickets (opened_at, number)`,
        `create index tickets_state on tickets (state, opened_at)`,
        `create table seats (id text primary key, declared text not null, reason text, since bigint not null,
          revision bigint not null)`,
        `create table settings (id text primary key, value text not null, revision bigint not null)`,
        `create table leases (call text primary key, until bigint not null)`,
        `create table presence (seat text primary key, until bigint not null, connected integer not null)`,
        `create table events (seq bigint primary key, at bigint not null, type text not null, actor text not null,
          kind text not null, subject text not null, call text, ticket text, data text not null, state text not null,
          prev text not null, hash text not null)`,
        `create index events_subject on events (kind, subject, seq)`,
        `create index events_ticket on events (ticket, seq)`,
        `create table chain (id integer primary key, seq bigint not null, hash text not null)`,
        `create table counters (name text primary key, value bigint not null)`,
        `create table replies ("user" text not null, key_hash text not null, request_hash text not null, sealed text not null,
          at bigint not null, primary key ("user", key_hash))`,
        `create index replies_at on replies (at)`,
        `insert into chain (id, seq, hash) values (1, 0, '${genesis}')`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
  {
    version: 2,
    name: 'knowledge',
    async up(db) {
      const statements = [
        `create table versions (id text primary key, document text not null, version integer not null, kind text not null,
          title text not null, topic text, domain text, effective_from text, effective_to text, text text not null,
          state text not null, author text not null, note text, created_at bigint not null, steps text not null,
          revision bigint not null)`,
        `create unique index versions_document on versions (document, version)`,
        `create index versions_state on versions (state, revision)`,
        `create table corrections (id text primary key, document text not null, version integer not null, part text,
          note text not null, ticket text, filed_by text not null, filed_at bigint not null, state text not null, answer text,
          answered_by text, answered_at bigint, revision bigint not null)`,
        `create index corrections_state on corrections (state, id)`,
        `create index corrections_filed_by on corrections (filed_by, id)`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
  {
    version: 3,
    name: 'accounts',
    async up(db) {
      const statements = [
        `create table identity_checks (call text primary key, failures integer not null, verified text not null,
          over integer not null, revision bigint not null)`,
        `create index identity_checks_open on identity_checks (call) where over = 0`,
        // Whole, not partial: with bound values neither engine can tell that a partial one would do.
        `create index events_actor on events (actor, at)`,
        `create index events_call on events (call, seq)`,
        `create index events_kind on events (kind, seq)`,
        `create table store_key (id integer primary key, proof text not null)`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
  {
    version: 4,
    name: 'ticket sms',
    async up(db) {
      await sql.raw('alter table tickets add column sms text').execute(db);
    },
  },
  {
    version: 5,
    name: 'drafts',
    async up(db) {
      const statements = [
        `create table drafts (call text not null, seat text not null, version bigint not null,
          passed_over bigint not null, at bigint not null, screen text not null, paper text not null, primary key (call, seat))`,
        `create index drafts_at on drafts (at)`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
  {
    version: 6,
    name: 'own tickets',
    async up(db) {
      await sql.raw('create index calls_seat_ticket on calls (seat, ticket)').execute(db);
      await sql.raw('create index tickets_handled_by on tickets (handled_by, number)').execute(db);
    },
  },
  {
    version: 7,
    name: 'practice results',
    async up(db) {
      const statements = [
        `create table practice_results (id text primary key, person text not null, class text, kind text not null,
          subject text not null, title text not null, score double precision not null, passed integer not null,
          started_at bigint not null, ended_at bigint not null, weak text not null, seal text not null,
          submitted_at bigint not null, revision bigint not null)`,
        `create index practice_results_revision on practice_results (revision)`,
        `create index practice_results_person on practice_results (person, revision)`,
        `create index practice_results_class on practice_results (class, revision)`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
];

/** The store was written by a newer program than this one. */
export class StoreIsNewer extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`store is at version ${found}, this program knows ${known}`);
    this.found = found;
    this.known = known;
  }
}

/**
 * Brings the store to the newest version, within the one transaction that `db` is. The caller holds the lock that keeps other
 * hubs out.
 * @throws {StoreIsNewer}
 */
export const migrate = async (db: Kysely<Schema>, now: number): Promise<void> => {
  await sql`create table if not exists migrations (version integer primary key, name text not null, at bigint not null)`.execute(
    db,
  );
  const row = await db
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  const found = row?.version ?? 0;
  const known = migrations.at(-1)!.version;
  if (found > known) throw new StoreIsNewer(found, known);
  for (const migration of migrations.filter(({ version }) => version > found)) {
    await migration.up(db);
    await db.insertInto('migrations').values({ version: migration.version, name: migration.name, at: now }).execute();
  }
};
