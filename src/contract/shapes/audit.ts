import * as z from 'zod';
import { eventTypes, subjectKinds } from '../../domain/audit/event-type.ts';
import { Instant, Page } from './text.ts';

/** One event of the chain as people and scripts read it. */
export const EventView = z.object({
  seq: z.number().int(),
  at: Instant,
  type: z.enum(eventTypes),
  actor: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(subjectKinds),
  subject: z.string(),
  call: z.string().nullable(),
  ticket: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type EventView = z.infer<typeof EventView>;

/** The same with what ties it to the chain. `at` is in milliseconds, as it was hashed. */
export const LinkView = EventView.extend({
  atMs: z.number().int(),
  state: z.string(),
  prev: z.string(),
  hash: z.string(),
});

const Id = z.string().regex(/^[\w@-]{1,64}$/, 'an id');

export const AuditQuery = z.strictObject({
  type: z.enum(eventTypes).optional(),
  kind: z.enum(subjectKinds).optional(),
  subject: Id.optional(),
  actor: Id.optional(),
  ticket: Id.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  ...Page,
  after: z.coerce.number().int().min(0).optional(),
});

/** A row that does not fit the chain: which table, which row, and how one can tell. */
export const BrokenRow = z.object({
  table: z.string(),
  row: z.string(),
  fault: z.enum(['changed', 'removed', 'inserted']),
});
export type BrokenRow = z.infer<typeof BrokenRow>;

export const Verification = z.object({
  ok: z.boolean(),
  events: z.number().int(),
  head: z.string(),
  broken: BrokenRow.optional(),
});
export type Verification = z.infer<typeof Verification>;
