import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './engine.ts';
import type { Tx } from './schema.ts';
import type { Sealer } from './sealer.ts';
import { ofOneHub, sqliteDb } from './sqlite-db.ts';

/**
 * A store in memory: SQLite, which never touches the disk, gone when it is closed. Such a database belongs to one connection (shared
 * between two, readers are refused while the writer is at work, or see what it may yet undo). So reads wait for the transaction that
 * runs, and a snapshot is one that has the store to itself. Work in a transaction that read through `read` would wait for itself.
 */
export const openMemory = (sealer: Sealer): Engine => {
  const database = new DatabaseSync(':memory:');
  // Else a large sort would put by on the disk what it sorts.
  database.exec('pragma temp_store = memory');
  const only = sqliteDb(database, sealer);
  const transaction = <T>(run: (tx: Tx) => Promise<T>) => only.transaction().execute(run);
  return {
    ...ofOneHub,
    name: 'sqlite',
    sealer,
    read: only,
    transaction,
    exclusively: transaction,
    snapshot: transaction,
    close: () => only.destroy(),
  };
};
