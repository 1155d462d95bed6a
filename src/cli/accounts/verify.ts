import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, callOf } from './account-options.ts';
import { identityCard } from './identity-card.ts';
import { type SaidOptions, saidOf } from './said.ts';

/** `accounts verify`: who the caller is, against the fund's record. */
export const verifyIdentity: Work<[], AccountOptions & SaidOptions & KeyOption> = async (context, _args, options) => {
  const key = keyOf(context, options);
  const params = callOf(context, options);
  const body = await saidOf(context, options);
  const reply = await withHub(context, (client) => client.call('identity.verify', { params, body, ...key }));
  await show(context, reply, () => identityCard(context, reply.identity));
  return undefined;
};

/** `accounts status`: what of identity was checked in a call. */
export const identityStatus: Work<[], AccountOptions> = async (context: Context, _args, options) => {
  const params = callOf(context, options);
  const reply = await withHub(context, (client) => client.call('identity.show', { params }));
  await show(context, reply, () => identityCard(context, reply.identity));
  return undefined;
};
