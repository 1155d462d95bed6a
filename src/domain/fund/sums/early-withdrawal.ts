import { interestBetween } from './account-interest.ts';
import { type Multiple, timesAmount } from './max-loan.ts';
import type { Rate } from './rate.ts';

/** What taking money out of an account now costs against leaving it there until a later day. Amounts in fen. */
export interface EarlyWithdrawal {
  readonly interestLost: number;
  /** The loan limit by account balance on the later day, with the money left and taken; absent without a multiple. */
  readonly loanLimit: { readonly left: number; readonly taken: number } | undefined;
  /** How many months of contributions bring the balance back; absent without a contribution. */
  readonly monthsToRestore: number | undefined;
}

/**
 * The cost of an early withdrawal: the interest that the money no longer earns, and what the balance multiple makes of its absence when
 * a loan is applied for on the later day. Contributions until then are the same either way and so are left out of the interest.
 */
export const earlyWithdrawal = (facts: {
  readonly balance: number;
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly rate: Rate;
  readonly multiple?: Multiple | undefined;
  readonly cap?: number | undefined;
  /** What comes in a month, own part and employer's. */
  readonly monthly?: number | undefined;
  /** How many contributions come in until the later day. */
  readonly contributions: number;
}): EarlyWithdrawal => {
  const { balance, amount, from, to, rate, multiple, monthly, cap, contributions } = facts;
  const onThatDay = (now: number): number =>
    now + interestBetween(now, from, to, rate) + (monthly ?? 0) * contributions;
  const limit = (now: number, times: Multiple): number =>
    Math.min(timesAmount(onThatDay(now), times), cap ?? Number.POSITIVE_INFINITY);
  return {
    interestLost: interestBetween(balance, from, to, rate) - interestBetween(balance - amount, from, to, rate),
    loanLimit:
      multiple === undefined ? undefined : { left: limit(balance, multiple), taken: limit(balance - amount, multiple) },
    monthsToRestore: monthly ? Math.ceil(amount / monthly) : undefined,
  };
};
