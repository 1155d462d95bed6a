import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeskSealer, openDeskKey } from './desk-sealer.ts';

const version = 2;
/** How long a window waits for another's write. Milliseconds. */
export const patienceMs = 2000;
/** A database is its file and what SQLite keeps beside it. */
const parts = ['', '-wal', '-shm'];
/** What opens under the key with which everything else was sealed. */
const word = 'desk';
const wordPlace = 'word';

/** `aged_on`, `aged_before`: on which day it was last looked for what is old, and what was old then. */
const tables = `
  create table if not exists desk (id integer primary key check (id = 1), name text not null, last integer not null,
    word blob, aged_on integer not null default 0, aged_before integer not null default 0) strict;
  create table if not exists papers (person text not null, subject text not null, version integer not null, at integer not null,
    screen text not null, hub integer not null, hub_has integer not null, content blob not null,
    primary key (person, subject)) strict;
  create table if not exists older (place integer primary key autoincrement, person text not null, subject text not null,
    at integer not null, content blob not null) strict;
  create index if not exists older_subject on older (person, subject);
  create table if not exists outbox (place integer primary key autoincrement, person text not null, route text not null,
    key text not null, subject text not null, ticket text not null, due_at integer not null, tried integer not null,
    refused integer not null, content blob not null) strict;
  create unique index if not exists outbox_key on outbox (key);
  create table if not exists seats (token text primary key, at integer not null, content blob not null) strict;
`;
const sinceSecond = `
  alter table desk add column word blob;
  alter table desk add column aged_on integer not null default 0;
  alter table desk add column aged_before integer not null default 0;
`;

/** A file that could not be read, and where it was put. */
export interface SetAside {
  readonly file: string;
  readonly why: 'damaged' | 'other-key';
}

/** The desk's file; in memory, with the reason, when it cannot be one. */
export interface DeskFile {
  readonly db: DatabaseSync;
  readonly sealer: DeskSealer;
  readonly trouble: string | undefined;
  readonly setAside: SetAside | undefined;
}

class OtherKey extends Error {}

const versionOf = (db: DatabaseSync): number => Number(db.prepare('pragma user_version').get()?.user_version);

const prepare = (db: DatabaseSync, sealer: DeskSealer): void => {
  // What was saved is on the disk: it survives a power cut.
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  if (versionOf(db) > version) throw new Error(`version ${versionOf(db)}, this program knows ${version}`);
  if (versionOf(db) < version) {
    db.exec('begin immediate');
    // Another window may have done it since.
    if (versionOf(db) === 1) db.exec(sinceSecond);
    db.exec(tables);
    db.prepare('insert or ignore into desk (id, name, last) values (1, ?, 0)').run(randomUUID());
    db.prepare('update desk set word = ? where word is null').run(sealer.seal(wordPlace, word));
    db.exec(`pragma user_version = ${version}`);
    db.exec('commit');
  }
  const row = db.prepare('select word from desk').get() as { word: Uint8Array };
  if (sealer.unseal(wordPlace, row.word) !== word) throw new OtherKey();
};

export const inMemory = (trouble: string | undefined, sealer = DeskSealer.withChance()): DeskFile => {
  const db = new DatabaseSync(':memory:');
  prepare(db, sealer);
  return { db, sealer, trouble, setAside: undefined };
};

const open = (file: string, sealer: DeskSealer): DatabaseSync => {
  // Made by us first, so that it is nobody else's to read from its first byte on; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: patienceMs });
  try {
    prepare(db, sealer);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
export const isDamage = (error: unknown): boolean =>
  [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);

/** Beside what was put aside before, which somebody may still want. */
const putAside = (file: string, why: SetAside['why']): SetAside => {
  const first = `${file}.${why}`;
  let place = first;
  for (let at = 2; parts.some((part) => existsSync(`${place}${part}`)); at++) place = `${first}-${at}`;
  for (const part of parts) if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${place}${part}`);
  return { file: place, why };
};

/** Opens the desk of a folder, and makes it when there is none. Without a folder it lasts as long as the program. */
export const openDeskFile = (dir: string | undefined): DeskFile => {
  if (dir === undefined) return inMemory(undefined);
  const file = path.join(dir, 'desk.sqlite');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const sealer = openDeskKey(dir);
    try {
      return { db: open(file, sealer), sealer, trouble: undefined, setAside: undefined };
    } catch (error) {
      const otherKey = error instanceof OtherKey;
      if (!otherKey && !isDamage(error)) throw error;
      const setAside = putAside(file, otherKey ? 'other-key' : 'damaged');
      return { db: open(file, sealer), sealer, trouble: undefined, setAside };
    }
  } catch (error) {
    return inMemory((error as Error).message);
  }
};
