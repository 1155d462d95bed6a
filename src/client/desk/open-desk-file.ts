import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeskSealer, openDeskKey } from './desk-sealer.ts';

const version = 1;
/** How long a window waits for another's write. Milliseconds. */
const patienceMs = 2000;
/** A database is its file and what SQLite keeps beside it. */
const parts = ['', '-wal', '-shm'];

const tables = `
  create table if not exists desk (id integer primary key check (id = 1), name text not null, last integer not null) strict;
  create table if not exists papers (person text not null, subject text not null, version integer not null, at integer not null,
    screen text not null, hub integer not null, hub_has integer not null, content blob not null,
    primary key (person, subject)) strict;
  create table if not exists older (place integer primary key autoincrement, person text not null, subject text not null,
    at integer not null, content blob not null) strict;
  create index if not exists older_subject on older (person, subject);
  create table if not exists outbox (place integer primary key autoincrement, person text not null, route text not null,
    key text not null, subject text not null, ticket text not null, due_at integer not null, tried integer not null,
    refused integer not null, content blob not null) strict;
  create table if not exists seats (token text primary key, at integer not null, content blob not null) strict;
`;

/** The desk's file; in memory, with the reason, when it cannot be one. */
export interface DeskFile {
  readonly db: DatabaseSync;
  readonly sealer: DeskSealer;
  readonly trouble: string | undefined;
  /** Where a file that could not be read was put. */
  readonly setAside: string | undefined;
}

const prepare = (db: DatabaseSync): void => {
  // What was saved is on the disk: it survives a power cut.
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  const found = Number(db.prepare('pragma user_version').get()?.user_version);
  if (found > version) throw new Error(`version ${found}, this program knows ${version}`);
  db.exec('begin immediate');
  db.exec(tables);
  db.prepare('insert or ignore into desk (id, name, last) values (1, ?, 0)').run(randomUUID());
  db.exec(`pragma user_version = ${version}`);
  db.exec('commit');
};

const inMemory = (trouble: string | undefined): DeskFile => {
  const db = new DatabaseSync(':memory:');
  prepare(db);
  return { db, sealer: DeskSealer.withChance(), trouble, setAside: undefined };
};

const open = (file: string): DatabaseSync => {
  // Made by us first, so that it is nobody else's to read from its first byte on; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: patienceMs });
  try {
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const isDamage = (error: unknown): boolean => [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);

const putAside = (file: string): string => {
  const place = `${file}.damaged`;
  for (const part of parts) {
    rmSync(`${place}${part}`, { force: true });
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${place}${part}`);
  }
  return place;
};

/** Opens the desk of a folder, and makes it when there is none. Without a folder it lasts as long as the program. */
export const openDeskFile = (dir: string | undefined): DeskFile => {
  if (dir === undefined) return inMemory(undefined);
  const file = path.join(dir, 'desk.sqlite');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const sealer = openDeskKey(dir);
    try {
      return { db: open(file), sealer, trouble: undefined, setAside: undefined };
    } catch (error) {
      if (!isDamage(error)) throw error;
      const setAside = putAside(file);
      return { db: open(file), sealer, trouble: undefined, setAside };
    }
  } catch (error) {
    return inMemory((error as Error).message);
  }
};

/** The same desk in memory, for when its file takes nothing more. */
export const moveToMemory = ({ db, sealer, setAside }: DeskFile, trouble: string): DeskFile => {
  const moved = { ...inMemory(trouble), sealer, setAside };
  for (const table of ['desk', 'papers', 'older', 'outbox', 'seats']) {
    try {
      for (const row of db.prepare(`select * from ${table}`).all()) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join(', ');
        moved.db
          .prepare(`insert or replace into ${table} (${columns.join(', ')}) values (${places})`)
          .run(...Object.values(row));
      }
    } catch {
      // What cannot be read any more is still in the file.
    }
  }
  db.close();
  return moved;
};
