import * as z from 'zod';
import { confidences, Day, Source, safeLine } from './article/article.ts';

/** A figure that a decree or notice sets, and the days on which it holds. */
export const PolicyEntry = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, 'a name such as deposit.ratio.max'),
    value: z.union([z.number(), safeLine(40)]),
    /** Follows the value as it is read out; absent when the value says it all. */
    unit: safeLine(12).optional(),
    from: Day,
    to: Day.optional(),
    source: Source,
    confidence: z.enum(confidences),
  })
  .refine(({ from, to }) => to === undefined || to >= from, '`to` is before `from`');
export type PolicyEntry = z.infer<typeof PolicyEntry>;
