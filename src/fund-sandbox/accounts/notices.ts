import type { Code } from '../../domain/fund/codes.ts';
import { type DayNumber, dayIn, julyOf, type MonthNumber } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import type { Community } from '../employers/community.ts';
import type { Life } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { BasePeriod } from './bases.ts';
import type { Career, Spell } from './career.ts';

/** An entry that moves no money. `slot` is the employer that handed it in. */
export interface Notice {
  readonly day: DayNumber;
  readonly kind: Extract<Code<'entryKind'>, '03' | '04' | '05' | '06' | '10' | '13' | '14' | '15'>;
  readonly slot: number;
}

/** The day in July on which an employer declares the new bases. */
export const adjustmentDay = (slot: number, baseYear: number): DayNumber =>
  workdayFrom(dayIn(julyOf(baseYear), 2 + (slot % 5)));

/** The day on which an employer's people were told that contributions are put off. */
export const deferralDay = (from: MonthNumber): DayNumber => workdayFrom(dayIn(from, 2));

const covers = ({ from, to }: Spell, month: MonthNumber): boolean => from <= month && (to === undefined || month <= to);

/** What a move from one spell to the next asks for. */
const moves = (before: Spell, after: Spell): Notice[] => {
  const day = workdayFrom(dayIn(after.from, 1));
  const pause = after.from > before.to! + 1;
  return [
    ...(pause ? [{ day, kind: '04', slot: after.slot } as const] : []),
    ...(before.slot === after.slot ? [] : [{ day, kind: '06', slot: after.slot } as const]),
  ];
};

const sealing = (spell: Spell, next: Spell | undefined): Notice[] =>
  spell.to === undefined || (next && next.from === spell.to + 1)
    ? []
    : [{ day: workdayFrom(dayIn(spell.to + 1, 3)), kind: '05', slot: spell.slot }];

/** By order of a court: for good where that is the person's standing, else now and then for a while. */
const freezing = (world: World, { standing }: Life, { spells, closedOn }: Career, index: number): Notice[] => {
  const draws = new Draws(world.seed, 'freezing', index);
  const { slot } = spells.at(-1)!;
  if (standing === 'frozen') return [{ day: workdayFrom(world.today - draws.between(20, 150)), kind: '14', slot }];
  if (closedOn !== undefined || standing !== 'contributing' || !draws.chance(1)) return [];
  const day = workdayFrom(world.today - draws.between(300, 700));
  return [
    { day, kind: '14', slot },
    { day: workdayFrom(day + draws.between(30, 200)), kind: '15', slot },
  ];
};

/** All entries of a person that move no money, up to today. */
export const noticesOf = (
  world: World,
  community: Community,
  life: Life,
  career: Career,
  bases: BasePeriod[][],
  index: number,
): Notice[] => {
  const { spells, openedOn } = career;
  const notices: Notice[] = [{ day: openedOn, kind: '03', slot: spells[0].slot }];
  spells.forEach((spell, nth) => {
    const { slot } = spell;
    const next = spells[nth + 1];
    for (const { baseYear } of bases[nth]!.slice(1))
      notices.push({ day: adjustmentDay(slot, baseYear), kind: '10', slot });
    const { deferral } = community.employers[slot]!;
    if (deferral && covers(spell, deferral.from)) notices.push({ day: deferralDay(deferral.from), kind: '13', slot });
    notices.push(...sealing(spell, next), ...(next ? moves(spell, next) : []));
  });
  notices.push(...freezing(world, life, career, index));
  return notices.filter(({ day }) => day <= world.today);
};

/** Whether the account is sealed after these entries. */
export const isSealed = (notices: readonly Notice[]): boolean =>
  notices.findLast(({ kind }) => kind === '04' || kind === '05')?.kind === '05';
