import { loadHistory } from '../state/call-commands.ts';
import type { SeatSession } from '../state/session.ts';
import { selectedTicket } from '../state/tickets/rows.ts';
import {
  clearFindText,
  moveInTickets,
  nextFilter,
  nextOrder,
  nextPeriod,
  startFinding,
  stopFinding,
  withList,
} from '../state/tickets/ticket-list.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { aTicket, onTickets, signedIn, unless } from './reasons.ts';

const step = (session: SeatSession, by: number): void => session.store.update((model) => moveInTickets(model, by));

const openDetail = (session: SeatSession): void => {
  const ticket = selectedTicket(session.store.get());
  if (!ticket) return;
  session.store.update((model) => ({ ...stopFinding(model), ticketAt: ticket.number, ticketOpen: true, scroll: 0 }));
  void loadHistory(session, ticket.number);
};

/** The field that finds tickets gets the keys, or gives them back to the list. */
export const findTickets = ({ store }: SeatSession): void => {
  store.update((model) =>
    model.ticketList.typing ? stopFinding(model) : startFinding({ ...model, ticketOpen: false }),
  );
  if (store.get().ticketList.textTest) return;
  // Its tables of characters take longer to read than a screen may take to open.
  void import('../state/list/text-test.ts').then(({ textTest }) =>
    store.update((model) => withList(model, { textTest })),
  );
};

/** Esc in the field: what stands in it goes; an empty one gives the keys back. */
const leaveField = ({ store }: SeatSession): void =>
  store.update((model) => (model.ticketList.query.text === '' ? stopFinding(model) : clearFindText(model)));

/** The list of tickets, also while its field has the keys. */
export const ticketActions: readonly Action[] = [
  {
    ...hidden('tickets', 'show', 'action.ticket-show', 'help.ticket-show', ['enter'], openDetail, 20),
    id: 'ticket-show',
    whyNot: aTicket,
  },
  hidden('tickets', 'up', 'action.up', 'help.tickets-move', ['up', 'k'], (session) => step(session, -1)),
  hidden('tickets', 'down', 'action.down', 'help.tickets-move', ['down', 'j'], (session) => step(session, 1)),
  hidden('tickets', 'page-up', 'action.page-up', 'help.tickets-move', ['pageup'], (session) =>
    step(session, -session.shelf.rows),
  ),
  hidden('tickets', 'page-down', 'action.page-down', 'help.tickets-move', ['pagedown'], (session) =>
    step(session, session.shelf.rows),
  ),
  {
    id: 'tickets-filter',
    name: 'action.tickets-filter',
    help: 'help.tickets-filter',
    keys: ['tab'],
    where: 'tickets',
    bar: 21,
    whyNot: unless(signedIn, onTickets),
    run: (session) => session.habits.changeLists((lists) => nextFilter(lists, 1)),
  },
  hidden('tickets', 'filter-back', 'action.tickets-filter-back', 'help.tickets-filter-back', ['shift+tab'], (session) =>
    session.habits.changeLists((lists) => nextFilter(lists, -1)),
  ),
  {
    id: 'tickets-order',
    name: 'action.tickets-order',
    help: 'help.tickets-order',
    keys: ['ctrl+o'],
    where: 'tickets',
    bar: 22,
    whyNot: unless(signedIn, onTickets),
    run: (session) => session.habits.changeLists(nextOrder),
  },
  {
    id: 'tickets-period',
    name: 'action.tickets-period',
    help: 'help.tickets-period',
    keys: ['ctrl+p'],
    where: 'tickets',
    bar: 24,
    whyNot: unless(signedIn, onTickets),
    run: (session) => session.habits.changeLists(nextPeriod),
  },
  {
    ...hidden('ticket-find', 'leave', 'action.back', 'help.ticket-find-leave', ['escape'], leaveField, 5),
    nameNow: ({ ticketList }) => (ticketList.query.text === '' ? undefined : 'action.clear'),
  },
];
