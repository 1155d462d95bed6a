import { type ListUse, ticketFilters, ticketOrders, ticketPeriods } from '../../../client/list-use.ts';
import { type EditBuffer, edit } from '../../text/edit-buffer.ts';
import type { SeatModel } from '../model.ts';
import { selectedTicket, ticketRows } from './rows.ts';
import { emptyTicketList, type TicketList } from './ticket-list-state.ts';

export const withList = (model: SeatModel, change: Partial<TicketList>): SeatModel => ({
  ...model,
  ticketList: { ...model.ticketList, ...change },
});

/** What was typed stays, and goes with the first character that is typed now. */
export const startFinding = (model: SeatModel): SeatModel =>
  withList(model, { typing: true, query: edit(model.ticketList.query, { do: 'select-all' }).buffer });

export const stopFinding = (model: SeatModel): SeatModel =>
  model.ticketList.typing ? withList(model, { typing: false }) : model;

/** Another text is looked for from the top of the list, and the cursor stays on its ticket where that is found. */
export const withFindText = (model: SeatModel, query: EditBuffer): SeatModel =>
  withList(model, { query, ...(query.text !== model.ticketList.query.text && { turns: 1 }) });

export const clearFindText = (model: SeatModel): SeatModel => withFindText(model, emptyTicketList.query);

/** Another person sits here: what was looked for and marked was not theirs. */
export const forgetLookedFor = (model: SeatModel): SeatModel =>
  withList(model, { query: emptyTicketList.query, typing: false, marked: emptyTicketList.marked });

const next = <T>(all: readonly T[], now: T, by: 1 | -1): T => all[(all.indexOf(now) + by + all.length) % all.length]!;

export const nextFilter = (lists: ListUse, by: 1 | -1): ListUse => ({
  ...lists,
  filter: next(ticketFilters, lists.filter, by),
});
export const nextPeriod = (lists: ListUse): ListUse => ({ ...lists, period: next(ticketPeriods, lists.period, 1) });
export const nextOrder = (lists: ListUse): ListUse => ({ ...lists, order: next(ticketOrders, lists.order, 1) });

export const moveInTickets = (model: SeatModel, by: number): SeatModel => {
  const rows = ticketRows(model);
  const chosen = selectedTicket(model);
  if (!chosen) return model;
  // One that has left the list stands before the one that has its place.
  const at = rows.placeOf(chosen) - Number(by > 0 && !rows.has(chosen));
  const ticketAt = rows.at(Math.max(0, Math.min(at + by, rows.size - 1)))?.number;
  return ticketAt === undefined || ticketAt === model.ticketAt ? model : { ...model, ticketAt, scroll: 0 };
};

/** Marks the selected ticket, or takes its mark away, and goes on to the next. */
export const markOrNot = (model: SeatModel): SeatModel => {
  const chosen = selectedTicket(model);
  if (!chosen) return model;
  const marked = new Set(model.ticketList.marked);
  if (!marked.delete(chosen.number)) marked.add(chosen.number);
  return moveInTickets(withList({ ...model, ticketAt: chosen.number }, { marked }), 1);
};

/** Marks all tickets of the list, beside those that are marked. */
export const markAll = (model: SeatModel): SeatModel => {
  const whole = withList(model, { turns: Number.POSITIVE_INFINITY });
  const marked = new Set(model.ticketList.marked);
  for (const { number } of ticketRows(whole)) marked.add(number);
  return withList(whole, { marked });
};

export const clearMarks = (model: SeatModel): SeatModel => withList(model, { marked: new Set() });
