import * as z from 'zod';
import { urgency } from '../../domain/calendar/deadline.ts';
import { categories, ticketStates } from '../../domain/ticket/ticket.ts';
import { ticketNumberPattern } from '../../domain/ticket/ticket-number.ts';
import { EventView } from './audit.ts';
import { absent, Flag, Instant, line, Page, paragraph, TopicId } from './text.ts';

export const TicketView = z.object({
  number: z.string(),
  call: z.uuid(),
  state: z.enum(ticketStates),
  domain: z.string(),
  topic: z.string().nullable(),
  phone: z.string(),
  name: z.string(),
  question: z.string(),
  category: z.enum(categories).nullable(),
  answer: z.string().nullable(),
  articles: z.array(z.string()),
  /** The text chosen for the citizen's telephone. */
  sms: z.string().nullable(),
  unit: z.string().nullable(),
  reason: z.string().nullable(),
  urgency: urgency.nullable(),
  deadline: Instant.nullable(),
  /** The official holidays of a year up to the deadline are not announced yet, so it may still move. */
  deadlineProvisional: z.boolean(),
  openedAt: Instant,
  handledAt: Instant.nullable(),
  handledBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  revision: z.number().int(),
});
export type TicketView = z.infer<typeof TicketView>;

export const TicketKey = z.object({
  number: z.string().regex(ticketNumberPattern, 'a ticket number such as JN20261123-000123'),
});

export const TicketQuery = z.strictObject({
  state: z.enum(ticketStates).optional(),
  /** Opened at or after, and before. */
  since: Instant.optional(),
  until: Instant.optional(),
  /** Those at the own seat, also when their conversation is over, and those handled; not those given back to the front line. */
  mine: Flag.optional(),
  /** newest: as people read them; oldest: as an export writes them. */
  order: z.enum(['newest', 'oldest']).default('newest'),
  ...Page,
});

const ArticleId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'an article id such as gjj-0021');

/** The longest text for a citizen's telephone. Characters. */
export const smsLimit = 500;

/** `keepCall`: the conversation goes on after the ticket is done. */
const keepCall = z.boolean().default(false);

export const Close = z.strictObject({
  category: z.enum(categories),
  answer: paragraph(5000),
  articles: z.array(ArticleId).max(20).default([]),
  /** What it turned out to be about; absent: as it was handed over. */
  topic: absent(TopicId),
  sms: absent(paragraph(smsLimit)),
  keepCall,
});

export const DispatchOrder = z.strictObject({
  unit: line(80),
  reason: paragraph(2000),
  urgency: urgency.default('normal'),
  category: absent(z.enum(categories)),
  topic: absent(TopicId),
  answer: absent(paragraph(5000)),
  keepCall,
});

export const TicketWithHistory = z.object({ ticket: TicketView, history: z.array(EventView) });
