import { loadHistory, refreshCall } from '../state/call-commands.ts';
import { moveInTickets, scrollBy, showCall } from '../state/desk.ts';
import { myTickets, selectedTicket } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';

const step = (session: SeatSession, by: number): void => session.store.update((model) => moveInTickets(model, by));

const scroll = (session: SeatSession, by: number): void =>
  session.store.update((model) => scrollBy(model, by, session.view.most));

const none: Action['whyNot'] = (model, say) => (selectedTicket(model) ? undefined : say('why.no-ticket'));

const openDetail = (session: SeatSession): void => {
  const ticket = selectedTicket(session.store.get());
  if (!ticket) return;
  session.store.update((model) => ({ ...model, ticketAt: ticket.number, ticketOpen: true, scroll: 0 }));
  void loadHistory(session, ticket.number);
};

/** An open ticket is finished where tickets are finished: on the call screen, with its draft. */
const goOn = async (session: SeatSession): Promise<void> => {
  const ticket = selectedTicket(session.store.get());
  if (!ticket) return;
  const known = session.store.get().calls.has(ticket.call) || (await refreshCall(session, ticket.call));
  if (known) session.store.update((model) => showCall(model, ticket.call));
  else session.notice('away', session.say('away.history'));
};

export const ticketActions: readonly Action[] = [
  {
    id: 'ticket-show',
    name: 'action.ticket-show',
    help: 'help.ticket-show',
    keys: ['enter'],
    where: 'tickets',
    hidden: true,
    bar: 20,
    whyNot: none,
    run: openDetail,
  },
  ...(
    [
      ['up', 'action.up', ['up', 'k'], () => -1],
      ['down', 'action.down', ['down', 'j'], () => 1],
      ['page-up', 'action.page-up', ['pageup'], ({ view }) => -view.page],
      ['page-down', 'action.page-down', ['pagedown'], ({ view }) => view.page],
      ['first', 'action.first', ['home', 'g'], ({ store }) => -myTickets(store.get()).length],
      ['last', 'action.last', ['end', 'G'], ({ store }) => myTickets(store.get()).length],
    ] as const satisfies readonly (readonly [
      string,
      Action['name'],
      readonly string[],
      (session: SeatSession) => number,
    ])[]
  ).map(
    ([id, name, keys, by]): Action => ({
      id: `tickets-${id}`,
      name,
      help: 'help.tickets-move',
      keys,
      where: 'tickets',
      hidden: true,
      run: (session) => step(session, by(session)),
    }),
  ),
  {
    id: 'ticket-go-on',
    name: 'action.go-on',
    help: 'help.go-on',
    keys: ['enter'],
    where: 'ticket',
    hidden: true,
    bar: 20,
    whyNot: (model, say) => {
      const ticket = selectedTicket(model);
      if (!ticket) return say('why.no-ticket');
      return ticket.state === 'open' ? undefined : say('why.ticket-done', { number: ticket.number });
    },
    run: goOn,
  },
  {
    id: 'ticket-back',
    name: 'action.back',
    help: 'help.back',
    keys: ['escape'],
    where: 'ticket',
    hidden: true,
    bar: 21,
    run: ({ store }) => store.update((model) => ({ ...model, ticketOpen: false, scroll: 0 })),
  },
  ...(
    [
      ['up', 'action.up', ['up', 'k'], () => -1],
      ['down', 'action.down', ['down', 'j'], () => 1],
      ['page-up', 'action.page-up', ['pageup'], ({ view }) => -view.page],
      ['page-down', 'action.page-down', ['pagedown'], ({ view }) => view.page],
    ] as const satisfies readonly (readonly [
      string,
      Action['name'],
      readonly string[],
      (session: SeatSession) => number,
    ])[]
  ).map(
    ([id, name, keys, by]): Action => ({
      id: `ticket-${id}`,
      name,
      help: 'help.scroll',
      keys,
      where: 'ticket',
      hidden: true,
      run: (session) => scroll(session, by(session)),
    }),
  ),
];
