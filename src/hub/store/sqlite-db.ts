import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Engine } from './engine.ts';
import type { Db, Schema } from './schema.ts';
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

/** One connection to an SQLite database. Kysely lets one query or transaction at a time have it; the others wait. */
export const sqliteDb = (database: DatabaseSync, sealer: Sealer): Db =>
  new Kysely<Schema>({
    dialect: new SqliteDialect({ database: adapt(database) }),
    plugins: [unsealing(sealer)],
  });

/** Of a store that no other hub has: nobody to keep out, and nobody to tell. */
export const ofOneHub: Pick<Engine, 'lockHead' | 'announce' | 'onAnnouncement'> = {
  lockHead: (tx) => tx.selectFrom('chain').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow(),
  announce: async () => undefined,
  onAnnouncement: () => undefined,
};
