import { RevealField } from '../../contract/shapes/account.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, callOf } from './account-options.ts';

type RevealOptions = AccountOptions & KeyOption & { reason: string; loan?: string };

/** `accounts reveal`: one masked field in full, for a reason. */
export const revealField: Work<[string], RevealOptions> = async (context, [field], options) => {
  const key = keyOf(context, options);
  const params = callOf(context, options);
  const { person, purpose, loan, reason } = options;
  const body = checked(context, RevealField, { person, field, loan, purpose, reason });
  const reply = await withHub(context, (client) => client.call('accounts.reveal', { params, body, ...key }));
  await show(context, reply, () => `${reply.value}\n`);
  return undefined;
};
