import * as z from 'zod';

const Wording = z.string().trim().min(1).max(60);
/** One thing, in one wording or several that mean it. */
const Wordings = z.union([Wording, z.array(Wording).min(1).max(80)]);

/** Of two things, which is the more or the less. */
const Comparison = z.strictObject({
  /** What it is about, and with what it is compared. */
  of: Wordings,
  with: Wordings,
  /** In what; absent: whatever is named. */
  in: Wordings.optional(),
  is: Wordings,
  /** What it would be if it were the other way round. */
  not: Wordings,
});

/**
 * Something that may be said to a citizen. A plain text is a wording of it; `any` gives several. `all`: each of the parts, in one turn
 * of speech, in any order unless `in_order`. `point` is how a person puts it.
 */
export const ClaimForm = z.union([
  Wording,
  z.strictObject({ any: z.array(Wording).min(1).max(80), point: Wording.optional() }),
  z.strictObject({
    point: z.string().trim().min(1).max(120),
    all: z.array(Wordings).min(1).max(8),
    in_order: z.boolean().default(false),
    /** Named in the turn as well, whether as so or as not so. */
    about: z.array(Wordings).min(1).max(8).optional(),
    /** The other way round in the same turn, it is not said. */
    compares: Comparison.optional(),
    /** Said in the same turn, it is something else. */
    without: Wordings.optional(),
  }),
  z.strictObject({ point: z.string().trim().min(1).max(120), compares: Comparison }),
  /** Of several pairs, what belongs to what: whoever wants the one takes the other. */
  z.strictObject({
    point: z.string().trim().min(1).max(120),
    pairs: z
      .array(z.tuple([Wordings, Wordings]))
      .min(2)
      .max(4),
    without: Wordings.optional(),
  }),
]);
export type ClaimForm = z.output<typeof ClaimForm>;

/** Wordings as a list. */
export const listOf = (wordings: z.output<typeof Wordings>): readonly string[] =>
  typeof wordings === 'string' ? [wordings] : wordings;

/** A claim as people put it. */
export const pointOf = (says: ClaimForm): string => {
  if (typeof says === 'string') return says;
  return says.point ?? ('any' in says ? says.any[0]! : '');
};
