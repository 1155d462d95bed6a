import { beginForm } from '../forms/fill-in.ts';
import type { SeatSession } from '../state/session.ts';
import { chosenTickets } from '../state/tickets/chosen.ts';
import { ticketRows } from '../state/tickets/rows.ts';
import { copyNumbers, copyTable, mostCopied } from '../state/tickets/take-out.ts';
import { clearFindText, clearMarks, markAll, markOrNot, moveInTickets } from '../state/tickets/ticket-list.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { aTicket, onTickets, type Reason, unless } from './reasons.ts';

const toEnd = (session: SeatSession, way: 1 | -1): void =>
  session.store.update((model) => moveInTickets(model, way * ticketRows(model).size));

const fewEnough: Reason = (model, say) =>
  aTicket(model, say) ??
  (chosenTickets(model).length > mostCopied ? say('why.too-many-to-copy', { most: mostCopied }) : undefined);

/** While the list itself has the keys: marking tickets, and what is done with the marked ones, else with the selected one. */
export const ticketMarkActions: readonly Action[] = [
  {
    id: 'ticket-mark',
    name: 'action.ticket-mark',
    help: 'help.ticket-mark',
    keys: ['ctrl+t', ' '],
    where: 'ticket-marks',
    bar: 23,
    whyNot: unless(onTickets, aTicket),
    run: ({ store }) => store.update(markOrNot),
  },
  {
    id: 'ticket-mark-all',
    name: 'action.ticket-mark-all',
    help: 'help.ticket-mark-all',
    keys: ['ctrl+a'],
    where: 'ticket-marks',
    bar: 26,
    whyNot: unless(onTickets, aTicket),
    run: ({ store }) => store.update(markAll),
  },
  {
    id: 'ticket-copy-numbers',
    name: 'action.ticket-copy-numbers',
    help: 'help.ticket-copy-numbers',
    keys: ['ctrl+y', 'y'],
    where: 'ticket-marks',
    bar: 25,
    whyNot: unless(onTickets, fewEnough),
    run: copyNumbers,
  },
  {
    id: 'ticket-copy-table',
    name: 'action.ticket-copy-table',
    help: 'help.ticket-copy-table',
    keys: ['ctrl+r', 'Y'],
    where: 'ticket-marks',
    bar: 27,
    whyNot: unless(onTickets, fewEnough),
    run: copyTable,
  },
  {
    id: 'ticket-export',
    name: 'action.ticket-export',
    help: 'help.ticket-export',
    keys: ['ctrl+e'],
    where: 'ticket-marks',
    bar: 28,
    whyNot: unless(onTickets, aTicket),
    run: (session) => beginForm(session, 'export', ''),
  },
  {
    id: 'tickets-clear',
    name: 'action.clear',
    help: 'help.tickets-clear',
    keys: ['escape'],
    where: 'ticket-marks',
    bar: 22.5,
    whyNot: onTickets,
    idle: ({ ticketList }) => ticketList.query.text === '' && ticketList.marked.size === 0,
    nameNow: ({ ticketList }) => (ticketList.query.text === '' ? 'action.ticket-clear-marks' : undefined),
    run: ({ store }) =>
      store.update((model) => (model.ticketList.query.text === '' ? clearMarks(model) : clearFindText(model))),
  },
  hidden('ticket-marks', 'first', 'action.first', 'help.tickets-move', ['home', 'g'], (session) => toEnd(session, -1)),
  hidden('ticket-marks', 'last', 'action.last', 'help.tickets-move', ['end', 'G'], (session) => toEnd(session, 1)),
];
