import { portionOf } from './instalment.ts';
import { type Loan, type Term, totalInterest } from './loan.ts';
import { daysInterest } from './rate.ts';
import { repayWith } from './schedule.ts';

/** 缩短年限, the portion stays and there are fewer terms; 减少月供, the terms stay and the portion falls. */
export const prepaymentEffects = ['shorten', 'lower'] as const;
export type PrepaymentEffect = (typeof prepaymentEffects)[number];

/**
 * The instalments after part of what is owed was prepaid on a repayment day.
 *
 * `rest` is what is left of the loan before it, `portion` what is paid a month until then (see `repayWith`). Prepaying never costs
 * interest: where rounding the lower portion to the fen would (it takes a prepayment of a yuan or two), it is a fen higher.
 *
 * @param amount fen, above 0 and below what is owed
 */
export const prepay = (rest: Loan, portion: number, amount: number, effect: PrepaymentEffect): Term[] => {
  const left = { ...rest, principal: rest.principal - amount };
  if (effect === 'shorten') return repayWith(left, portion);
  const dearest = totalInterest(repayWith(rest, portion));
  for (let lowered = Math.min(portion, portionOf(left)); ; lowered++) {
    const terms = repayWith(left, lowered);
    if (lowered >= portion || totalInterest(terms) <= dearest) return terms;
  }
};

/** What pays all that is owed, so many days after the last repayment day, in fen: the principal and those days' interest. */
export const settlement = (rest: Loan, days: number): { principal: number; interest: number; total: number } => {
  const interest = daysInterest(rest.principal, rest.rate, days);
  return { principal: rest.principal, interest, total: rest.principal + interest };
};
