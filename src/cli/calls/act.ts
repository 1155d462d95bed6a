import { CallId, type CallView, Move, Note, OptionalNote } from '../../contract/shapes/call.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { callCard } from './call-card.ts';

const told = async (context: Context, reply: { call: CallView }): Promise<undefined> => {
  await show(context, reply, () => callCard(context, reply.call));
  return undefined;
};

/** What is done to a call by its id alone. */
const simple =
  (route: 'calls.hold' | 'calls.resume' | 'calls.end' | 'calls.decline'): Work<[string], KeyOption> =>
  async (context, [id], options) => {
    const key = keyOf(context, options);
    const params = checked(context, CallId, { id });
    return told(context, await withHub(context, (client) => client.call(route, { params, body: {}, ...key })));
  };

export const holdCall = simple('calls.hold');
export const resumeCall = simple('calls.resume');
export const endCall = simple('calls.end');
export const declineCall = simple('calls.decline');

/** `calls return`: back to the front line, with what it must know. */
export const returnCall: Work<[string], KeyOption & { note: string }> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = checked(context, CallId, { id });
  const body = checked(context, Note, { note: await textOrStdin(context, 'note', options.note) });
  return told(context, await withHub(context, (client) => client.call('calls.return', { params, body, ...key })));
};

/** `calls abandon`: the citizen hung up before a seat had the call. */
export const abandonCall: Work<[string], KeyOption & { note?: string }> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = checked(context, CallId, { id });
  const body = checked(context, OptionalNote, { note: options.note });
  return told(context, await withHub(context, (client) => client.call('calls.abandon', { params, body, ...key })));
};

/** `calls move`: into another domain's queue. */
export const moveCall: Work<[string], KeyOption & { domain: string; note?: string }> = async (
  context,
  [id],
  options,
) => {
  const key = keyOf(context, options);
  const params = checked(context, CallId, { id });
  const body = checked(context, Move, { domain: options.domain, note: options.note });
  return told(context, await withHub(context, (client) => client.call('calls.move', { params, body, ...key })));
};
