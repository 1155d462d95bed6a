import { CallId } from '../../contract/shapes/call.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { callCard } from './call-card.ts';

/** `calls take`: this call, or the next that waits. */
export const takeCall: Work<[string | undefined], KeyOption> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = id === undefined ? undefined : checked(context, CallId, { id });
  const reply = await withHub(context, (client) =>
    params
      ? client.call('calls.take', { params, body: {}, ...key })
      : client.call('calls.take-next', { body: {}, ...key }),
  );
  await show(context, reply, () => callCard(context, reply.call, reply.ticket));
  remark(context, context.say('calls.take.next', { ticket: reply.ticket.number }));
  return undefined;
};
