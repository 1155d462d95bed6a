import * as z from 'zod';

const Instant = z.iso.datetime({ offset: true });

/** What became of a run, in short: what is kept in the sealed list, and what learning goes by. */
export const RunResult = z.strictObject({
  /** The recording's. */
  id: z.uuid(),
  trainee: z.string(),
  scenario: z.string(),
  title: z.string(),
  level: z.int(),
  /** What it is about, and what had to be cited. */
  topics: z.array(z.string()),
  seed: z.int(),
  score: z.number(),
  passed: z.boolean(),
  /** Ids of the marks of which something was lost. */
  lost: z.array(z.string()),
  vetoed: z.array(z.string()),
  startedAt: Instant,
  endedAt: Instant,
  /** Of the exam that it was part of. */
  exam: z.string().nullable(),
  /** SHA-256 of the rules by which it was marked, and of the recording's canonical JSON. */
  rules: z.string(),
  recording: z.string(),
});
export type RunResult = z.output<typeof RunResult>;
