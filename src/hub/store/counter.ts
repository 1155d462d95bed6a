import type { Work } from './work.ts';

/** The next number of a counter, from 1. Given only if the work commits, so there are no gaps; one writer, so no doubles. */
export const nextPlace = async (work: Work, name: string): Promise<number> => {
  const row = await work.db
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ ref, eb }) => ({ value: eb(ref('counters.value'), '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
};
