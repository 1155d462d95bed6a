import { type DayNumber, dayIn, dayOfMonth, dayText, monthOf } from '../calendar/day.ts';
import { workdayFrom, workdaysBefore } from '../calendar/workday.ts';
import type { LoanFate, LoanLife } from '../people/life.ts';
import { heldOn } from '../policy.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';

/** A loan as it was applied for, and as it was paid out where it was. */
export interface LoanFacts {
  readonly life: LoanLife;
  /** Fen. */
  readonly amount: number;
  readonly months: number;
  readonly secondHome: boolean;
  /** Ten-millionths a year, as the contract says. */
  readonly rate: number;
  readonly disbursedOn: DayNumber | undefined;
}

const fenAYuan = 100;

/** How many months ago a loan of each fate was paid out; the others never were. */
const monthsAgo: Partial<Record<LoanFate, readonly [least: number, most: number]>> = {
  running: [3, 100],
  prepaid: [40, 96],
  'sometimes-late': [24, 90],
  overdue: [20, 80],
  bad: [50, 96],
  settled: [30, 100],
  'ran-out': [70, 100],
};

const monthsOf = (fate: LoanFate, draws: Draws): number =>
  fate === 'ran-out' ? draws.between(1, 5) * 12 : draws.between(10, 30) * 12;

const disbursementDay = ({ today, last }: World, fate: LoanFate, draws: Draws): DayNumber | undefined => {
  if (fate === 'just-disbursed') return workdaysBefore(today, draws.between(1, 12));
  const range = monthsAgo[fate];
  // Not later than the 20th: a holiday moves it by days, and the repayment day is then one that every month has.
  return range && workdayFrom(dayIn(last - draws.between(...range), draws.between(3, 20)));
};

/** The rate of a home loan of so many months on a day. */
export const loanRateOn = (world: World, day: DayNumber, months: number, secondHome: boolean): number => {
  const { firstHome, secondHome: second } = world.policy;
  const rates = heldOn(secondHome ? second : firstHome, dayText(day));
  return months > 60 ? rates.overFiveYears : rates.upToFiveYears;
};

export const loanFacts = (world: World, life: LoanLife, index: number): LoanFacts => {
  const draws = new Draws(world.seed, 'loan', index);
  const months = monthsOf(life.fate, draws);
  const secondHome = draws.chance(12);
  const disbursedOn = disbursementDay(world, life.fate, draws);
  const most = Math.min(world.policy.loanLimit, months * 400_000);
  return {
    life,
    amount: Math.floor(draws.between(most / 4, most) / (10_000 * fenAYuan)) * 10_000 * fenAYuan || 10_000 * fenAYuan,
    months,
    secondHome,
    rate: loanRateOn(world, disbursedOn ?? world.today, months, secondHome),
    disbursedOn,
  };
};

/** The repayment day of a term: a month after the loan was paid out, and so on. */
export const dueDay = (disbursedOn: DayNumber, term: number): DayNumber =>
  dayIn(monthOf(disbursedOn) + term, dayOfMonth(disbursedOn));
