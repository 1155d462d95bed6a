import * as z from 'zod';
import { callStates, priorities } from '../../domain/call/call.ts';
import { absent, DomainId, Flag, Instant, line, Page, Phone, paragraph, reason, TopicId } from './text.ts';

/** What the front line says when it hands a call over. */
export const Transfer = z.strictObject({
  phone: Phone,
  name: line(40),
  domain: DomainId,
  question: paragraph(2000),
  topic: absent(TopicId),
  tried: absent(paragraph(2000)),
  priority: z.enum(priorities).default('normal'),
  from: absent(line(40)),
});

/** A call as the people of the line see it: the citizen's number is masked. */
export const CallView = z.object({
  id: z.uuid(),
  state: z.enum(callStates),
  domain: z.string(),
  topic: z.string().nullable(),
  priority: z.enum(priorities),
  /** 138****1000 */
  phone: z.string(),
  name: z.string(),
  question: z.string(),
  tried: z.string().nullable(),
  from: z.string().nullable(),
  ticket: z.string(),
  queuedAt: Instant,
  front: z.boolean(),
  seat: z.object({ id: z.string(), name: z.string() }).nullable(),
  stateSince: Instant,
  takenAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  notes: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      kind: z.enum(['returned', 'moved', 'lapsed', 'abandoned']),
      text: z.string(),
    }),
  ),
  /** Place of the call's last event in the chain: the newer of two views has the greater one. */
  revision: z.number().int(),
});
export type CallView = z.infer<typeof CallView>;

export const CallId = z.object({ id: z.uuid() });

export const CallQuery = z.strictObject({
  state: z.enum(callStates).optional(),
  mine: Flag.optional(),
  domain: DomainId.optional(),
  ...Page,
});

/** `live` is true from a seat screen: the call's lease is then short and renewed by the screen's connection. */
export const Taking = z.strictObject({ live: z.boolean().default(false) });

export const Nothing = z.strictObject({});
export const Note = z.strictObject({ note: paragraph(500) });
export const OptionalNote = z.strictObject({ note: absent(paragraph(500)) });
export const Move = z.strictObject({ domain: DomainId, note: absent(paragraph(500)) });
export const Reveal = z.strictObject({ reason });
export const RevealedPhone = z.object({ phone: z.string() });
