import * as z from 'zod';
import { canonicalJson, type Json } from '../../../domain/audit/canonical-json.ts';
import { rowDigest } from '../../../domain/audit/chain.ts';
import { Blueprint } from '../blueprint/blueprint.ts';
import { Answer } from '../marking/answer.ts';
import { Mark } from '../marking/mark.ts';
import { PaperItem } from '../paper/paper.ts';

/** `20261127-k7m2q`: the day on which it began, and a few letters and digits that cannot be mistaken for one another. */
export const ExamId = z.string().regex(/^\d{8}-[a-z0-9]{5}$/);

const Started = z.strictObject({
  type: z.literal('started'),
  exam: ExamId,
  trainee: z.string(),
  /** As it was: a blueprint that changes later changes no exam that has begun. */
  blueprint: Blueprint,
  seed: z.number().int(),
  day: z.string(),
  /** Milliseconds since 1970; fixed, whatever happens meanwhile. */
  ends: z.number().int(),
  items: z.array(PaperItem).min(1),
});
const Answered = z.strictObject({ type: z.literal('answered'), number: z.number().int(), answer: Answer });
/** A live call was taken up; more often than once when the program was broken off in it. */
const Called = z.strictObject({ type: z.literal('called'), number: z.number().int() });
const Sealed = z.strictObject({
  type: z.literal('sealed'),
  reason: z.enum(['handed-in', 'time-over']),
  marks: z.array(Mark),
  points: z.number(),
  of: z.number(),
  percent: z.number(),
  passed: z.boolean(),
});

/** What can happen in an exam. */
export const Happening = z.discriminatedUnion('type', [Started, Answered, Called, Sealed]);
export type Happening = z.infer<typeof Happening>;
export type Started = z.infer<typeof Started>;
export type Sealed = z.infer<typeof Sealed>;

/** One line of a journal. */
export const Entry = z.strictObject({
  /** 1, 2, 3 … without gaps. */
  seq: z.number().int().min(1),
  /** The exam's own time (exam-clock.ts), milliseconds since 1970. */
  at: z.number().int(),
  /** How long the machine had been up, milliseconds. */
  up: z.number().int(),
  /** What the clock said, where it had gone back behind the exam's own time. */
  clock: z.number().int().optional(),
  what: Happening,
  /** Hash of the line before, or `genesis`. */
  prev: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** The hash that ties a line to all before it: SHA-256 over its canonical JSON, the hash before it included. */
export const entryHash = (entry: Omit<Entry, 'hash'>): string => rowDigest(entry);

export const linked = (entry: Omit<Entry, 'hash'>): Entry => ({ ...entry, hash: entryHash(entry) });

/** A line as it is written, without its end. There is one way to write it, so that any other is a change. */
export const lineOf = (entry: object): string => canonicalJson(entry as Json);
