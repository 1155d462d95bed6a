import * as z from 'zod';
import type { HubClient } from '../../client/hub-client.ts';
import { TicketQuery, type TicketView } from '../../contract/shapes/ticket.ts';
import { byteOrderMark, csvRow } from '../../domain/text/csv.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { instantOf } from '../input/instant.ts';
import { jsonLine } from '../output/json.ts';
import { localTime } from '../output/local-time.ts';
import { remark } from '../output/show.ts';
import { intoSink } from '../output/sink.ts';
import type { Work } from '../run.ts';
import type { WordKey } from '../words/words.ts';
import { term } from '../words/words.ts';

interface ExportOptions {
  format?: string;
  state?: string;
  mine?: boolean;
  since?: string;
  until?: string;
  out?: string;
}

type Heading = Extract<WordKey, `ticket.${string}`>;

/** The columns of the CSV file: heading, and what stands under it. */
const columns: readonly (readonly [Heading, (ticket: TicketView, context: Context) => string | null | undefined])[] = [
  ['ticket.number', (ticket) => ticket.number],
  ['ticket.state', (ticket, { language }) => term(language, 'ticketState', ticket.state)],
  ['ticket.opened', (ticket) => localTime(ticket.openedAt)],
  ['ticket.domain', (ticket) => ticket.domain],
  ['ticket.topic', (ticket) => ticket.topic],
  ['ticket.name', (ticket) => ticket.name],
  ['ticket.phone', (ticket) => ticket.phone],
  ['ticket.question', (ticket) => ticket.question],
  ['ticket.category', (ticket) => ticket.category],
  ['ticket.answer', (ticket) => ticket.answer],
  ['ticket.articles', (ticket) => ticket.articles.join(' ')],
  ['ticket.sms', (ticket) => ticket.sms],
  ['ticket.unit', (ticket) => ticket.unit],
  ['ticket.reason', (ticket) => ticket.reason],
  ['ticket.urgency', (ticket, { language }) => ticket.urgency && term(language, 'urgency', ticket.urgency)],
  ['ticket.deadline', (ticket) => localTime(ticket.deadline)],
  ['ticket.handled', (ticket) => localTime(ticket.handledAt)],
  ['ticket.handler', (ticket) => ticket.handledBy?.name],
  ['ticket.call', (ticket) => ticket.call],
];

const Format = z.strictObject({ format: z.enum(['csv', 'ndjson']) });

/** How many tickets one request fetches; at most so many are in memory. */
const pageSize = 500;

async function* pages(client: HubClient, query: z.input<typeof TicketQuery>): AsyncGenerator<TicketView[], void> {
  let after: string | undefined;
  do {
    const reply = await client.call('tickets.list', { query: { ...query, order: 'oldest', limit: pageSize, after } });
    yield reply.tickets;
    after = reply.next;
  } while (after !== undefined);
}

/** `tickets export`: all tickets of a span of time, oldest first, page by page. */
export const exportTickets: Work<[], ExportOptions> = async (context, _args, options) => {
  const { format } = checked(context, Format, { format: options.format ?? 'csv' });
  const query = checked(context, TicketQuery, {
    state: options.state,
    mine: options.mine ? 'true' : undefined,
    since: instantOf(context, 'since', options.since),
    until: instantOf(context, 'until', options.until),
  });
  let count = 0;
  await withHub(context, (client) =>
    intoSink(options.out, async (sink) => {
      if (format === 'csv') await sink.write(byteOrderMark + csvRow(columns.map(([heading]) => context.say(heading))));
      for await (const tickets of pages(client, query)) {
        count += tickets.length;
        const rows = tickets.map((ticket) =>
          format === 'csv' ? csvRow(columns.map(([, cell]) => cell(ticket, context) ?? '')) : jsonLine(ticket),
        );
        await sink.write(rows.join(''));
      }
    }),
  );
  if (options.out !== undefined) remark(context, context.say('export.done', { count, file: options.out }));
  return undefined;
};
