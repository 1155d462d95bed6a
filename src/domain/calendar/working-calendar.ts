import * as z from 'zod';
import official from './holidays.json' with { type: 'json' };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Asia/Shanghai: +08:00 the year round; China gave up daylight saving in 1991. */
const SHANGHAI = 8 * 60 * MINUTE;

/** Ten years hold at most this many weekdays; more is a mistake of the caller. */
const MOST_DAYS = 2610;

const date = z.iso.date();
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a clock time HH:MM, up to 24:00');

const segment = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'a segment closes after it opens');

/** Days off and days of work that differ from the plain week, as `YYYY-MM-DD`. */
const dayChanges = z
  .strictObject({ holidays: z.array(date).default([]), workdays: z.array(date).default([]) })
  .refine(({ holidays, workdays }) => !workdays.some((day) => holidays.includes(day)), 'a day is in both lists');

/** What a hotline sets for its own calendar; every part may be left out. */
export const workingCalendarConfig = z.strictObject({
  /** Working hours of every working day, in order. The default is the hotline's to change; offices differ by city. */
  hours: z
    .array(segment)
    .min(1)
    .refine(
      (all) => all.every((one, i) => i === 0 || all[i - 1]!.to <= one.from),
      'segments overlap or are not in order',
    )
    .default([
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ]),
  /** The hotline's own days off and days of work. They win over the official ones. */
  extra: dayChanges.prefault({}),
  /** Official years that are newer than this program, or corrected, in the form of holidays.json. */
  years: z
    .record(z.string().regex(/^\d{4}$/), dayChanges)
    .refine(
      (years) =>
        Object.entries(years).every(([year, { holidays, workdays }]) =>
          [...holidays, ...workdays].every((day) => day.startsWith(year)),
        ),
      'a day is not in its year',
    )
    .default({}),
});

/** An amount of working time: whole working days and whole working minutes, together. */
export const workingTime = z.strictObject({ days: z.int().min(0).optional(), minutes: z.int().min(0).optional() });
export type WorkingTime = z.infer<typeof workingTime>;

/**
 * The hotline's working time.
 *
 * Working time is one line: all closed hours are cut out and the rest is joined, one working day after another. Every
 * question below is a sum on that line. An instant in closed time has the position of the next opening.
 *
 * A closing (17:30) and the opening after it (08:30) are one position. **A result is the closing**, so a deadline is
 * met by the end of a day and never falls on the first second of the next. Asked the other way, 17:30 sharp is no
 * longer working time and 08:30 sharp is.
 *
 * Every working day has the same length, so n working days later is the same clock time on the nth working day after:
 * Monday 10:00 and one day is Tuesday 10:00. A start in closed time counts from the next opening: Saturday and five
 * days is Friday 17:30, lunch and one day is noon of the next day.
 *
 * All functions throw RangeError for an invalid Date.
 */
export interface WorkingCalendar {
  /**
   * Whether people work on this day, given as `YYYY-MM-DD` or as an instant (its day in Shanghai).
   * Throws RangeError for a string that names no day.
   */
  isWorkingDay(day: string | Date): boolean;

  /** Whether the hours are open at this instant: from an opening, inclusive, to its closing, exclusive. */
  isWorkingTime(at: Date): boolean;

  /**
   * The instant at which `amount` of working time has passed since `start`, exact to the millisecond. Adding nothing
   * gives the next opening, or `start` itself when that is working time or a closing; so adding a, then b, is adding
   * both. Throws RangeError when a part is negative or not whole, or the sum is over ten years (2,610 working days).
   */
  addWorkingTime(start: Date, amount: WorkingTime): Date;

  /** Working minutes from `a` to `b`, with a fraction for seconds; negative when `b` is the earlier one. */
  workingMinutesBetween(a: Date, b: Date): number;

  /**
   * Whether the official days of every year between the two instants are known. In an unknown year weekends are off and
   * nothing else, and a deadline may move once the State Council has announced it (October or November before).
   */
  known(from: Date, to?: Date): boolean;
}

/**
 * Builds a calendar. Weekends are off by 国务院关于职工工作时间的规定 article 7; public holidays and make-up days come
 * from holidays.json, which names the notices. Throws ZodError for a config that does not hold.
 */
export function workingCalendar(config: z.input<typeof workingCalendarConfig> = {}): WorkingCalendar {
  const { hours, extra, years: newer } = workingCalendarConfig.parse(config);
  const years: Record<string, z.infer<typeof dayChanges>> = { ...official.years, ...newer };
  const days = countWorkingDays([...Object.values(years), extra]);

  let dayLength = 0;
  const segments = hours.map(({ from, to }) => {
    const one = { from: clockTime(from), to: clockTime(to), before: dayLength };
    dayLength += one.to - one.from;
    return one;
  });

  /** Position on the line of working time, in milliseconds. */
  const position = (at: Date): number => {
    const { day, time } = shanghai(at);
    const today = days.isWorkingDay(day)
      ? segments.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(time, to) - from), 0)
      : 0;
    return days.before(day) * dayLength + today;
  };

  const instant = (nth: number, { from, before }: { from: number; before: number }, time: number): number =>
    days.nth(nth) * DAY + from + (time - before) - SHANGHAI;

  /** The first instant at a point of the line: of a closing and the opening after it, the closing. */
  const reached = (point: number): number => {
    const nth = Math.ceil(point / dayLength) - 1;
    const time = point - nth * dayLength;
    return instant(nth, segments.findLast(({ before }) => before < time)!, time);
  };

  /** The instant at which work goes on from a point: of a closing and the opening after it, the opening. */
  const resumed = (point: number): number => {
    const nth = Math.floor(point / dayLength);
    const time = point - nth * dayLength;
    return instant(nth, segments.findLast(({ before }) => before <= time)!, time);
  };

  return {
    isWorkingDay: (day) => days.isWorkingDay(typeof day === 'string' ? dayNumber(day) : shanghai(day).day),

    isWorkingTime(at) {
      const { day, time } = shanghai(at);
      return days.isWorkingDay(day) && segments.some(({ from, to }) => from <= time && time < to);
    },

    addWorkingTime(start, amount) {
      const length = wholeNumber('days', amount.days) * dayLength + wholeNumber('minutes', amount.minutes) * MINUTE;
      if (length > MOST_DAYS * dayLength) throw new RangeError('working time: the amount is over ten years');
      const from = position(start);
      if (length > 0) return valid(new Date(reached(from + length)));
      return valid(new Date(reached(from) === start.getTime() ? start : resumed(from)));
    },

    workingMinutesBetween: (a, b) => (position(b) - position(a)) / MINUTE,

    known(from, to = from) {
      let year = Math.min(yearOf(from), yearOf(to));
      const last = Math.max(yearOf(from), yearOf(to));
      do {
        if (!(year in years)) return false;
      } while (++year <= last);
      return true;
    },
  };
}

/** Counts working days, by day number: days since 1970-01-01. Counts start at Monday 1969-12-29. */
function countWorkingDays(changes: readonly z.infer<typeof dayChanges>[]) {
  const overrides = new Map<number, boolean>();
  for (const { holidays, workdays } of changes) {
    for (const day of holidays) overrides.set(dayNumber(day), false);
    for (const day of workdays) overrides.set(dayNumber(day), true);
  }
  const isWorkingDay = (day: number) => overrides.get(day) ?? isWeekday(day);

  const changed = [...overrides.keys()].filter((day) => isWorkingDay(day) !== isWeekday(day)).sort((a, b) => a - b);
  /** shifts[i]: what the first i changed days add to the count of weekdays. */
  const shifts = [0];
  for (const day of changed) shifts.push(shifts.at(-1)! + (isWeekday(day) ? -1 : 1));

  /** How many working days come before a day. */
  const before = (day: number) => weekdaysBefore(day) + shifts[lowest(0, changed.length, (i) => changed[i]! >= day)]!;

  /** The working day that has n working days before it. The changed days can shift it no further than their number. */
  const nth = (n: number) => {
    const low = Math.floor((n - changed.length) / 5) * 7 - 3;
    const high = Math.floor((n + changed.length) / 5 + 1) * 7 - 3;
    return lowest(low, high, (day) => before(day + 1) > n);
  };

  return { isWorkingDay, before, nth };
}

function weekdaysBefore(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5);
}

const isWeekday = (day: number): boolean => weekdaysBefore(day + 1) > weekdaysBefore(day);

/** The lowest integer in [low, high) that passes a test which all higher ones pass too; `high` when none does. */
function lowest(low: number, high: number, passes: (n: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The day number and the milliseconds since midnight, as a clock in Shanghai shows them. */
function shanghai(at: Date): { day: number; time: number } {
  const local = valid(at).getTime() + SHANGHAI;
  const day = Math.floor(local / DAY);
  return { day, time: local - day * DAY };
}

const yearOf = (at: Date): number => new Date(valid(at).getTime() + SHANGHAI).getUTCFullYear();

function dayNumber(day: string): number {
  if (!date.safeParse(day).success) throw new RangeError(`working time: '${day}' is not a day (YYYY-MM-DD)`);
  return Date.parse(day) / DAY;
}

function clockTime(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
}

function valid(at: Date): Date {
  if (Number.isNaN(at.getTime())) throw new RangeError('working time: not a valid date');
  return at;
}

function wholeNumber(name: string, value = 0): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`working time: ${name} must be a whole number, zero or more, not ${value}`);
  }
  return value;
}
