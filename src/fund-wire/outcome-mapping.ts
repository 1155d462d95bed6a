import * as z from 'zod';
import { WirePath } from './field-mapping.ts';
import { expected } from './mapping-reason.ts';
import { strictMap } from './strict-map.ts';

/** How a question went, where the answer is one. */
export const outcomes = ['found', 'none', 'denied', 'busy', 'failing'] as const;
export type Outcome = (typeof outcomes)[number];

const Codes = z.array(z.string().min(1)).max(50);
const Statuses = z.array(z.int().min(400).max(499)).max(20);

/**
 * How an answer tells what became of the question: by its HTTP status, or by a code within it. Besides, always: 401 and 403 are
 * denied, 429 is busy, 5xx is failing.
 */
export const OutcomeMapping = strictMap(
  {
    status: strictMap({ none: Statuses.default([]), denied: Statuses.default([]) }).prefault({}),
    /** Where the code stands; counted from the answer's root. */
    field: WirePath.optional(),
    codes: strictMap({
      found: Codes.min(1),
      none: Codes.default([]),
      denied: Codes.default([]),
      busy: Codes.default([]),
      failing: Codes.default([]),
    }).optional(),
    /** Whether a result that is null, or a list of no rows where one record was asked for, says "not found". */
    empty: z.enum(['none', 'garbled']).default('garbled'),
  },
  'outcome is missing: {status, field, codes, empty}',
).superRefine(({ status, field, codes, empty }, context) => {
  const refuse = (message: string, path: string[]) => context.addIssue({ code: 'custom', message, path });
  if ((field === undefined) !== (codes === undefined)) refuse(expected.codesWithoutField, [field ? 'field' : 'codes']);
  const all = outcomes.flatMap((outcome) => codes?.[outcome] ?? []);
  if (new Set(all).size < all.length) refuse(expected.codeTwice, ['codes']);
  // A bare status would be taken for "not found" when a gateway gives it; where there are codes, one must confirm it.
  const said = codes ? codes.none.length > 0 : status.none.length > 0;
  if (!said && empty !== 'none') refuse(expected.noneUnsaid, []);
});
export type OutcomeMapping = z.output<typeof OutcomeMapping>;
