import * as z from 'zod';

const most = (count: number) => z.number().int().min(1).max(100_000).default(count);

/** From how many one expert's queries are unusual, within an hour if nothing else is said. A seat takes some fifteen calls an hour. */
export const queryAlertLimits = z.strictObject({
  queries: most(120),
  /** Different persons and employers. */
  persons: most(25),
  /** The same within a day. */
  personsADay: most(150),
  /** Failed checks of identity included. */
  refused: most(10),
});
export type QueryAlertLimits = z.infer<typeof queryAlertLimits>;

/** What one expert asked lately. */
export type QueryCounts = Record<keyof QueryAlertLimits, number>;

/** What of it is unusual: at the limit, and again at twice, four times … of it, where `told` says how often it was told. */
export const unusual = (
  counts: QueryCounts,
  limits: QueryAlertLimits,
  told: ReadonlyMap<string, number>,
): { what: keyof QueryCounts; count: number }[] =>
  (['refused', 'persons', 'personsADay', 'queries'] as const)
    .filter((what) => counts[what] >= limits[what] * 2 ** (told.get(what) ?? 0))
    .map((what) => ({ what, count: counts[what] }));
