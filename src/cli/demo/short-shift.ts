import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import { callingNumber } from '../../contract/shapes/identity.ts';
import { arrivals, type Caller } from './callers.ts';
import { type DemoLine, transferOf } from './demo-line.ts';

/** What happened in a shift, as the line's own records say. */
export interface ShiftReport {
  calls: number;
  direct: number;
  dispatched: number;
  returned: number;
  abandoned: number;
  /** Looks into accounts. */
  lookups: number;
  /** Direct resolutions per hundred finished tickets (直办率). */
  directRate: number;
  verified: boolean;
  events: number;
  head: string;
}

/** One thing that happened, for the reader. */
export type Tell = (
  what: 'closed' | 'dispatched' | 'returned' | 'abandoned',
  expert: string,
  call: CallView,
) => Promise<void>;

const experts = ['李敏', '张伟', '陈静'];

/** Verifies who calls and looks into their account, as the call asks for. */
const lookUp = async (expert: HubClient, id: string, { citizen, looksUp }: Caller): Promise<void> => {
  if (!citizen || !looksUp) return;
  const { name, idNumber } = citizen;
  const body = { subject: 'person', name, idNumber, items: { phone: callingNumber } } as const;
  await expert.call('identity.verify', { params: { id }, body });
  await expert.call(looksUp, { params: { id }, query: {} });
};

/** Handles calls until nothing waits: holds one to look something up, returns one that is not for experts, finishes the others. */
const workThrough = async (
  name: string,
  expert: HubClient,
  callers: Map<string, Caller>,
  tell: Tell,
): Promise<void> => {
  for (;;) {
    let taken: { call: CallView };
    try {
      taken = await expert.call('calls.take-next', { body: {} });
    } catch (error) {
      if (error instanceof HubError && error.code === 'nothing_waiting') return;
      throw error;
    }
    const { call } = taken;
    const caller = callers.get(call.id)!;
    const params = { id: call.id };
    if (caller.priority === 'urgent') {
      await expert.call('calls.hold', { params, body: {} });
      await expert.call('calls.resume', { params, body: {} });
    }
    if (caller.notOurs) {
      await expert.call('calls.return', { params, body: { note: caller.answer } });
      await tell('returned', name, call);
      continue;
    }
    await lookUp(expert, call.id, caller);
    const ticket = { number: call.ticket };
    if (caller.dispatchTo) {
      const { unit, reason } = caller.dispatchTo;
      const body = { unit, reason, urgency: 'urgent' as const, category: '投诉' as const, answer: caller.answer };
      await expert.call('tickets.dispatch', { params: ticket, body });
      await tell('dispatched', name, call);
    } else {
      await expert.call('tickets.close', { params: ticket, body: { category: '咨询', answer: caller.answer } });
      await tell('closed', name, call);
    }
  }
};

/** A short shift by itself: `count` calls, one citizen who hangs up, three experts who race for the rest. */
export const runShortShift = async (line: DemoLine, seed: number, count: number, tell: Tell): Promise<ShiftReport> => {
  const frontline = await line.person('受理员101', 'frontline');
  const seats = await Promise.all(experts.map(async (name) => ({ name, client: await line.person(name, 'expert') })));
  const callers = new Map<string, Caller>();
  for (const { caller } of arrivals(seed, 1, line.sandbox)) {
    const { call } = await frontline.call('calls.transfer', { body: transferOf(caller) });
    callers.set(call.id, caller);
    if (callers.size === count) {
      await frontline.call('calls.abandon', { params: { id: call.id }, body: {} });
      await tell('abandoned', '', call);
      break;
    }
  }
  await Promise.all(seats.map(({ name, client }) => workThrough(name, client, callers, tell)));

  const countCalls = async (state: 'returned' | 'abandoned') =>
    (await line.admin.call('calls.list', { query: { state, limit: 500 } })).calls.length;
  const countTickets = async (state: 'closed' | 'dispatched') =>
    (await line.admin.call('tickets.list', { query: { state, limit: 500 } })).tickets.length;
  const [direct, dispatched] = [await countTickets('closed'), await countTickets('dispatched')];
  const { events: looks } = await line.admin.call('audit.list', { query: { type: 'query.answered', limit: 500 } });
  const { ok, events, head } = await line.admin.call('audit.verify', {});
  return {
    calls: callers.size,
    direct,
    dispatched,
    returned: await countCalls('returned'),
    abandoned: await countCalls('abandoned'),
    lookups: looks.length,
    directRate: Math.round((10_000 * direct) / Math.max(1, direct + dispatched)) / 100,
    verified: ok,
    events,
    head,
  };
};
