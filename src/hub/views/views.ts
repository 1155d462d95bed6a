import type * as z from 'zod';
import type { EventView, LinkView } from '../../contract/shapes/audit.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { SeatView } from '../../contract/shapes/seat.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Call } from '../../domain/call/call.ts';
import { type Seat, seatState } from '../../domain/seat/seat.ts';
import { maskPhone } from '../../domain/text/mask.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { User } from '../../domain/user/user.ts';
import type { Stored } from '../store/rows.ts';
import type { Schema } from '../store/schema.ts';
import type { Names } from './names.ts';

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));

export const userView = (user: User): UserView => ({
  id: user.id,
  name: user.name,
  role: user.role,
  skills: user.skills,
  disabled: user.disabled,
  createdAt: toInstant(user.createdAt),
});

/** Needs the seat's name loaded. */
export const callView = (call: Stored<Call>, names: Names): CallView => ({
  id: call.id,
  state: call.state,
  domain: call.domain,
  topic: call.topic,
  priority: call.priority,
  phone: maskPhone(call.phone),
  name: call.name,
  question: call.question,
  tried: call.tried,
  from: call.from,
  ticket: call.ticket,
  queuedAt: toInstant(call.queuedAt),
  front: call.front,
  seat: call.seat === null ? null : names.of(call.seat),
  stateSince: toInstant(call.stateSince),
  takenAt: instantOrNull(call.takenAt),
  endedAt: instantOrNull(call.endedAt),
  notes: call.notes.map((note) => ({ ...note, at: toInstant(note.at), by: names.of(note.by).name })),
  revision: call.revision,
});

/** Whose names a view of this call shows. */
export const namesInCall = (call: Call): (string | null)[] => [call.seat, ...call.notes.map((note) => note.by)];

/** Needs the handler's name loaded. */
export const ticketView = (ticket: Stored<Ticket>, names: Names, calendar: WorkingCalendar): TicketView => ({
  number: ticket.number,
  call: ticket.call,
  state: ticket.state,
  domain: ticket.domain,
  topic: ticket.topic,
  phone: maskPhone(ticket.phone),
  name: ticket.name,
  question: ticket.question,
  category: ticket.category,
  answer: ticket.answer,
  articles: ticket.articles,
  sms: ticket.sms,
  unit: ticket.unit,
  reason: ticket.reason,
  urgency: ticket.urgency,
  deadline: instantOrNull(ticket.deadline),
  deadlineProvisional:
    ticket.deadline !== null &&
    !calendar.known(new Date(ticket.handledAt ?? ticket.openedAt), new Date(ticket.deadline)),
  openedAt: toInstant(ticket.openedAt),
  handledAt: instantOrNull(ticket.handledAt),
  handledBy: ticket.handledBy === null ? null : names.of(ticket.handledBy),
  revision: ticket.revision,
});

/** Needs the person's name loaded. `calls` are those at the seat. */
export const seatView = (seat: Stored<Seat>, calls: readonly Call[], names: Names): SeatView => ({
  id: seat.id,
  name: names.of(seat.id).name,
  state: seatState(seat, calls),
  declared: seat.declared,
  reason: seat.reason,
  since: toInstant(seat.since),
  revision: seat.revision,
});

type EventRow = Schema['events'];

/** Needs the actor's name loaded. */
export const eventView = (row: EventRow, names: Names): EventView => ({
  seq: row.seq,
  at: toInstant(row.at),
  type: row.type as EventView['type'],
  actor: names.of(row.actor),
  kind: row.kind as EventView['kind'],
  subject: row.subject,
  call: row.call,
  ticket: row.ticket,
  data: JSON.parse(row.data),
});

/** Needs the actor's name loaded. */
export const linkView = (row: EventRow, names: Names): z.infer<typeof LinkView> => ({
  ...eventView(row, names),
  atMs: row.at,
  state: row.state,
  prev: row.prev,
  hash: row.hash,
});
