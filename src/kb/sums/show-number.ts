import type { Rate } from '../../domain/fund/sums/rate.ts';
import { grouped } from '../../domain/text/grouped.ts';
import type { NumberField } from './form.ts';
import { both, same, type Words } from './words.ts';

/** Hundredths or smaller parts of a whole number as a decimal, trailing noughts gone: 3_025_000 of a million is `3.025`. */
const decimal = (value: number, one: number, least = 0): string => {
  const digits = String(one).length - 1;
  const decimals = String(value % one)
    .padStart(digits, '0')
    .replace(/0+$/, '')
    .padEnd(least, '0');
  return `${grouped(Math.floor(value / one))}${decimals && `.${decimals}`}`;
};

/** Fen as an amount in a table: `3,208.73`. */
export const yuan = (fen: number): string => decimal(fen, 100, 2);

/** Fen as yuan in a document, where two decimals are exact enough to print. */
export const yuanNumber = (fen: number): number => fen / 100;

export const percentText = (rate: Rate): string => `${decimal(rate, 1_000_000)}%`;

/** A rate in a document, in percent. */
export const percentNumber = (rate: Rate): number => rate / 1_000_000;

/** An amount as it is said: round ones in ten thousands. */
export const yuanWords = (fen: number): Words => {
  const chinese =
    fen >= 1_000_000 && fen % 1_000_000 === 0 ? `${decimal(fen, 1_000_000)}万元` : `${decimal(fen, 100)}元`;
  return both(fen % 100 === 0 ? chinese : `${yuan(fen)}元`, `${fen % 100 === 0 ? decimal(fen, 100) : yuan(fen)} yuan`);
};

/** A term as it is said: whole years in years, with the months when there are others. */
export const termWords = (months: number): Words => {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const chinese = `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`;
  const english = [...(years > 0 ? [counted(years, 'year')] : []), ...(rest > 0 ? [counted(rest, 'month')] : [])];
  return both(chinese, english.join(' '));
};

/** A day as it is said. */
export const dayWords = (day: string): Words => {
  const [year, month, date] = day.split('-').map(Number);
  return both(`${year}年${month}月${date}日`, day);
};

/** A number of a field's kind in words. */
export const numberWords: Record<NumberField['kind'], (value: number) => Words> = {
  money: yuanWords,
  percent: (value) => same(percentText(value)),
  times: (value) => both(`${decimal(value, 100)}倍`, `${decimal(value, 100)} times`),
  years: termWords,
  count: (value) => same(String(value)),
};
