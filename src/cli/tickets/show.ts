import { TicketKey } from '../../contract/shapes/ticket.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { historyTable, ticketCard } from './ticket-card.ts';

/** `tickets show`: the ticket and everything that happened to it and its call. */
export const showTicket: Work<[string], object> = async (context, [number]) => {
  const params = checked(context, TicketKey, { number });
  const reply = await withHub(context, (client) => client.call('tickets.show', { params }));
  await show(context, reply, () => `${ticketCard(context, reply.ticket)}\n${historyTable(context, reply.history)}`);
  return undefined;
};
