import { type DayNumber, dayIn, type MonthNumber } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { EmployerFacts, MonthSpan } from './employer.ts';

/** A month's contributions as they were booked, of all the employer's people at once. */
export interface Booking {
  readonly day: DayNumber;
  /** 01 汇缴, 02 补缴 */
  readonly kind: '01' | '02';
  /** -1 takes back what was booked twice. */
  readonly sign: 1 | -1;
  readonly reversed: boolean;
}

/** What an employer paid in, and when: for each month its bookings, none for a month that was not paid. */
export interface Remittances {
  bookings(month: MonthNumber): readonly Booking[];
  /** The latest month that was paid in. */
  readonly paidUpTo: MonthNumber | undefined;
}

const none: readonly Booking[] = [];

/** Months that were left out, and the month with whose contributions each was paid in, if ever. */
type LeftOut = Map<MonthNumber, MonthNumber | undefined>;

const leaveOut = (
  left: LeftOut,
  { from, to }: MonthSpan,
  paidWith: (month: MonthNumber) => MonthNumber | undefined,
) => {
  for (let month = from; month < to; month++) left.set(month, paidWith(month));
};

const leftOut = (world: World, employer: EmployerFacts, draws: Draws): LeftOut => {
  const left: LeftOut = new Map();
  const { last, first } = world;
  if (employer.habit === 'gaps' || employer.habit === 'back-paying') {
    // The first of them is of the past year, the others are spread over the time before.
    const starts = [last - draws.between(8, 11), first + draws.between(10, 40), first + draws.between(44, 90)];
    for (const from of starts) {
      const to = from + draws.between(2, 4);
      const paidWith = to + draws.between(1, 3);
      leaveOut(left, { from, to }, () => (employer.habit === 'gaps' ? undefined : paidWith));
    }
  }
  const { deferral } = employer;
  if (deferral)
    leaveOut(left, deferral, (month) => (deferral.to > last ? undefined : deferral.to + month - deferral.from));
  return left;
};

/** How many months after its own a month is booked. */
const monthsLate = ({ habit }: EmployerFacts, draws: Draws): number =>
  habit === 'late' && draws.chance(20) ? draws.between(1, 3) : 0;

export const remittancesOf = (world: World, employer: EmployerFacts): Remittances => {
  const { seed, first, last, today } = world;
  const draws = new Draws(seed, 'remittances', employer.id);
  const left = leftOut(world, employer, draws);
  const end = Math.min(last + 1, employer.ended ?? last + 1);
  const byMonth: (readonly Booking[])[] = [];
  let paidUpTo: MonthNumber | undefined;
  for (let month = first; month < end; month++) {
    const late = monthsLate(employer, draws);
    const twice = employer.habit === 'twice' && draws.chance(5);
    // Within five days of paying wages (住房公积金管理条例第十九条).
    const spread = draws.below(4);
    if (month < employer.opened) continue;
    const skipped = left.has(month);
    const paidWith = skipped ? left.get(month) : month + late;
    if (paidWith === undefined) continue;
    const day = workdayFrom(dayIn(paidWith, employer.payday + spread));
    if (day > today) continue;
    const once: Booking = { day, kind: skipped ? '02' : '01', sign: 1, reversed: false };
    byMonth[month - first] = twice
      ? [once, { ...once, reversed: true }, { ...once, sign: -1, reversed: true }]
      : [once];
    paidUpTo = month;
  }
  return { bookings: (month) => byMonth[month - first] ?? none, paidUpTo };
};
