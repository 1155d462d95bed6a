/** Days since 1970-01-01. */
export type DayNumber = number;
/** Months since the year 0. */
export type MonthNumber = number;

const firstYear = 1930;
const lastYear = 2170;
const millisecondsADay = 86_400_000;

/** The first day of every month there may be, and one beyond. */
const starts = Int32Array.from(
  { length: (lastYear - firstYear) * 12 + 1 },
  (_, at) => Date.UTC(firstYear, at, 1) / millisecondsADay,
);
const firstMonth = firstYear * 12;
const firstDay = starts[0]!;

const startOf = (month: MonthNumber): DayNumber => {
  const start = starts[month - firstMonth];
  if (start === undefined) throw new RangeError(`sandbox: no month ${month}`);
  return start;
};

/** A day of a month; the month's last where it has no such day. */
export const dayIn = (month: MonthNumber, day: number): DayNumber =>
  Math.min(startOf(month) + day - 1, startOf(month + 1) - 1);

export const monthOf = (day: DayNumber): MonthNumber => {
  // Months are 31 days at most, so the guess is never too late.
  let month = firstMonth + Math.floor((day - firstDay) / 31);
  while (startOf(month + 1) <= day) month++;
  return month;
};

export const dayOfMonth = (day: DayNumber): number => day - startOf(monthOf(day)) + 1;

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

const monthTexts: (string | undefined)[] = [];
/** `YYYY-MM` */
export const monthText = (month: MonthNumber): string =>
  (monthTexts[month - firstMonth] ??= `${Math.floor(month / 12)}-${two((month % 12) + 1)}`);

const dayTexts: (string | undefined)[] = [];
/** `YYYY-MM-DD` */
export const dayText = (day: DayNumber): string =>
  (dayTexts[day - firstDay] ??= `${monthText(monthOf(day))}-${two(dayOfMonth(day))}`);

/** @param text `YYYY-MM-DD` */
export const dayNumber = (text: string): DayNumber => Date.parse(`${text}T00:00:00Z`) / millisecondsADay;

/** The year whose July to June holds the month: the year of a base, and of the account's interest. */
export const baseYearOf = (month: MonthNumber): number => Math.floor((month - 6) / 12);

/** The July in which a base year begins. */
export const julyOf = (baseYear: number): MonthNumber => baseYear * 12 + 6;
