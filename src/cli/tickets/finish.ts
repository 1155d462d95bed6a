import { Close, DispatchOrder, TicketKey } from '../../contract/shapes/ticket.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { ticketCard } from './ticket-card.ts';

interface CloseOptions extends KeyOption {
  category: string;
  answer: string;
  article?: string[];
  topic?: string;
  sms?: string;
  keepCall?: boolean;
}

/** `tickets close`: answered then and there. */
export const closeTicket: Work<[string], CloseOptions> = async (context, [number], options) => {
  const key = keyOf(context, options);
  const params = checked(context, TicketKey, { number });
  const body = checked(context, Close, {
    category: options.category,
    answer: await textOrStdin(context, 'answer', options.answer),
    articles: options.article,
    topic: options.topic,
    sms: options.sms,
    keepCall: options.keepCall,
  });
  const reply = await withHub(context, (client) => client.call('tickets.close', { params, body, ...key }));
  await show(context, reply, () => ticketCard(context, reply.ticket));
  return undefined;
};

interface DispatchOptions extends KeyOption {
  unit: string;
  reason: string;
  urgency?: string;
  category?: string;
  topic?: string;
  answer?: string;
  keepCall?: boolean;
}

/** `tickets dispatch`: a work order for a unit. */
export const dispatchTicket: Work<[string], DispatchOptions> = async (context, [number], options) => {
  const key = keyOf(context, options);
  const params = checked(context, TicketKey, { number });
  if (options.reason === '-' && options.answer === '-') {
    throw wrongUsage(context.say('usage.conflict', { first: '--reason -', second: '--answer -' }));
  }
  const body = checked(context, DispatchOrder, {
    unit: options.unit,
    reason: await textOrStdin(context, 'reason', options.reason),
    urgency: options.urgency,
    category: options.category,
    topic: options.topic,
    answer: options.answer === undefined ? undefined : await textOrStdin(context, 'answer', options.answer),
    keepCall: options.keepCall,
  });
  const reply = await withHub(context, (client) => client.call('tickets.dispatch', { params, body, ...key }));
  await show(context, reply, () => ticketCard(context, reply.ticket));
  return undefined;
};
