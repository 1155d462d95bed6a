import { CallId, Reveal } from '../../contract/shapes/call.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';

/** `calls reveal`: the citizen's number, for a reason that goes into the audit log. */
export const revealPhone: Work<[string], KeyOption & { reason: string }> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = checked(context, CallId, { id });
  const body = checked(context, Reveal, { reason: options.reason });
  const reply = await withHub(context, (client) => client.call('calls.reveal', { params, body, ...key }));
  await show(context, reply, () => `${reply.phone}\n`);
  return undefined;
};
