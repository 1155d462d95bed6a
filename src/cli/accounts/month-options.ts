import { MonthsQuery } from '../../contract/shapes/account.ts';
import type { Context } from '../context.ts';
import { checked } from '../input/checked.ts';
import { type AccountOptions, callOf } from './account-options.ts';

/** Which months, and which page of them. */
export interface MonthOptions extends AccountOptions {
  from?: string;
  to?: string;
  page?: string;
  size?: string;
}

export const monthsOf = (context: Context, options: MonthOptions) => {
  const { person, purpose, from, to, page, size } = options;
  return {
    params: callOf(context, options),
    query: checked(context, MonthsQuery, { person, purpose, from, to, page, size }),
  };
};
