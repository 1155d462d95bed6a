import { contributionBase, contributionOf } from '../../domain/fund/sums/contribution.ts';
import { baseYearOf, dayIn, dayText, julyOf, monthOf } from '../calendar/day.ts';
import type { Community } from '../employers/community.ts';
import { ratiosIn } from '../employers/employer.ts';
import { heldOn } from '../policy.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { Career } from './career.ts';

/** What one employer and a person pay a month from one 1 July, or from the person's first month there, to the next 1 July. */
export interface BasePeriod {
  readonly baseYear: number;
  /** Fen. */
  readonly base: number;
  readonly employerRatio: number;
  readonly employeeRatio: number;
  readonly employerAmount: number;
  readonly employeeAmount: number;
}

/** The sums work in hundred-millionths, records in basis points. */
const hundredMillionths = 10_000;
const fenAYuan = 100;

const firstWage = (draws: Draws): number => {
  const [least, most] = draws.weighted([
    [[2800, 5000], 30],
    [[5000, 9000], 40],
    [[9000, 16_000], 22],
    [[16_000, 38_000], 8],
  ] as const);
  return draws.between(least, most);
};

const risen = (wage: number, percent: number): number => Math.floor((wage * (100 + percent)) / 100);

/** The base periods of each spell of a career, in order. Wages are whole yuan; they mostly grow. */
export const basesOf = (world: World, community: Community, career: Career, index: number): BasePeriod[][] => {
  const draws = new Draws(world.seed, 'wage', index);
  let wage = firstWage(draws);
  return career.spells.map(({ slot, from, to }, nth) => {
    const { ratios } = community.employers[slot]!;
    if (nth > 0) wage = risen(wage, draws.between(-3, 20));
    const periods: BasePeriod[] = [];
    const lastYear = baseYearOf(Math.max(from, to ?? monthOf(world.today)));
    for (let baseYear = baseYearOf(from); baseYear <= lastYear; baseYear++) {
      if (periods.length > 0) wage = risen(wage, draws.between(-2, 9));
      const limits = heldOn(world.policy.baseLimits, dayText(dayIn(julyOf(baseYear), 1)));
      const { base } = contributionBase(wage * fenAYuan, limits);
      const { employer, employee } = ratiosIn(ratios, baseYear);
      periods.push({
        baseYear,
        base,
        employerRatio: employer,
        employeeRatio: employee,
        employerAmount: contributionOf(base, employer * hundredMillionths, 'fen'),
        employeeAmount: contributionOf(base, employee * hundredMillionths, 'fen'),
      });
    }
    return periods;
  });
};
