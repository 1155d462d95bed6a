import type { MonthNumber } from '../calendar/day.ts';
import { employersOf } from '../people/population.ts';
import type { World } from '../world.ts';
import { type EmployerFacts, employerFacts } from './employer.ts';
import { employersACommunity } from './habits.ts';
import { type Remittances, remittancesOf } from './remittances.ts';

/** The employers among whom the people of a community move, and what they paid in. */
export interface Community {
  readonly number: number;
  readonly employers: readonly EmployerFacts[];
  readonly remittances: readonly Remittances[];
}

export const communityIn = (world: World, number: number): Community => {
  const employers = Array.from({ length: employersOf(world, number) }, (_, slot) =>
    employerFacts(world, number * employersACommunity + slot),
  );
  return { number, employers, remittances: employers.map((employer) => remittancesOf(world, employer)) };
};

/** Whether an employer contributes for a month, or would if it paid. */
export const contributesIn = ({ opened, ended }: EmployerFacts, month: MonthNumber): boolean =>
  opened <= month && (ended === undefined || month < ended);
