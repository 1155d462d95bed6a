import { halfUp, wholeNumber } from './exact.ts';

/**
 * A rate or share as a whole number of hundred-millionths, so that every published one is exact: 2.6 % is 2,600,000, 3.025 % is
 * 3,025,000. Of loans and deposits it is a yearly rate.
 */
export type Rate = number;

/** How many of a `Rate` are the whole, 100 %. */
export const wholeRate = 100_000_000;

/** The yearly rate of a loan goes over twelve equal months, whatever their days. */
export const yearInMonths = 12n * BigInt(wholeRate);

/** A share of an amount, in fen, half up. */
export const shareOf = (amount: number, share: Rate): number =>
  wholeNumber(halfUp(BigInt(amount) * BigInt(share), BigInt(wholeRate)));

/** The interest of one month on a balance, in fen, half up: the yearly rate / 12. */
export const monthInterest = (balance: number, rate: Rate): number =>
  wholeNumber(halfUp(BigInt(balance) * BigInt(rate), yearInMonths));

/**
 * The interest of some days on a balance, in fen, half up. A day's rate is the yearly one / 360, as the People's Bank of China
 * converts rates (its notice of 2005 on interest, 人民币存贷款计结息; cited from memory).
 */
export const daysInterest = (balance: number, rate: Rate, days: number): number =>
  wholeNumber(halfUp(BigInt(balance) * BigInt(rate) * BigInt(days), 360n * BigInt(wholeRate)));
