import { halfUp, wholeNumber } from './exact.ts';
import type { Loan, RepaymentMethod } from './loan.ts';
import { monthInterest, type Rate, yearInMonths } from './rate.ts';

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));

/** A month's rate i as a fraction in lowest terms, and with it (1+i)^n over the same kind of denominator. */
const growth = (rate: Rate, months: number) => {
  const divisor = commonDivisor(BigInt(rate), yearInMonths);
  const [over, under] = [BigInt(rate) / divisor, yearInMonths / divisor];
  const exponent = BigInt(months);
  return { over, under, grown: (over + under) ** exponent, flat: under ** exponent };
};

/**
 * The instalment of 等额本息, in fen, half up: P·i·(1+i)^n / ((1+i)^n − 1) with i the yearly rate / 12 (住房公积金个人住房贷款
 * 通行公式); P / n when there is no interest.
 */
export const equalInstalment = (principal: number, rate: Rate, months: number): number => {
  if (rate === 0) return wholeNumber(halfUp(BigInt(principal), BigInt(months)));
  const { over, under, grown, flat } = growth(rate, months);
  return wholeNumber(halfUp(BigInt(principal) * over * grown, under * (grown - flat)));
};

/**
 * The part of the principal that an instalment of 等额本金 repays, in fen: P / n, half up. Where that would leave so much to the last
 * term that its payment rose above the one before (a small loan over many terms), it is a fen more: the payments of 等额本金 never rise.
 */
export const equalPrincipal = (principal: number, rate: Rate, months: number): number => {
  const part = wholeNumber(halfUp(BigInt(principal), BigInt(months)));
  const last = principal - part * (months - 1);
  const paid = (repaid: number, owed: number): number => repaid + monthInterest(owed, rate);
  const rises = months > 1 && last > part && paid(last, last) > paid(part, part + last);
  return rises ? part + 1 : part;
};

/** What stays the same from one instalment of a loan to the next, in fen: the payment, or the principal in it. */
export const portionOf = ({ principal, rate, months, method }: Loan): number =>
  method === 'equal-instalment' ? equalInstalment(principal, rate, months) : equalPrincipal(principal, rate, months);

/** What is paid in the first term, in fen. */
export const firstPayment = (loan: Loan): number =>
  loan.method === 'equal-instalment' ? portionOf(loan) : portionOf(loan) + monthInterest(loan.principal, loan.rate);

/**
 * The largest principal whose first instalment, as it is paid, is not above `payment`, in fen; nothing for a payment of nothing.
 * No formula turned round is exact, for the instalment is rounded; but it never falls as the principal grows, so halving finds it.
 */
export const principalFor = (payment: number, rate: Rate, months: number, method: RepaymentMethod): number => {
  if (payment <= 0) return 0;
  // Even without interest the upper one takes a fen too much a term.
  let [fits, exceeds] = [0, (payment + 1) * months];
  while (exceeds - fits > 1) {
    const principal = Math.floor((fits + exceeds) / 2);
    if (firstPayment({ principal, rate, months, method }) <= payment) fits = principal;
    else exceeds = principal;
  }
  return fits;
};
