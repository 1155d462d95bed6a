import { TicketQuery } from '../../contract/shapes/ticket.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { instantOf } from '../input/instant.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { ticketTable } from './ticket-card.ts';

interface ListOptions {
  state?: string;
  mine?: boolean;
  since?: string;
  until?: string;
  oldest?: boolean;
  limit?: string;
  after?: string;
}

/** `tickets list` */
export const listTickets: Work<[], ListOptions> = async (context, _args, options) => {
  const query = checked(context, TicketQuery, {
    state: options.state,
    mine: options.mine ? 'true' : undefined,
    since: instantOf(context, 'since', options.since),
    until: instantOf(context, 'until', options.until),
    order: options.oldest ? 'oldest' : undefined,
    limit: options.limit,
    after: options.after,
  });
  const reply = await withHub(context, (client) => client.call('tickets.list', { query }));
  await show(context, reply, () => ticketTable(context, reply.tickets));
  if (reply.tickets.length === 0) remark(context, context.say('list.none'));
  if (reply.next) remark(context, context.say('list.more', { next: reply.next }));
  return undefined;
};
