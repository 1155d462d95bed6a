import { type DayNumber, dayIn, type MonthNumber } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { type Community, contributesIn } from '../employers/community.ts';
import { slotOf } from '../employers/employer.ts';
import type { Life } from '../people/life.ts';
import { clerksEmployer } from '../people/population.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';

/** Months for which one employer contributes for a person, both included; `to` is undefined while they work there. */
export interface Spell {
  readonly slot: number;
  readonly from: MonthNumber;
  readonly to: MonthNumber | undefined;
  /** So many of the first months were declared late, and paid in afterwards. */
  readonly declaredLate: number;
}

/** Where a person worked, and when their account was opened and closed. */
export interface Career {
  readonly openedOn: DayNumber;
  readonly spells: readonly [Spell, ...Spell[]];
  /** The day on which the account was emptied and closed. */
  readonly closedOn: DayNumber | undefined;
}

/** Employers of uneven size: the first has about as many people as all others together. */
const weights = [45, 9, 9, 9, 5, 5, 6, 4, 6, 1];

const employerAt = (community: Community, month: MonthNumber, draws: Draws): number => {
  const open = community.employers.flatMap((employer) =>
    contributesIn(employer, month) ? [[slotOf(employer.id), weights[slotOf(employer.id)]!] as const] : [],
  );
  return open.length > 0 ? draws.weighted(open) : 0;
};

/** The last month for which a person is contributed for, where that is over. */
const lastMonth = ({ standing }: Life, { last }: World, draws: Draws): MonthNumber | undefined => {
  switch (standing) {
    case 'sealed':
      return last - draws.between(2, 24);
    case 'retired':
    case 'moved-away':
      return last - draws.between(5, 40);
    default:
      return undefined;
  }
};

const spellsOf = (world: World, community: Community, life: Life, start: MonthNumber, draws: Draws): Spell[] => {
  const final = lastMonth(life, world, draws);
  const end = final ?? world.last;
  const spells: Spell[] = [];
  for (let month = start; month <= end; ) {
    const slot = employerAt(community, month, draws);
    const left = (community.employers[slot]!.ended ?? Number.POSITIVE_INFINITY) - 1;
    const to = Math.min(month + draws.between(14, 100), left);
    const declaredLate = draws.chance(6) ? draws.between(1, 2) : 0;
    spells.push({ slot, from: month, to: to < end ? to : final, declaredLate });
    month = to + 1 + (draws.chance(60) ? 0 : draws.between(1, 10));
  }
  return spells;
};

/** One employer from the first month to the last. */
const steadySpell = (world: World, community: Community, slot: number, life: Life, draws: Draws): Spell => {
  const { opened, ended } = community.employers[slot]!;
  const to = lastMonth(life, world, draws) ?? (ended === undefined ? undefined : ended - 1);
  return { slot, from: Math.max(opened, world.first), to, declaredLate: 0 };
};

const steadySlot = (community: Community, life: Life, index: number): number | undefined => {
  const own = clerksEmployer(index);
  if (own !== undefined) return slotOf(own);
  if (!life.steady) return undefined;
  return Math.max(
    0,
    community.employers.findIndex(({ habit }) => habit === life.steady),
  );
};

/** Long enough ago for a loan, which asks for some months of contributions first. */
const startOf = ({ first, last }: World, life: Life, draws: Draws): MonthNumber => {
  if (life.loan) return first + draws.below(6);
  return draws.chance(50) ? first + draws.below(3) : draws.between(first, last - 44);
};

const closingDay = ({ standing }: Life, spells: readonly Spell[], draws: Draws): DayNumber | undefined => {
  if (standing !== 'retired' && standing !== 'moved-away') return undefined;
  const left = spells.at(-1)?.to;
  return left === undefined ? undefined : workdayFrom(dayIn(left + draws.between(2, 3), draws.between(5, 20)));
};

export const careerOf = (world: World, community: Community, life: Life, index: number): Career => {
  const draws = new Draws(world.seed, 'career', index);
  if (life.standing === 'just-opened') {
    const slot = steadySlot(community, life, index) ?? 0;
    const openedOn = Math.min(world.today, workdayFrom(world.today - 4));
    return { openedOn, spells: [{ slot, from: world.last + 1, to: undefined, declaredLate: 0 }], closedOn: undefined };
  }
  const slot = steadySlot(community, life, index);
  const spells =
    slot === undefined
      ? spellsOf(world, community, life, startOf(world, life, draws), draws)
      : [steadySpell(world, community, slot, life, draws)];
  const [first, ...later] = spells;
  if (!first) throw new RangeError('sandbox: a career without an employer');
  return {
    openedOn: workdayFrom(dayIn(first.from, 1)),
    spells: [first, ...later],
    closedOn: closingDay(life, spells, draws),
  };
};
