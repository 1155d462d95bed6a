import { baseYearOf, type DayNumber, type MonthNumber } from '../calendar/day.ts';
import type { Community } from '../employers/community.ts';
import type { Booking, Remittances } from '../employers/remittances.ts';
import type { World } from '../world.ts';
import type { BasePeriod } from './bases.ts';
import type { Career, Spell } from './career.ts';

/** A month's contribution as it was booked; amounts are fen, below 0 where it takes one back. */
export interface Deposit {
  readonly slot: number;
  readonly day: DayNumber;
  readonly kind: '01' | '02';
  readonly month: MonthNumber;
  readonly employerAmount: number;
  readonly employeeAmount: number;
  readonly reversed: boolean;
}

/** A month that was declared late is paid in with the first one that was declared in time. */
const paidAfterwards = (remittances: Remittances, { from, declaredLate }: Spell): readonly Booking[] => {
  const [booking] = remittances.bookings(from + declaredLate);
  return booking ? [{ ...booking, kind: '02', sign: 1, reversed: false }] : [];
};

/** All that was paid in for a person, employer by employer and month by month. */
export const depositsOf = (world: World, community: Community, career: Career, bases: BasePeriod[][]): Deposit[] => {
  const deposits: Deposit[] = [];
  career.spells.forEach((spell, nth) => {
    const remittances = community.remittances[spell.slot]!;
    const periods = bases[nth]!;
    const firstYear = baseYearOf(spell.from);
    const end = Math.min(spell.to ?? world.last, world.last);
    for (let month = spell.from; month <= end; month++) {
      const late = month < spell.from + spell.declaredLate;
      for (const { day, kind, sign, reversed } of late
        ? paidAfterwards(remittances, spell)
        : remittances.bookings(month)) {
        if (career.closedOn !== undefined && day >= career.closedOn) continue;
        const { employerAmount, employeeAmount } = periods[baseYearOf(month) - firstYear]!;
        deposits.push({
          slot: spell.slot,
          day,
          kind,
          month,
          employerAmount: sign * employerAmount,
          employeeAmount: sign * employeeAmount,
          reversed,
        });
      }
    }
  });
  return deposits;
};
