import { z } from 'zod';

const most = (count: number) => z.number().int().min(1).max(100_000).default(count);

/** From how many within an hour one expert's queries are unusual. A seat takes some fifteen calls an hour. */
export const queryAlertLimits = z.strictObject({
  queries: most(120),
  /** Different persons and employers. */
  persons: most(25),
  refused: most(10),
});
export type QueryAlertLimits = z.infer<typeof queryAlertLimits>;

/** What one expert asked within the last hour. */
export interface QueryCounts {
  queries: number;
  persons: number;
  refused: number;
}

/** What of it is unusual, and how many; nothing when all is as it should be. */
export const unusual = (
  counts: QueryCounts,
  limits: QueryAlertLimits,
): { what: keyof QueryCounts; count: number } | undefined => {
  const what = (['refused', 'persons', 'queries'] as const).find((each) => counts[each] >= limits[each]);
  return what && { what, count: counts[what] };
};
