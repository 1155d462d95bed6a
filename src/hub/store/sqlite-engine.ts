import { chmodSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './engine.ts';
import type { Db, Tx } from './schema.ts';
import type { Sealer } from './sealer.ts';
import { ofOneHub, sqliteDb } from './sqlite-db.ts';

const open = (file: string, readOnly: boolean, sealer: Sealer): Db => {
  const database = new DatabaseSync(file, { readOnly, timeout: 5000 });
  // FULL: a reply is sent only after the commit is on the disk, so what was acknowledged survives a power cut.
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return sqliteDb(database, sealer);
};

/** The embedded store: one SQLite file in the data folder, written by this process alone. */
export const openSqlite = async (dataDir: string, sealer: Sealer): Promise<Engine> => {
  const file = path.join(dataDir, 'hub.sqlite');
  const write = open(file, false, sealer);
  chmodSync(file, 0o600);
  const read = open(file, true, sealer);
  const transaction = <T>(run: (tx: Tx) => Promise<T>) => write.transaction().execute(run);
  return {
    ...ofOneHub,
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
    close: async () => {
      await read.destroy();
      await write.destroy();
    },
  };
};
