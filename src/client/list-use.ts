import * as z from 'zod';
import { PersonFile } from './person-file.ts';

export const ticketFilters = ['all', 'open', 'dispatched', 'overdue', 'closed'] as const;
export type TicketFilter = (typeof ticketFilters)[number];

/** When a ticket was opened: at any time, today, since Monday. */
export const ticketPeriods = ['all', 'today', 'week'] as const;
export type TicketPeriod = (typeof ticketPeriods)[number];

/** state: open ones first; deadline: the nearest first; waiting: what waits for longest first. */
export const ticketOrders = ['state', 'newest', 'deadline', 'waiting', 'name'] as const;
export type TicketOrder = (typeof ticketOrders)[number];

const Use = z.object({
  filter: z.enum(ticketFilters),
  period: z.enum(ticketPeriods),
  order: z.enum(ticketOrders),
  /** The topic that the knowledge screen's list is narrowed to. */
  topic: z.string().optional(),
});

/** How one person left the lists at this seat. What they typed to find something is not in it: that may be a citizen's name. */
export type ListUse = z.infer<typeof Use>;

export const noListUse: ListUse = { filter: 'all', period: 'all', order: 'state' };

export class ListUseFile extends PersonFile<ListUse> {
  constructor(dir: string) {
    super(dir, 'lists', Use, noListUse);
  }
}
