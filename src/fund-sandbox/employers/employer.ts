import { type DayNumber, dayIn, type MonthNumber } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { castHabit } from '../cast/cast-habits.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { employersACommunity, type Habit } from './habits.ts';

/** Months of an employer, `from` and before `to`. */
export interface MonthSpan {
  readonly from: MonthNumber;
  readonly to: MonthNumber;
}

/** An employer as it was made: what it pays follows from this. */
export interface EmployerFacts {
  readonly id: number;
  readonly habit: Habit;
  readonly openedOn: DayNumber;
  /** The first month for which it contributes. */
  readonly opened: MonthNumber;
  /** The first month for which it no longer does. */
  readonly ended: MonthNumber | undefined;
  /** Months whose contributions were put off with the centre's approval. */
  readonly deferral: MonthSpan | undefined;
  readonly payday: number;
  readonly ratios: EmployerRatios;
}

/** Basis points, from one 1 July to the next. */
export interface EmployerRatios {
  readonly employer: number;
  readonly employee: number;
  /** From this base year on both are `later`. */
  readonly changeYear: number;
  readonly later: { readonly employer: number; readonly employee: number };
}

export const ratiosIn = (ratios: EmployerRatios, baseYear: number): { employer: number; employee: number } =>
  baseYear >= ratios.changeYear ? ratios.later : ratios;

export const communityOfEmployer = (id: number): number => Math.floor(id / employersACommunity);
export const slotOf = (id: number): number => id % employersACommunity;

const drawnHabit = (draws: Draws, slot: number): Habit =>
  // Somebody always pays, so that whoever looks for work finds it.
  slot === 0
    ? 'punctual'
    : draws.weighted([
        ['punctual', 55],
        ['late', 12],
        ['back-paying', 8],
        ['gaps', 7],
        ['closed', 7],
        ['twice', 3],
        ['deferring', 2],
        ['deferred', 2],
        ['sealed', 2],
        ['new', 2],
      ] as const);

const ratio = (draws: Draws) => {
  const employer = draws.weighted([
    [1200, 40],
    [1000, 15],
    [800, 15],
    [700, 5],
    [600, 5],
    [500, 20],
  ] as const);
  return { employer, employee: draws.chance(90) ? employer : draws.between(5, 12) * 100 };
};

const deferralOf = (draws: Draws, habit: Habit, { last }: World): MonthSpan | undefined => {
  if (habit === 'deferring') return { from: last - draws.between(4, 8), to: last + draws.between(3, 6) };
  if (habit !== 'deferred') return undefined;
  const to = last - draws.between(26, 50);
  return { from: to - draws.between(6, 11), to };
};

export const employerFacts = (world: World, id: number): EmployerFacts => {
  const { seed, first, last, today } = world;
  const draws = new Draws(seed, 'employer', id);
  const habit = castHabit(id) ?? drawnHabit(draws, slotOf(id));
  const isNew = habit === 'new';
  const opened = isNew ? last + 1 : slotOf(id) === 0 || draws.chance(60) ? first : first + draws.between(1, 48);
  const gone = habit === 'closed' || habit === 'sealed';
  const changes = draws.chance(30);
  return {
    id,
    habit,
    opened,
    openedOn: isNew ? Math.min(today, workdayFrom(today - 4)) : workdayFrom(dayIn(opened, 1)),
    ended: gone ? last - draws.between(4, 40) : undefined,
    deferral: deferralOf(draws, habit, world),
    payday: draws.between(8, 25),
    ratios: {
      ...ratio(draws),
      changeYear: changes ? Math.floor(last / 12) - draws.between(0, 5) : Number.POSITIVE_INFINITY,
      later: ratio(draws),
    },
  };
};
