import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

const dayMs = 86_400_000;

/** What is kept for a while only, and how long. Milliseconds. */
const keptMs = {
  /** Sealed replies: how long a mutation may be asked for again under its key. */
  replies: 7 * dayMs,
  /** Drafts of tickets that stay open and that nobody goes on with. */
  drafts: 30 * dayMs,
};

type Kept = keyof typeof keptMs;
const tables = Object.keys(keptMs) as readonly Kept[];

const hasOld = async (db: Db, table: Kept, now: number): Promise<boolean> => {
  const old = await db
    .selectFrom(table)
    .select('at')
    .where('at', '<', now - keptMs[table])
    .limit(1)
    .execute();
  return old.length > 0;
};

/** Forgets what nobody will ask for any more. */
export const forgetOld: Duty = {
  due: async (db, now) => {
    for (const table of tables) if (await hasOld(db, table, now)) return true;
    return false;
  },
  run: async ({ db, now }) => {
    for (const table of tables) {
      await db
        .deleteFrom(table)
        .where('at', '<', now - keptMs[table])
        .execute();
    }
  },
};
