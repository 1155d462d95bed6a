import type { TicketOrder } from '../../../client/list-use.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import { keptOrder } from '../list/kept-order.ts';
import type { RowMap } from '../list/row-map.ts';
import type { SortedRows } from '../list/sorted-rows.ts';

type Compare = (a: TicketView, b: TicketView) => number;

/** The hub writes every moment in the hotline's own time, so moments compare as they are written. */
const earlier = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const newest: Compare = (a, b) => earlier(b.openedAt, a.openedAt) || earlier(b.number, a.number);

const rankOfState = { open: 0, dispatched: 1, closed: 2 } as const;

let collator: Intl.Collator | undefined;
/** Made when names are first put in order, which few people ask for. */
const byName = (a: string, b: string): number => {
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin');
  return collator.compare(a, b);
};

/** An order that a ticket is out of, such as that of deadlines without one, comes after those that are in it. */
const awaited = ({ state, deadline }: TicketView): string | undefined =>
  state === 'dispatched' && deadline !== null ? deadline : undefined;

const compares: Readonly<Record<TicketOrder, Compare>> = {
  state: (a, b) => rankOfState[a.state] - rankOfState[b.state] || newest(a, b),
  newest,
  deadline: (a, b) => {
    const [left, right] = [awaited(a), awaited(b)];
    if (left !== undefined && right !== undefined) return earlier(left, right) || newest(a, b);
    return Number(left === undefined) - Number(right === undefined) || newest(a, b);
  },
  waiting: (a, b) => {
    const done = Number(a.state === 'closed') - Number(b.state === 'closed');
    return done || (a.state === 'closed' ? newest(a, b) : newest(b, a));
  },
  name: (a, b) => byName(a.name, b.name) || newest(a, b),
};

const kept = {
  state: keptOrder(compares.state),
  newest: keptOrder(compares.newest),
  deadline: keptOrder(compares.deadline),
  waiting: keptOrder(compares.waiting),
  name: keptOrder(compares.name),
} satisfies Record<TicketOrder, unknown>;

export const orderedTickets = (tickets: RowMap<TicketView>, order: TicketOrder): SortedRows<TicketView> =>
  kept[order](tickets.rows);

/** So that no key that chooses an order has to wait for a whole list to be sorted. */
export const keepAllOrders = (tickets: RowMap<TicketView>): void => {
  for (const follow of Object.values(kept)) follow(tickets.rows);
};

/** How many there are of each state: those stand together, so their ends are found and nothing is counted. */
export const countsOf = (
  tickets: RowMap<TicketView>,
  now: string,
): Record<'all' | 'overdue' | TicketView['state'], number> => {
  const byState = orderedTickets(tickets, 'state');
  const byDeadline = orderedTickets(tickets, 'deadline');
  const open = byState.placeWhere(({ state }) => state === 'open');
  const done = byState.placeWhere(({ state }) => state !== 'closed');
  const overdue = byDeadline.placeWhere((ticket) => isOverdue(ticket, now));
  return { all: tickets.size, open, dispatched: done - open, overdue, closed: tickets.size - done };
};

/** Its unit has not met the deadline, as far as is known. */
export const isOverdue = (ticket: TicketView, now: string): boolean => {
  const deadline = awaited(ticket);
  return deadline !== undefined && deadline < now;
};
