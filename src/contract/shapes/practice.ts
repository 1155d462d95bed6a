import * as z from 'zod';
import { practiceKinds } from '../../domain/practice/result.ts';
import { absent, Instant, line, Page, TopicId } from './text.ts';

const ClassName = line(40);

/** How a run or an exam went. No recording, and nothing that was said. */
const SubmittedResult = z
  .strictObject({
    id: z.uuid().toLowerCase(),
    kind: z.enum(practiceKinds),
    subject: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a scenario or an exam such as rent-01'),
    title: line(120),
    score: z.number().min(0).max(100),
    passed: z.boolean(),
    startedAt: Instant,
    endedAt: Instant,
    weak: z.array(TopicId).max(50),
    seal: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
  })
  .refine(({ startedAt, endedAt }) => Date.parse(startedAt) <= Date.parse(endedAt), {
    error: 'it ended before it began',
    path: ['endedAt'],
  });
export type SubmittedResult = z.output<typeof SubmittedResult>;

export const Submission = z.strictObject({
  class: absent(ClassName),
  results: z.array(SubmittedResult).min(1).max(200),
});
/** Two hundred results of the longest kind, each character of a title an escape. Bytes. */
export const submissionBodyLimit = 1024 * 1024;

/** How what was handed in lies at the hub. `added` is false for what it had already, with the class it was handed in for then. */
export const Submitted = z.object({
  results: z.array(z.object({ id: z.uuid(), added: z.boolean(), class: z.string().nullable(), submittedAt: Instant })),
});

export const PracticeResultView = z.object({
  id: z.uuid(),
  person: z.object({ id: z.string(), name: z.string() }),
  class: z.string().nullable(),
  kind: z.enum(practiceKinds),
  subject: z.string(),
  title: z.string(),
  score: z.number(),
  passed: z.boolean(),
  startedAt: Instant,
  endedAt: Instant,
  weak: z.array(z.string()),
  seal: z.string(),
  submittedAt: Instant,
  revision: z.number().int(),
});
export type PracticeResultView = z.infer<typeof PracticeResultView>;

export const PracticeQuery = z.strictObject({
  class: ClassName.optional(),
  /** By id or by name. */
  person: line(64).optional(),
  kind: z.enum(practiceKinds).optional(),
  /** Ended at or after, and before. */
  since: Instant.optional(),
  until: Instant.optional(),
  /** In the order in which they were handed in. */
  order: z.enum(['newest', 'oldest']).default('newest'),
  ...Page,
  after: z.coerce.number().int().min(0).optional(),
});
