import { chmodSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema, Tx } from './schema.ts';
import { unsealing } from './sealed-columns.ts';
import type { Sealer } from './sealer.ts';

/** node:sqlite in the form that Kysely's SQLite dialect expects (better-sqlite3's). */
const adapt = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (sql) => {
    const statement = database.prepare(sql);
    const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...bind(parameters)),
      run: (parameters) => statement.run(...bind(parameters)),
      iterate: (parameters) => statement.iterate(...bind(parameters)),
    };
  },
});

const open = (file: string, readOnly: boolean, sealer: Sealer): Kysely<Schema> => {
  const database = new DatabaseSync(file, { readOnly, timeout: 5000 });
  // FULL: a reply is sent only after the commit is on the disk, so what was acknowledged survives a power cut.
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: adapt(database) }),
    plugins: [unsealing(sealer)],
  });
};

/** The embedded store: one SQLite file in the data folder, written by this process alone. */
export const openSqlite = async (dataDir: string, sealer: Sealer): Promise<Engine> => {
  const file = path.join(dataDir, 'hub.sqlite');
  const write = open(file, false, sealer);
  chmodSync(file, 0o600);
  const read = open(file, true, sealer);
  const transaction = <T>(run: (tx: Tx) => Promise<T>) => write.transaction().execute(run);
  return {
    name: 'sqlite',
    sealer,
    read,
    transaction,
    exclusively: transaction,
    snapshot: async (run) => {
      const own = open(file, true, sealer);
      try {
        return await own.transaction().execute(run);
      } finally {
        await own.destroy();
      }
    },
    lockHead: (tx) => tx.selectFrom('chain').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow(),
    announce: async () => undefined,
    onAnnouncement: () => undefined,
    close: async () => {
      await read.destroy();
      await write.destroy();
    },
  };
};
