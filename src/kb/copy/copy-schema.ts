import type { DatabaseSync } from 'node:sqlite';
import { wholeHash } from '../../domain/knowledge/whole-hash.ts';
import { shippedOrigin } from './copy-state.ts';

/** Goes up when the tables change: a file of another version is made anew. */
const schemaVersion = 1;

/** Makes the tables of an empty copy. The caller holds the transaction. */
export const createTables = (db: DatabaseSync): void => {
  db.exec(`
    create table documents (id text primary key, kind text not null, version integer not null, revision integer not null,
      text text not null, sha256 text not null) strict;
    create table state (row integer primary key check (row = 1), origin text not null, revision integer not null,
      count integer not null, hash text not null, synced_at integer, checked_at integer) strict;
    create table staging (row integer primary key check (row = 1), origin text not null, after integer not null,
      next text) strict;
    create table staged (id text primary key, kind text not null, version integer not null, revision integer not null,
      text text) strict;
    pragma user_version = ${schemaVersion}`);
  db.prepare('insert into state (row, origin, revision, count, hash) values (1, ?, 0, 0, ?)').run(
    shippedOrigin,
    wholeHash([]),
  );
};

/** Whether a file's tables are this program's. */
export const hasTables = (db: DatabaseSync): boolean =>
  db.prepare('pragma user_version').get()?.user_version === schemaVersion;

/** Copies documents and state, but no half of a delta, into a database with empty tables. */
export const copyTables = (from: DatabaseSync, to: DatabaseSync): void => {
  for (const table of ['documents', 'state']) {
    to.exec(`delete from ${table}`);
    for (const row of from.prepare(`select * from ${table}`).iterate()) {
      const names = Object.keys(row);
      const places = names.map(() => '?').join(', ');
      to.prepare(`insert into ${table} (${names.join(', ')}) values (${places})`).run(...Object.values(row));
    }
  }
};
