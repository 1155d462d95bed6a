import type { DatabaseSync } from 'node:sqlite';
import type { DeskSealer } from './desk-sealer.ts';
import { type DeskFile, inMemory, isDamage, openDeskFile, patienceMs, type SetAside } from './open-desk-file.ts';

type Value = string | number | null | Uint8Array;

/** How long a file that took nothing is waited for when it is tried again: a key is waiting behind it. Milliseconds. */
const impatienceMs = 20;
/** How long one that could not even be opened is left alone. Milliseconds. */
const openAgainMs = 5000;

const isOfSqlite = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_SQLITE_ERROR';

/** All of `work` or nothing of it, alone among all windows. */
const whole = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
};

/** Copies what can be read. Whether that was all. */
const copyRows = (from: DatabaseSync, to: DatabaseSync): boolean => {
  let all = true;
  for (const table of ['desk', 'papers', 'older', 'outbox', 'seats']) {
    try {
      for (const row of from.prepare(`select * from ${table}`).iterate()) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join(', ');
        to.prepare(`insert or replace into ${table} (${columns.join(', ')}) values (${places})`).run(
          ...Object.values(row),
        );
      }
    } catch {
      all = false;
    }
  }
  return all;
};

/**
 * The desk's file as long as it takes what is written and gives what is read. While it does not (it is full, or held by another program),
 * a copy in memory goes on in its place; what is written then is owed to the file, which is tried again with every write. Only a damaged
 * file is left for good.
 */
export class DeskAccess {
  /** `reason` undefined: the file has taken all that it was owed. */
  onTrouble: (reason: string | undefined) => void = () => undefined;
  /** Whether everything that lay in the file can be read. */
  isWhole = true;
  private readonly dir: string | undefined;
  /** The file; undefined before it could be opened. */
  private file: DeskFile | undefined;
  /** What stands in for it. */
  private copy: DeskFile | undefined;
  private damaged = false;
  private openedAt = 0;
  /** What the file has not got, by what it is about, the last of each. */
  private readonly owed = new Map<string, () => unknown>();

  constructor(dir: string | undefined) {
    this.dir = dir;
  }

  get trouble(): string | undefined {
    return this.current.trouble;
  }

  get setAside(): SetAside | undefined {
    return (this.file ?? this.current).setAside;
  }

  get sealer(): DeskSealer {
    return this.current.sealer;
  }

  /** The database that is read and written at present. */
  get db(): DatabaseSync {
    return this.current.db;
  }

  all<Row>(statement: string, ...values: Value[]): Row[] {
    const read = (): Row[] => this.db.prepare(statement).all(...values) as Row[];
    try {
      return read();
    } catch (error) {
      if (this.copy || this.db.isTransaction || !isOfSqlite(error)) throw error;
      this.leave(error as Error);
      return read();
    }
  }

  /** How many rows it changed; within `change` or `decide`. */
  run(statement: string, ...values: Value[]): number {
    return Number(this.db.prepare(statement).run(...values).changes);
  }

  /** Changes rows. `about`: what the file is owed when it does not take it; without it, nothing. */
  change<T>(about: string | undefined, work: () => T): T {
    if (this.db.isTransaction) return work();
    this.tryAgain();
    if (!this.copy) {
      try {
        return whole(this.db, work);
      } catch (error) {
        if (!isOfSqlite(error)) throw error;
        this.leave(error as Error);
      }
    }
    const result = whole(this.db, work);
    if (about !== undefined && this.dir !== undefined) {
      this.owed.delete(about);
      this.owed.set(about, work);
    }
    return result;
  }

  /** Changes rows by one statement. */
  changeRow(about: string, statement: string, ...values: Value[]): void {
    this.change(about, () => this.run(statement, ...values));
  }

  /**
   * Changes a row on whose change something hangs that another window may do as well: the file alone decides it. Only what the file never
   * had (`born` is owed to it) is decided here. Undefined when the file does not answer.
   */
  decide(born: string, about: string, work: () => boolean): boolean | undefined {
    this.tryAgain();
    if (!this.copy) {
      try {
        return whole(this.db, work);
      } catch (error) {
        if (!isOfSqlite(error)) throw error;
        this.leave(error as Error);
      }
    }
    if (this.dir === undefined || this.owed.has(born)) return this.change(about, work);
    const { copy, file } = this;
    if (!this.damaged || !copy || !file) return undefined;
    // Its other pages may be sound.
    try {
      this.copy = undefined;
      const decided = whole(file.db, work);
      this.copy = copy;
      whole(copy.db, work);
      return decided;
    } catch (error) {
      if (!isOfSqlite(error)) throw error;
      return undefined;
    } finally {
      this.copy = copy;
    }
  }

  /** Gives the file what it is owed, when it takes it. */
  tryAgain(): void {
    const { copy } = this;
    if (!copy || this.damaged || this.dir === undefined) return;
    try {
      if (!this.file && performance.now() - this.openedAt < openAgainMs) return;
      const file = this.file ?? this.open();
      if (file.trouble !== undefined) {
        file.db.close();
        return;
      }
      const [{ last }] = copy.db.prepare('select last from desk').all() as [{ last: number }];
      this.file = file;
      this.copy = undefined;
      whole(file.db, () => {
        // Versions grow, wherever they were given.
        this.run('update desk set last = max(last, ?)', last);
        for (const work of this.owed.values()) work();
      });
    } catch (error) {
      this.copy = copy;
      if (isOfSqlite(error)) return;
      throw error;
    }
    this.file?.db.exec(`pragma busy_timeout = ${patienceMs}`);
    this.owed.clear();
    this.isWhole = true;
    copy.db.close();
    this.onTrouble(undefined);
  }

  close(): void {
    this.tryAgain();
    for (const one of [this.copy, this.file]) if (one?.db.isOpen) one.db.close();
  }

  private get current(): DeskFile {
    if (!this.copy && !this.file) {
      const opened = this.open();
      if (opened.trouble === undefined && this.dir !== undefined) this.file = opened;
      else this.copy = opened;
    }
    return (this.copy ?? this.file)!;
  }

  private open(): DeskFile {
    const opened = openDeskFile(this.dir);
    this.openedAt = performance.now();
    return opened;
  }

  private leave(error: Error): void {
    const { file } = this;
    if (!file) throw error;
    const copy = inMemory(error.message, file.sealer);
    this.isWhole = copyRows(file.db, copy.db);
    this.damaged = isDamage(error);
    this.copy = copy;
    file.db.exec(`pragma busy_timeout = ${impatienceMs}`);
    this.onTrouble(error.message);
  }
}
