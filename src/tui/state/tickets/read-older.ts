import { setTimeout as sleep } from 'node:timers/promises';
import type { HubClient } from '../../../client/hub-client.ts';
import { HubError } from '../../../client/hub-error.ts';
import type { ReplyOf } from '../../../contract/routes.ts';
import { unanswered } from '../asked.ts';
import { applyListed, applyTickets, type Snapshot } from '../line.ts';
import type { SeatModel } from '../model.ts';
import { listedTickets } from './listed.ts';
import { withList } from './ticket-list.ts';

/** The most tickets that a seat holds; older ones are for `tickets export`. */
export const mostTickets = 100_000;

const pageSize = 500;
/** Between two pages, so that a hundred seats that open together do not keep their hub from their calls. */
const pauseMs = 50;
const retryMs = 3000;

/**
 * Reads the tickets behind those of a snapshot, page by page beside everything else, and then forgets what is in the list no more. A hub
 * that is away is asked again; one that refuses is left alone, and what came until then stays.
 */
export const readOlderTickets = async (
  client: HubClient,
  { tickets, olderTickets, me, seq }: Snapshot,
  signal: AbortSignal,
  take: (change: (model: SeatModel) => SeatModel) => void,
): Promise<void> => {
  const listed = new Set(tickets.map(({ number }) => number));
  let after = olderTickets;
  while (after !== undefined && listed.size < mostTickets) {
    const query = { ...listedTickets(me), limit: pageSize, after };
    const page = await client.call('tickets.list', { query, signal }).catch((error: unknown) => error);
    if (signal.aborted) return;
    if (page instanceof HubError && !unanswered(page)) return take((model) => withList(model, { reading: 'most' }));
    if (page instanceof Error) {
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    } else {
      const { tickets: more, next } = page as ReplyOf<'tickets.list'>;
      for (const { number } of more) listed.add(number);
      take((model) => applyTickets(model, more));
      after = next;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
  const reading = after === undefined ? 'done' : 'most';
  if (olderTickets !== undefined) take((model) => applyListed(model, listed, seq, reading));
};
