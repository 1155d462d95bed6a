import type { OnlineApplication } from '../../domain/fund/records.ts';
import { adjustmentDay, deferralDay } from '../accounts/notices.ts';
import { baseYearOf, type DayNumber } from '../calendar/day.ts';
import { workdaysBefore } from '../calendar/workday.ts';
import { type EmployerFacts, slotOf } from '../employers/employer.ts';
import { numberWithin } from '../numbers/account-number.ts';
import { openOnlineStates } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { type Business, newestFirst, onlineApplication, reachedOn } from './online-application.ts';

interface Handed {
  readonly business: Business;
  readonly day: DayNumber;
}

/** What was completed, and what its books show. */
const completed = (world: World, { habit, id, opened, openedOn, ended, deferral }: EmployerFacts): Handed[] => {
  const handed: Handed[] = [];
  if (habit === 'new') handed.push({ business: { kind: 'employer-registration', state: 'completed' }, day: openedOn });
  if (deferral)
    handed.push({ business: { kind: 'employer-deferral', state: 'completed' }, day: deferralDay(deferral.from) });
  const baseYear = baseYearOf(world.last);
  const day = adjustmentDay(slotOf(id), baseYear);
  if (habit !== 'new' && ended === undefined && opened < baseYear * 12 + 6 && day <= world.today)
    handed.push({ business: { kind: 'base-adjustment', state: 'completed' }, day });
  return handed;
};

/** What the centre has not decided, or refused. */
const open = (world: World, { habit }: EmployerFacts, draws: Draws): Handed[] => {
  const kind =
    habit === 'gaps' || habit === 'late'
      ? 'employer-deferral'
      : habit === 'back-paying'
        ? 'base-adjustment'
        : undefined;
  if (!kind) return [];
  const state = draws.pick(openOnlineStates);
  return [{ business: { kind, state }, day: reachedOn(world, state, draws) }];
};

/** What an employer handed in online, the newest first. */
export const employerOnline = (world: World, facts: EmployerFacts): OnlineApplication[] => {
  const draws = new Draws(world.seed, 'employer online', facts.id);
  const all = [...completed(world, facts), ...open(world, facts, draws)];
  return newestFirst(
    all.map(({ business, day }, at) =>
      onlineApplication(
        numberWithin('employerOnline', facts.id + 1, at + 1),
        business,
        { day: workdaysBefore(day, 0), amount: null },
        draws,
      ),
    ),
  );
};
