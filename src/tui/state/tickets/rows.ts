import type { TicketFilter } from '../../../client/list-use.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import { type Sifted, siftAnew, siftOn, unsifted } from '../list/sifted.ts';
import type { SortedRows } from '../list/sorted-rows.ts';
import type { SeatModel } from '../model.ts';
import { isOverdue, orderedTickets } from './ticket-order.ts';

type Test = (ticket: TicketView) => boolean;

/** Rows that are searched for a text in one turn, so that a key never waits for more. */
export const searchedPerTurn = 5000;

const dayMs = 86_400_000;

/** The first day of the week of a day, which begins on Monday. */
const mondayOf = (day: string): string => {
  const at = Date.parse(day);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
};

const filterTest = (filter: TicketFilter, now: string): Test | undefined => {
  if (filter === 'all') return undefined;
  return filter === 'overdue' ? (ticket) => isOverdue(ticket, now) : ({ state }) => state === filter;
};

/** What of a ticket is searched. */
const textsOf = (ticket: TicketView): readonly (string | null)[] => [
  ticket.number,
  ticket.name,
  ticket.phone,
  ticket.question,
  ticket.unit,
  ticket.category,
  ticket.answer,
  ticket.reason,
];

/** Whether the rows are found by a text, which takes a while. */
const looksForText = ({ ticketList: { query, textTest } }: SeatModel): boolean =>
  textTest !== undefined && query.text.trim() !== '';

const testOf = (model: SeatModel): Test => {
  const { lists, today, minute, ticketList } = model;
  const since = lists.period === 'today' ? today : mondayOf(today);
  const stands = looksForText(model) ? ticketList.textTest!(ticketList.query.text) : undefined;
  const tests: Test[] = [
    filterTest(lists.filter, minute),
    // The hub writes every moment in the hotline's own time, so it begins with its day.
    lists.period === 'all' ? undefined : (ticket: TicketView) => ticket.openedAt >= since,
    stands && ((ticket: TicketView) => stands(textsOf(ticket))),
  ].filter((test) => test !== undefined);
  return (ticket) => tests.every((test) => test(ticket));
};

/** What the test rests on. */
const partsOf = ({ lists, today, minute, ticketList: { query, textTest } }: SeatModel): readonly unknown[] => [
  lists.filter,
  lists.period,
  lists.order,
  lists.period !== 'all' && today,
  lists.filter === 'overdue' && minute,
  query.text,
  textTest,
];

let known: { parts: readonly unknown[]; test: Test; sifted: Sifted<TicketView> } | undefined;

/** The list as far as it was looked through. Remembered, for every key asks for it. */
const siftedTickets = (model: SeatModel): Sifted<TicketView> => {
  const rows = orderedTickets(model.tickets, model.lists.order);
  const parts = partsOf(model);
  const same = known?.parts.every((part, at) => Object.is(part, parts[at])) ? known : undefined;
  const test = same?.test ?? testOf(model);
  const until = looksForText(model) ? model.ticketList.turns * searchedPerTurn : rows.size;
  const sifted = siftOn(same ? siftAnew(same.sifted, rows, test) : unsifted(rows), test, until);
  known = { parts, test, sifted };
  return sifted;
};

/** The tickets of the list, as they are filtered and in the order that was chosen. */
export const ticketRows = (model: SeatModel): SortedRows<TicketView> =>
  isNarrowed(model) ? siftedTickets(model).rows : orderedTickets(model.tickets, model.lists.order);

/** Whether a part of the list was not searched yet. */
export const isSearching = (model: SeatModel): boolean => {
  if (!looksForText(model)) return false;
  const { seen, of } = siftedTickets(model);
  return seen < of.size;
};

/** Whether anything keeps tickets out of the list. */
export const isNarrowed = (model: SeatModel): boolean =>
  model.lists.filter !== 'all' || model.lists.period !== 'all' || looksForText(model);

/**
 * The selected ticket: the first one until another is chosen; the one that has its place now when it is not in the list any more. In
 * the detail it stays the same whatever becomes of the list.
 */
export const selectedTicket = (model: SeatModel): TicketView | undefined => {
  const chosen = model.ticketAt === undefined ? undefined : model.tickets.get(model.ticketAt);
  if (chosen && model.ticketOpen) return chosen;
  const rows = ticketRows(model);
  return rows.at(chosen ? Math.min(rows.placeOf(chosen), rows.size - 1) : 0);
};

/** Keeps the cursor at its place when its ticket leaves the list; the detail of one that is gone altogether is closed. */
export const keepTicket = (before: SeatModel, after: SeatModel): SeatModel => {
  const { ticketAt, ticketOpen } = after;
  if (ticketAt === undefined || before.ticketAt !== ticketAt) return after;
  const [was, now] = [before.tickets.get(ticketAt), after.tickets.get(ticketAt)];
  if (!was || was === now || (ticketOpen && now)) return after;
  const place = ticketRows(before).placeOf(was);
  const rows = ticketRows(after);
  if (now && rows.has(now)) return after;
  return { ...after, ticketAt: rows.at(Math.min(place, rows.size - 1))?.number, ticketOpen: false };
};
