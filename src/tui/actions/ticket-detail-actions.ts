import { loadHistory, refreshCall } from '../state/call-commands.ts';
import { scrollBy, showCall } from '../state/desk.ts';
import type { SeatSession } from '../state/session.ts';
import { selectedTicket } from '../state/tickets/rows.ts';
import { moveInTickets } from '../state/tickets/ticket-list.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { aTicket } from './reasons.ts';

const scroll = (session: SeatSession, by: number): void =>
  session.store.update((model) => scrollBy(model, by, session.view.most));

/** The next ticket of the list, in detail. */
const goTo = (session: SeatSession, by: 1 | -1): void => {
  session.store.update((model) => moveInTickets(model, by));
  const ticket = selectedTicket(session.store.get());
  if (ticket && !session.store.get().histories.has(ticket.number)) void loadHistory(session, ticket.number);
};

/** An open ticket is finished where tickets are finished: on the call screen, with its draft. */
const goOn = async (session: SeatSession): Promise<void> => {
  const ticket = selectedTicket(session.store.get());
  if (!ticket) return;
  const known = session.store.get().calls.has(ticket.call) || (await refreshCall(session, ticket.call));
  if (known) session.store.update((model) => showCall(model, ticket.call));
  else session.notice('away', session.say('away.history'));
};

/** A ticket in detail. */
export const ticketDetailActions: readonly Action[] = [
  {
    ...hidden('ticket', 'go-on', 'action.go-on', 'help.go-on', ['enter'], goOn, 20),
    whyNot: (model, say) => {
      const ticket = selectedTicket(model);
      if (!ticket || ticket.state === 'open') return aTicket(model, say);
      return say('why.ticket-done', { number: ticket.number });
    },
  },
  hidden(
    'ticket',
    'back',
    'action.back',
    'help.back',
    ['escape'],
    ({ store }) => store.update((model) => ({ ...model, ticketOpen: false, scroll: 0 })),
    21,
  ),
  hidden(
    'ticket',
    'next',
    'action.ticket-next',
    'help.ticket-next',
    ['right', 'ctrl+down', 'l'],
    (session) => goTo(session, 1),
    22,
  ),
  hidden(
    'ticket',
    'previous',
    'action.ticket-previous',
    'help.ticket-previous',
    ['left', 'ctrl+up', 'h'],
    (session) => goTo(session, -1),
    23,
  ),
  hidden('ticket', 'up', 'action.up', 'help.scroll', ['up', 'k'], (session) => scroll(session, -1)),
  hidden('ticket', 'down', 'action.down', 'help.scroll', ['down', 'j'], (session) => scroll(session, 1)),
  hidden('ticket', 'page-up', 'action.page-up', 'help.scroll', ['pageup'], (session) =>
    scroll(session, -session.view.page),
  ),
  hidden('ticket', 'page-down', 'action.page-down', 'help.scroll', ['pagedown'], (session) =>
    scroll(session, session.view.page),
  ),
];
