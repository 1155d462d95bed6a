import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { copyTables, createTables, hasTables } from './copy-schema.ts';
import type { CopyTrouble } from './copy-state.ts';
import { isSound } from './read-copy.ts';
import { isDamage } from './sqlite-trouble.ts';
import { atOneMoment, exclusively } from './transaction.ts';

/** An open copy: in its file, or in memory when there is trouble with that. */
export interface CopyFile {
  readonly db: DatabaseSync;
  readonly file: string;
  /** Which file that was when it was opened; undefined: this copy is in memory. */
  readonly inode: bigint | undefined;
  /** Where a file that could not be used was put. */
  readonly setAside: string | undefined;
  readonly trouble: CopyTrouble | undefined;
}

/** How long a process waits for another's write, and for another's repair. Milliseconds. */
const patienceMs = 5000;
const repairPatienceMs = 10_000;

/** A database is its file and what SQLite keeps beside it. */
const parts = ['', '-wal', '-shm'];

/** The file's inode; undefined when there is no such file, or its folder cannot be reached. */
export const inodeOf = (file: string): bigint | undefined => {
  try {
    return statSync(file, { bigint: true }).ino;
  } catch {
    return undefined;
  }
};

/**
 * The copy in the file; undefined when there is none or it cannot be used: no database, other tables, texts that do not fit.
 * @throws what SQLite says when the file cannot be written
 */
const openSound = (file: string): DatabaseSync | undefined => {
  if (!existsSync(file)) return undefined;
  const db = new DatabaseSync(file, { timeout: patienceMs });
  try {
    // After a power cut the last change may be missing, never half there; the next sync brings it again.
    db.exec('pragma synchronous = normal');
    if (exclusively(db, () => hasTables(db) && isSound(db))) return db;
  } catch (error) {
    if (!isDamage(error)) {
      db.close();
      throw error;
    }
  }
  db.close();
  return undefined;
};

/** Holds off other processes that find the same file damaged; a killed one leaves no lock behind. */
const aloneInRepair = <T>(dir: string, work: () => T): T => {
  const lock = new DatabaseSync(path.join(dir, 'knowledge.lock'), { timeout: repairPatienceMs });
  try {
    lock.exec('begin exclusive');
    return work();
  } finally {
    lock.close();
  }
};

/** Moves a file that cannot be used out of the way, over the one that was kept before. Returns where it is now. */
const putAside = (file: string): string | undefined => {
  const there = existsSync(file);
  const place = `${file}.damaged`;
  for (const part of parts) {
    if (there) rmSync(`${place}${part}`, { force: true });
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${place}${part}`);
  }
  return there ? place : undefined;
};

/** Makes an empty copy, which stands there whole or not at all. */
const makeAnew = (file: string): { db: DatabaseSync; setAside: string | undefined } => {
  const setAside = putAside(file);
  const fresh = `${file}.new`;
  for (const part of parts) rmSync(`${fresh}${part}`, { force: true });
  const db = new DatabaseSync(fresh);
  try {
    db.exec('pragma journal_mode = wal');
    exclusively(db, () => createTables(db));
  } finally {
    db.close();
  }
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
  const made = openSound(file);
  if (!made) throw new Error(`${file} does not keep what is written to it`);
  return { db: made, setAside };
};

/** An empty copy in memory, or one with what could be read of `source`. */
const inMemory = (source: DatabaseSync | undefined): DatabaseSync => {
  const db = new DatabaseSync(':memory:');
  createTables(db);
  if (!source) return db;
  try {
    exclusively(db, () => atOneMoment(source, () => copyTables(source, db)));
    if (isSound(db)) return db;
  } catch {}
  db.close();
  return inMemory(undefined);
};

/** The copy in a file that can be read and not written. */
const openReadable = (file: string): DatabaseSync | undefined => {
  // In a folder that cannot be written SQLite reads a file only when told that nobody else writes it.
  const frozen = pathToFileURL(file);
  frozen.searchParams.set('immutable', '1');
  for (const place of [file, frozen]) {
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(place, { readOnly: true, timeout: patienceMs });
      if (hasTables(db)) return db;
    } catch {}
    db?.close();
  }
  return undefined;
};

/** Opens the copy in a folder, makes it when there is none, and makes it anew when it cannot be used. */
export const openCopyFile = (dir: string): CopyFile => {
  const file = path.join(dir, 'knowledge.sqlite');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const sound = openSound(file);
    const { db, setAside } = sound
      ? { db: sound, setAside: undefined }
      : aloneInRepair(dir, () => {
          const mended = openSound(file);
          return mended ? { db: mended, setAside: undefined } : makeAnew(file);
        });
    return { db, file, inode: inodeOf(file), setAside, trouble: undefined };
  } catch (error) {
    const readable = openReadable(file);
    const db = inMemory(readable);
    readable?.close();
    const trouble = { code: 'unwritable', reason: (error as Error).message } as const;
    return { db, file, inode: undefined, setAside: undefined, trouble };
  }
};

/** The same copy in memory, from where it goes on when its file takes nothing more. */
export const moveToMemory = (opened: CopyFile, trouble: CopyTrouble): CopyFile => {
  const db = inMemory(opened.db);
  opened.db.close();
  return { ...opened, db, inode: undefined, trouble };
};
