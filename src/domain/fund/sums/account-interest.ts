import { monthsAndDays } from './day.ts';
import { halfUp, wholeNumber } from './exact.ts';
import { type Rate, wholeRate } from './rate.ts';

/** Money that came into an account (fen above 0) or went out of it (below 0) on a day. */
export interface Movement {
  readonly day: string;
  readonly amount: number;
}

/**
 * How long money earns, in days of a year of 360: whole months are twelfths of the year, days beyond them count one by one, as
 * the People's Bank of China reckons deposits (逐笔计息, its notice of 2005 on interest; cited from memory).
 */
const earningDays = (from: string, to: string): bigint => {
  const { months, days } = monthsAndDays(from, to);
  return BigInt(months * 30 + days);
};

/** What amounts times days have earned, in fen, half up. */
const earned = (dayAmounts: bigint, rate: Rate): number =>
  wholeNumber(halfUp(dayAmounts * BigInt(rate), 360n * BigInt(wholeRate)));

/** The 30 June on which an account is next settled, seen from a day: its year. */
export const settlementYear = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) > '06-30' ? 1 : 0);

/**
 * The interest that an account has earned on 30 June of a year, in fen, half up, one rounding for the whole. Money earns from
 * the day on which it came (住房公积金管理条例) to the end of 30 June, all at one rate (银发〔2016〕43号).
 *
 * @param opening what stood in the account when the last 30 June had been settled, fen
 * @param movements those of the year; others are passed over
 * @throws {RangeError} when more went out than was there
 */
export const yearInterest = (opening: number, movements: readonly Movement[], year: number, rate: Rate): number => {
  const [from, to] = [`${year - 1}-07-01`, `${year}-07-01`];
  const all = [{ day: from, amount: opening }, ...movements.filter(({ day }) => day >= from && day < to)];
  const dayAmounts = all.reduce((sum, { day, amount }) => sum + BigInt(amount) * earningDays(day, to), 0n);
  if (dayAmounts < 0n) throw new RangeError('sums: more went out of the account than was in it');
  return earned(dayAmounts, rate);
};

/** What money left in an account earns from one day to another, in fen: settled on every 30 June, and earning on from there. */
export const interestBetween = (amount: number, from: string, to: string, rate: Rate): number => {
  let [grown, day] = [amount, from];
  while (day < to) {
    const settled = `${settlementYear(day)}-07-01`;
    const end = settled < to ? settled : to;
    grown += earned(BigInt(grown) * earningDays(day, end), rate);
    day = end;
  }
  return grown - amount;
};
