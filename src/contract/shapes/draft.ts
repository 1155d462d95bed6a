import * as z from 'zod';
import { plainText } from '../../domain/text/plain-text.ts';
import { Instant } from './text.ts';

/** Longest text of a field, and of an answer, with room for what is being cut down. UTF-16. */
const longest = 20_000;

/** What a person is writing: made harmless, and otherwise as it was typed, spaces at its ends included. */
const Written = z
  .string()
  .max(longest)
  .transform((text) => plainText(text, { multiline: true, trim: false }));
const Caret = z.number().int().min(0).max(longest);
const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'an id such as gjj-0021');

/** A field of a form that was begun. `max`: the most characters it takes; null when it has no end. */
const FieldLeft = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: Written,
    caret: Caret,
    multiline: z.boolean(),
    max: z.number().int().min(1).nullable(),
  }),
  z.object({ type: z.literal('choice'), value: z.string().max(200) }),
]);

/**
 * What lies on the desk for a call: the answer as far as it is written, the articles that it rests on, and the forms that were
 * begun, by their kind.
 */
export const Paper = z.object({
  text: Written,
  caret: Caret,
  articles: z.array(Id).max(20),
  forms: z.record(z.string().regex(/^[a-z-]{1,32}$/, 'a kind of form'), z.record(z.string().max(64), FieldLeft)),
});
export type Paper = z.infer<typeof Paper>;
export type FieldLeft = z.infer<typeof FieldLeft>;

/** Nothing is written in it. It takes the place of what was, wherever that lies. */
export const isEmptyPaper = ({ text, forms }: Paper): boolean => text === '' && Object.keys(forms).length === 0;

/** A paper as the hub holds it for the screens of one person. */
export const HeldPaper = z.object({
  call: z.uuid(),
  /** Greater with every change. */
  version: z.number().int(),
  /** When it was written, by the hub's clock. */
  at: Instant,
  /** The last version that another screen wrote over without having seen it; 0 for none. Who has one up to it has a text that is put by. */
  passedOver: z.number().int(),
  /** Which screen wrote it; a name of chance. */
  screen: z.string(),
  paper: Paper,
});
export type HeldPaper = z.infer<typeof HeldPaper>;

export const PaperChange = z.strictObject({
  /** The version that was being written on; 0 for none. */
  base: z.number().int().min(0),
  /** When it was written, by the hub's clock. */
  at: Instant,
  screen: z.string().regex(/^[\w-]{1,64}$/, 'the name of a screen'),
  paper: Paper,
});

/**
 * Of two screens that did not see each other's text, what was written later is kept. `replaced`: what another screen had written since
 * `base`, which this took the place of; `newer`: that it is newer, and this was not kept. So neither is lost to anybody.
 */
export const PaperKept = z.object({
  version: z.number().int(),
  replaced: HeldPaper.optional(),
  newer: HeldPaper.optional(),
});
