import type { TicketView } from '../../../contract/shapes/ticket.ts';
import type { SeatModel } from '../model.ts';
import { selectedTicket } from './rows.ts';
import { orderedTickets } from './ticket-order.ts';

/** The tickets that something is done with: the marked ones in the order of the list, else the selected one. */
export const chosenTickets = (model: SeatModel): readonly TicketView[] => {
  const { tickets, ticketList, lists } = model;
  if (ticketList.marked.size === 0 || model.ticketOpen)
    return [selectedTicket(model)].filter((one) => one !== undefined);
  const marked = [...ticketList.marked].map((number) => tickets.get(number)).filter((one) => one !== undefined);
  return marked.sort(orderedTickets(tickets, lists.order).compare);
};
