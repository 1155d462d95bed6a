import * as z from 'zod';
import { AccountQuery } from '../../contract/shapes/account.ts';
import { CallId } from '../../contract/shapes/call.ts';
import type { Context } from '../context.ts';
import { checked } from '../input/checked.ts';

/** What every look into accounts is asked with. */
export interface AccountOptions {
  call: string;
  person?: string;
  purpose?: string;
}

export const callOf = (context: Context, { call }: Pick<AccountOptions, 'call'>) => ({
  id: checked(context, z.object({ call: CallId.shape.id }), { call }).call,
});

/** Params and query of a route that takes nothing else. */
export const aboutOf = (context: Context, options: AccountOptions) => ({
  params: callOf(context, options),
  query: checked(context, AccountQuery, { person: options.person, purpose: options.purpose }),
});
