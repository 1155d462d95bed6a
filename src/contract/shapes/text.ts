import * as z from 'zod';
import { maskCitizenNumbers, maskNumbers } from '../../domain/text/mask.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/**
 * Text from a citizen or another system: made harmless (domain/text/plain-text), citizen numbers in it masked, for nobody needs them
 * there; then 1 to `max` characters (code points). Longer text is refused, never cut.
 */
const text = (max: number, multiline: boolean) =>
  z
    .string()
    .max(max * 8, `at most ${max} characters`)
    .transform((value) => maskCitizenNumbers(plainText(value, { multiline })))
    .refine((value) => value.length > 0, 'must not be empty')
    .refine((value) => value.length <= max || [...value].length <= max, `at most ${max} characters`);

export const line = (max: number) => text(max, false);
export const paragraph = (max: number) => text(max, true);

/** Why something was done, as it is kept in the audit log: without any long number. */
export const reason = line(200).transform(maskNumbers);

/** A telephone number: digits, perhaps a leading plus; spaces, dashes and full-width forms are taken and folded. */
export const Phone = z
  .string()
  .max(64)
  .transform((value) => value.normalize('NFKC').replace(/[\s()-]/g, ''))
  .refine((value) => /^\+?\d{3,15}$/.test(value), 'a telephone number of 3 to 15 digits');

/** An optional text that may also come as null or empty, which mean the same as absent. */
export const absent = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), shape.optional());

/** Yes or no in a query string. */
export const Flag = z.union([z.boolean(), z.stringbool()]);

/** A moment on the wire: ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });

/** Milliseconds since 1970 as ISO 8601 in the hotline's own time, UTC+8. */
export const toInstant = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

/** A domain's code. Whether the hotline has that domain is for the rules to say. */
export const DomainId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'a domain code such as gongjijin');

/** A topic's code. */
export const TopicId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+){0,4}$/, 'a topic code such as gjj.wd.rent')
  .max(64);

/** How many rows of a list, and after which. `after` is the `next` of the page before. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'the `next` of the page before')
    .optional(),
};
