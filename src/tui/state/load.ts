import type { HubClient } from '../../client/hub-client.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { Snapshot } from './line.ts';

const pageOfCalls = 500;
const shownTickets = 200;

/** Every call of the line that is not over, as far as this seat may see it. */
const loadCalls = async (client: HubClient, signal: AbortSignal): Promise<CallView[]> => {
  const calls: CallView[] = [];
  let after: string | undefined;
  do {
    const page = await client.call('calls.list', { query: { limit: pageOfCalls, ...(after && { after }) }, signal });
    calls.push(...page.calls);
    after = page.next;
  } while (after !== undefined);
  return calls;
};

/** What the hub says now; all of it is later than event `seq`. */
export const loadSnapshot = async (client: HubClient, seq: number, signal: AbortSignal): Promise<Snapshot> => {
  const [{ user: me }, { seat }, { settings }, calls, { tickets }] = await Promise.all([
    client.call('me', { signal }),
    client.call('seat.show', { signal }),
    client.call('settings.show', { signal }),
    loadCalls(client, signal),
    client.call('tickets.list', { query: { mine: 'true', limit: shownTickets }, signal }),
  ]);
  return { seq, me, seat, settings, calls, tickets };
};
