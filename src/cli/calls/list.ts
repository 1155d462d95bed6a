import { CallId, CallQuery } from '../../contract/shapes/call.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { callCard, callTable } from './call-card.ts';

interface ListOptions {
  waiting?: boolean;
  mine?: boolean;
  state?: string;
  domain?: string;
  limit?: string;
  after?: string;
}

/** `calls list` */
export const listCalls: Work<[], ListOptions> = async (context, _args, options) => {
  const { waiting, mine, state, domain, limit, after } = options;
  if (waiting && state !== undefined) {
    throw wrongUsage(context.say('usage.conflict', { first: '--waiting', second: '--state' }));
  }
  const query = checked(context, CallQuery, {
    state: waiting ? 'waiting' : state,
    mine: mine ? 'true' : undefined,
    domain,
    limit,
    after,
  });
  const reply = await withHub(context, (client) => client.call('calls.list', { query }));
  await show(context, reply, () => callTable(context, reply.calls));
  if (reply.calls.length === 0) remark(context, context.say('list.none'));
  if (reply.next) remark(context, context.say('list.more', { next: reply.next }));
  return undefined;
};

/** `calls show` */
export const showCall: Work<[string], object> = async (context, [id]) => {
  const params = checked(context, CallId, { id });
  const reply = await withHub(context, (client) => client.call('calls.show', { params }));
  await show(context, reply, () => callCard(context, reply.call, reply.ticket));
  return undefined;
};
