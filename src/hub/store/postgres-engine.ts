import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { unsealing } from './sealed-columns.ts';
import type { Sealer } from './sealer.ts';

const channel = 'expert_seat';
/** Any number that no other program on the database uses for its advisory locks. */
const migrationLock = 12_345_001;

/** bigint columns hold counts and milliseconds, all far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** A PostgreSQL store that any number of hubs share. `onTrouble` hears of broken idle connections. */
export const openPostgres = async (url: string, sealer: Sealer, onTrouble: (error: Error) => void): Promise<Engine> => {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 12,
    connectionTimeoutMillis: 5000,
    // A hub that is frozen in its transaction must not hold the writers' lock for ever.
    lock_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'expert-seat',
  });
  pool.on('error', onTrouble);
  // A connection that breaks while it is in use fails its query; without a listener of its own it would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [unsealing(sealer)] });
  await sql`select 1`.execute(read);

  let closed = false;
  let listener: pg.Client | undefined;
  let callback = (): void => undefined;
  const listen = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'expert-seat live',
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    const again = (): void => {
      if (listener !== client) return;
      listener = undefined;
      setTimeout(() => (closed ? undefined : void listen()), 1000).unref();
    };
    listener = client;
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => callback());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      callback();
    } catch {
      void client.end().catch(() => undefined);
      again();
    }
  };

  return {
    name: 'postgres',
    sealer,
    read,
    transaction: (run) => read.transaction().execute(run),
    snapshot: (run) => read.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(run),
    exclusively: (run) =>
      read.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
        return run(tx);
      }),
    // The row stays locked until the commit is visible: writers come one at a time, across hubs, and numbers given under
    // the lock become visible in order.
    lockHead: (tx) =>
      tx.selectFrom('chain').select(['seq', 'hash']).where('id', '=', 1).forUpdate().executeTakeFirstOrThrow(),
    announce: async (tx, seq) => {
      await sql`select pg_notify(${channel}, ${String(seq)})`.execute(tx);
    },
    onAnnouncement: (run) => {
      callback = run;
      void listen();
    },
    close: async () => {
      closed = true;
      await listener?.end().catch(() => undefined);
      await read.destroy();
    },
  };
};
