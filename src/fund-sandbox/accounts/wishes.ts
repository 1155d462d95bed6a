import type { Code } from '../../domain/fund/codes.ts';
import { type DayNumber, dayIn, monthOf } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import type { Life } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { Career } from './career.ts';

/** Money a person wants out of the account; they get no more than there is. */
export interface Wish {
  readonly day: DayNumber;
  readonly reason: Code<'withdrawalReason'>;
  /** Fen; undefined asks for what can be had. */
  readonly amount: number | undefined;
  /** Went to a wrong bank account first, and was taken back. */
  readonly botched: boolean;
}

const fenAYuan = 100;

const rent = (career: Career, { last }: World, draws: Draws): Wish[] => {
  const amount = draws.between(20, 45) * 100 * fenAYuan;
  const botchedAt = draws.below(25);
  const wishes: Wish[] = [];
  for (let month = monthOf(career.openedOn) + draws.between(6, 60); month <= last; month += 3)
    wishes.push({
      day: workdayFrom(dayIn(month, draws.between(4, 24))),
      reason: '07',
      amount,
      botched: wishes.length === botchedAt,
    });
  return wishes;
};

/** What happens to few, and once. */
const rare: readonly (readonly [Code<'withdrawalReason'>, number])[] = [
  ['01', 5],
  ['02', 1],
  ['09', 2],
  ['99', 1],
];

export const wishesOf = (world: World, life: Life, career: Career, index: number): Wish[] => {
  const draws = new Draws(world.seed, 'wishes', index);
  const wishes = life.rents ? rent(career, world, draws) : [];
  if (!life.loan && draws.chance(8)) {
    const day = workdayFrom(world.today - draws.between(60, 2000));
    wishes.push({ day, reason: draws.weighted(rare), amount: undefined, botched: false });
  }
  return wishes;
};
