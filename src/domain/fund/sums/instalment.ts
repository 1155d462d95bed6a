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

/**
 * The largest principal whose first instalment is not above `payment`, in fen, rounded down: the formulas above turned round.
 */
export const principalFor = (payment: number, rate: Rate, months: number, method: RepaymentMethod): number => {
  const paid = BigInt(payment);
  const terms = BigInt(months);
  if (rate === 0) return wholeNumber(paid * terms);
  const { over, under, grown, flat } = growth(rate, months);
  return wholeNumber(
    method === 'equal-instalment'
      ? (paid * under * (grown - flat)) / (over * grown)
      : (paid * terms * under) / (under + terms * over),
  );
};
