import type { Duty } from './duty.ts';

/** How long a mutation may be asked for again under its key. Milliseconds. */
const keptMs = 7 * 86_400_000;

/** Sealed replies that nobody will ask for again. */
export const forgetReplies: Duty = {
  due: async (db, now) =>
    (
      await db
        .selectFrom('replies')
        .select('at')
        .where('at', '<', now - keptMs)
        .limit(1)
        .execute()
    ).length > 0,
  run: async (work) => {
    await work.db
      .deleteFrom('replies')
      .where('at', '<', work.now - keptMs)
      .execute();
  },
};
