import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** So long one program waits for another, milliseconds. */
const patience = 5_000;

/** Another program writes in the folder and does not come to an end. */
export class FolderBusy extends Error {
  constructor(dir: string) {
    super(`the folder ${dir} is in use`);
    this.name = 'FolderBusy';
  }
}

/**
 * Runs work while no other program does in the same folder. The lock is SQLite's on an empty database: the system takes it back from a
 * program that was killed, which a lock file of our own would not be.
 * @throws {FolderBusy}
 */
export const alone = <T>(dir: string, work: () => T): T => {
  const lock = new DatabaseSync(path.join(dir, '.lock'), { timeout: patience });
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if ((error as { errcode?: number }).errcode === 5) throw new FolderBusy(dir);
      throw error;
    }
    return work();
  } finally {
    lock.close();
  }
};

/** The same, without the lock where nobody can write anyway: no folder yet, or one that may only be read. @throws {FolderBusy} */
export const aloneIfWritable = <T>(dir: string, work: () => T): T => {
  try {
    accessSync(dir, constants.W_OK);
  } catch {
    return work();
  }
  return alone(dir, work);
};
