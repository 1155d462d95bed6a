import { addMonths } from './day.ts';
import type { Loan } from './loan.ts';

/** A running loan of more than a year takes a new rate on the next 1 January; a shorter one keeps its own (中国人民银行利率调整通知). */
export const changesRate = ({ months }: Pick<Loan, 'months'>): boolean => months > 12;

/** The 1 January on which running loans last took the rate that then held: that of the day's own year. */
export const lastRateDay = (day: string): string => `${day.slice(0, 4)}-01-01`;

/** The first 1 January after a day. */
export const nextRateDay = (day: string): string => `${Number(day.slice(0, 4)) + 1}-01-01`;

/** How many terms of a loan are due by a day; the first is due a month after it was paid out. */
export const termsDue = (start: string, months: number, day: string): number => {
  let due = 0;
  while (due < months && addMonths(start, due + 1) <= day) due++;
  return due;
};
