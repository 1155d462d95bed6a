interface Parts {
  /** Months since the year 0. */
  readonly month: number;
  /** Of the month, from 1. */
  readonly day: number;
}

const partsOf = (day: string): Parts => ({
  month: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1,
  day: Number(day.slice(8, 10)),
});

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (month: number): number =>
  month % 12 === 1 && isLeapYear(Math.floor(month / 12)) ? 29 : lengths[month % 12]!;

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The day so many months later, `YYYY-MM-DD`; the month's last day where it has no such day. */
export const addMonths = (day: string, months: number): string => {
  const from = partsOf(day);
  const month = from.month + months;
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${two((month % 12) + 1)}-${two(Math.min(from.day, lengthOf(month)))}`;
};

const dayMs = 86_400_000;

/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Whole months from one day to another, and the days left over. Asked for every entry of an account: no dates are made for it. */
export const monthsAndDays = (from: string, to: string): { months: number; days: number } => {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = end.month - start.month;
  const reached = Math.min(start.day, lengthOf(end.month));
  if (reached <= end.day) return { months, days: end.day - reached };
  const before = lengthOf(end.month - 1);
  return { months: months - 1, days: before - Math.min(start.day, before) + end.day };
};
