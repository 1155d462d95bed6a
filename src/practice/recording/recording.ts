import * as z from 'zod';
import { operationNames } from '../../domain/account/query-rules.ts';
import { urgency } from '../../domain/calendar/deadline.ts';
import { categories } from '../../domain/ticket/ticket.ts';
import { moods } from '../scenario/scenario.ts';

/** Milliseconds since the call rang. */
const at = z.int().min(0);
const Cited = z.strictObject({ id: z.string(), topic: z.string() });

/** Something that was done in a run, by the trainee, the citizen or the line. */
export const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('take'), at }),
  z.strictObject({ do: z.literal('say'), at, text: z.string() }),
  z.strictObject({ do: z.literal('citizen'), at, text: z.string(), mood: z.enum(moods) }),
  z.strictObject({ do: z.literal('hold'), at }),
  z.strictObject({ do: z.literal('resume'), at }),
  /** Whether the fund's record agreed, and whether the person verified is the caller. */
  z.strictObject({ do: z.literal('verify'), at, agreed: z.boolean(), behalf: z.boolean() }),
  z.strictObject({ do: z.literal('look-up'), at, operation: z.enum(operationNames), given: z.boolean() }),
  z.strictObject({ do: z.literal('reveal'), at, what: z.string() }),
  z.strictObject({ do: z.literal('second-caller'), at, name: z.string() }),
  z.strictObject({ do: z.literal('second-left'), at }),
  z.strictObject({ do: z.literal('ended'), at, by: z.enum(['expert', 'hangs-up', 'line-drops', 'goodbye']) }),
  z.strictObject({
    do: z.literal('close'),
    at,
    category: z.enum(categories),
    topic: z.string().nullable(),
    answer: z.string(),
    articles: z.array(Cited),
    sms: z.string().nullable(),
  }),
  z.strictObject({
    do: z.literal('dispatch'),
    at,
    unit: z.string(),
    reason: z.string(),
    urgency: z.enum(urgency.options),
    category: z.enum(categories).nullable(),
    topic: z.string().nullable(),
    answer: z.string().nullable(),
  }),
  z.strictObject({ do: z.literal('return'), at, note: z.string() }),
  z.strictObject({ do: z.literal('move'), at, domain: z.string(), note: z.string().nullable() }),
]);
export type Step = z.output<typeof Step>;
export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>;

/** One run of a scenario, from which its marks follow. */
export const Recording = z.strictObject({
  format: z.literal(1),
  id: z.uuid(),
  trainee: z.string(),
  scenario: z.string(),
  /** The scenario's text as it was played. */
  text: z.string(),
  seed: z.int(),
  /** ISO 8601, of the moment when the call rang. */
  startedAt: z.iso.datetime({ offset: true }),
  /** SHA-256 of what marks depend on besides: manner, words, weights. */
  rules: z.string(),
  steps: z.array(Step),
});
export type Recording = z.output<typeof Recording>;
