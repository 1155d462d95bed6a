import * as z from 'zod';
import type { ErrorCode } from '../../contract/errors.ts';

/** Changes that took thought: they are delivered, however long it takes. */
export const postedRoutes = [
  'tickets.close',
  'tickets.dispatch',
  'calls.return',
  'calls.move',
  'calls.end',
  'kb.correct',
] as const;
export type PostedRoute = (typeof postedRoutes)[number];

const Refused = z.object({
  code: z.string().transform((code) => code as ErrorCode),
  /** In the person's words. */
  text: z.string(),
  at: z.number(),
});
export type Refused = z.infer<typeof Refused>;

/** What is said in an entry, as it is sealed. */
export const EntryContent = z.object({
  params: z.record(z.string(), z.string()),
  body: z.record(z.string(), z.unknown()),
  /** Whose matter it is, for people. */
  about: z.string(),
  refused: Refused.optional(),
});

/** A change of the line that is to reach the hub: written down before it is asked for, and until it has been answered. */
export interface OutboxEntry extends z.infer<typeof EntryContent> {
  /** Its place in the order in which things were done. */
  readonly place: number;
  readonly route: PostedRoute;
  /** The idempotency key, kept over every attempt and every start of the program. */
  readonly key: string;
  /** What it is about: a call by its id, or an article. */
  readonly subject: string;
  /** The call's ticket; empty when it is about none. */
  readonly ticket: string;
  /** Not before this moment (milliseconds since 1970): until then it can be taken back. */
  readonly dueAt: number;
  /** It was sent at least once, so the hub may have it. */
  readonly tried: boolean;
}

export type Posting = Omit<OutboxEntry, 'place' | 'tried' | 'refused' | 'key'>;
