import type { HubClient } from '../../client/hub-client.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import type { Snapshot } from './line.ts';
import { listedTickets, seesAllTickets } from './tickets/listed.ts';

const pageOfCalls = 500;
/** Tickets that the screen begins with; older ones are read when it stands. */
const firstTickets = 200;

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

/**
 * What the hub says now; all of it is later than event `seq`. @param known who this was a moment ago, so that the tickets need not wait until
 * the hub has said it again
 */
export const loadSnapshot = async (
  client: HubClient,
  seq: number,
  signal: AbortSignal,
  known: Promise<UserView | undefined>,
): Promise<Snapshot> => {
  const whoAmI = client.call('me', { signal });
  const ticketsOf = (user: UserView) =>
    client.call('tickets.list', { query: { ...listedTickets(user), limit: firstTickets }, signal });
  const loadTickets = async () => {
    const before = await known;
    const early = before && ticketsOf(before);
    early?.catch(() => undefined);
    const { user } = await whoAmI;
    return early && seesAllTickets(before) === seesAllTickets(user) ? early : ticketsOf(user);
  };
  const [{ user: me }, { seat }, { settings }, calls, { tickets, next }] = await Promise.all([
    whoAmI,
    client.call('seat.show', { signal }),
    client.call('settings.show', { signal }),
    loadCalls(client, signal),
    loadTickets(),
  ]);
  return { seq, me, seat, settings, calls, tickets, olderTickets: next };
};
