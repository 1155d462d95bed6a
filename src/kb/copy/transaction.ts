import type { DatabaseSync } from 'node:sqlite';

const run = <T>(db: DatabaseSync, begin: string, work: () => T): T => {
  db.exec(begin);
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

/** All of `work` or nothing of it, alone among all processes that write to the file. */
export const exclusively = <T>(db: DatabaseSync, work: () => T): T => run(db, 'begin immediate', work);

/** Reads of one moment. */
export const atOneMoment = <T>(db: DatabaseSync, work: () => T): T => run(db, 'begin', work);
