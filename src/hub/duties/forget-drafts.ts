import type { Duty } from './duty.ts';

/** How long a draft is kept that nobody went on with. Milliseconds. */
const keptMs = 30 * 86_400_000;

/** Drafts of tickets that stay open and that nobody writes for any more. */
export const forgetStaleDrafts: Duty = {
  due: async (db, now) =>
    (
      await db
        .selectFrom('drafts')
        .select('call')
        .where('at', '<', now - keptMs)
        .limit(1)
        .execute()
    ).length > 0,
  run: async (work) => {
    await work.db
      .deleteFrom('drafts')
      .where('at', '<', work.now - keptMs)
      .execute();
  },
};
