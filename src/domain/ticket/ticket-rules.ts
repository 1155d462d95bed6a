import type { Urgency } from '../calendar/deadline.ts';
import { type Call, hasOrHad } from '../call/call.ts';
import type { Actor } from '../call/call-rules.ts';
import { Refusal } from '../refusal.ts';
import { steeringRoles } from '../user/role.ts';
import type { Category, Ticket } from './ticket.ts';

/**
 * Who may finish a ticket: the expert who has or last had its call, a supervisor or admin, and, once the call went back to the
 * front line or the citizen hung up, the front line that handed it over.
 */
const requireHandler = (ticket: Ticket, call: Call, actor: Actor): void => {
  const backAtFrontLine = call.state === 'returned' || call.state === 'abandoned';
  const allowed =
    steeringRoles.includes(actor.role) ||
    (actor.role === 'frontline' ? backAtFrontLine && call.transferredBy === actor.id : hasOrHad(call, actor.id));
  if (!allowed) throw new Refusal('not_your_ticket', { ticket: ticket.number });
};

const requireOpen = (ticket: Ticket): void => {
  if (ticket.state !== 'open') throw new Refusal('ticket_state', { ticket: ticket.number, state: ticket.state });
};

export interface Closing {
  category: Category;
  topic: string | null;
  answer: string;
  articles: string[];
  sms: string | null;
}

/** Answered then and there: a direct resolution (直办). */
export const close = (ticket: Ticket, call: Call, actor: Actor, closing: Closing, now: number): Ticket => {
  requireHandler(ticket, call, actor);
  requireOpen(ticket);
  return { ...ticket, ...closing, state: 'closed', handledAt: now, handledBy: actor.id };
};

export interface Dispatch {
  unit: string;
  reason: string;
  urgency: Urgency;
  deadline: number;
  category: Category | null;
  topic: string | null;
  answer: string | null;
}

/** Handed to the authority's back office as a work order with a deadline. */
export const dispatch = (ticket: Ticket, call: Call, actor: Actor, order: Dispatch, now: number): Ticket => {
  requireHandler(ticket, call, actor);
  requireOpen(ticket);
  return { ...ticket, ...order, state: 'dispatched', handledAt: now, handledBy: actor.id };
};
