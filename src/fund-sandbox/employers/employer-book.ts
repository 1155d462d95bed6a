import type { Employer, EmployerContribution, EmployerIdentity, OnlineApplication } from '../../domain/fund/records.ts';
import { isSealed } from '../accounts/notices.ts';
import type { Service } from '../accounts/service.ts';
import { employerOnline } from '../applications/employer-online.ts';
import { baseYearOf, dayIn, dayText, monthText } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { accountNumber } from '../numbers/account-number.ts';
import type { Identities } from '../people/identities.ts';
import { phoneOf } from '../people/identities.ts';
import { clerkOf, nameOfPerson } from '../people/population.ts';
import type { World } from '../world.ts';
import type { Community } from './community.ts';
import { type EmployerFacts, ratiosIn, slotOf } from './employer.ts';
import { employerEntries } from './employer-entries.ts';
import { employerParticulars } from './employer-names.ts';
import type { Habit } from './habits.ts';

/** All that a fund keeps of an employer. */
export interface EmployerBook {
  readonly identity: EmployerIdentity;
  readonly employer: Employer;
  readonly entries: readonly EmployerContribution[];
  readonly onlineApplications: OnlineApplication[];
}

export const employerAccount = (id: number): string => accountNumber('employer', id + 1);

const states: Partial<Record<Habit, Employer['state']>> = { closed: '04', sealed: '05', deferring: '03', new: '02' };

/** Who has an account that is open, where they worked last. */
const headcount = (services: readonly Service[], slot: number) => {
  const open = services.filter(({ career }) => career.closedOn === undefined && career.spells.at(-1)!.slot === slot);
  const sealed = open.filter(({ notices }) => isSealed(notices)).length;
  return { contributing: open.length - sealed, sealed };
};

const closedOn = ({ habit, ended }: EmployerFacts): string | null =>
  habit === 'closed' && ended !== undefined ? dayText(workdayFrom(dayIn(ended + 1, 10))) : null;

/** @param services those of all people of the community */
export const employerBook = (
  world: World,
  community: Community,
  facts: EmployerFacts,
  services: readonly Service[],
  identities: Identities,
): EmployerBook => {
  const slot = slotOf(facts.id);
  const clerk = clerkOf(facts.id);
  const account = employerAccount(facts.id);
  const { name, creditCode, address, bank } = employerParticulars(world.seed, facts.id);
  const contact = { name: nameOfPerson(world, clerk), phone: phoneOf(world, clerk) };
  const entries = employerEntries(world, facts, slot, services);
  const { employer: employerRatio, employee: employeeRatio } = ratiosIn(facts.ratios, baseYearOf(world.last));
  const { paidUpTo } = community.remittances[slot]!;
  return {
    identity: { account, name, clerk: { ...contact, idNumber: identities.idNumber(clerk) } },
    entries,
    onlineApplications: employerOnline(world, facts),
    employer: {
      account,
      name,
      creditCode,
      address,
      state: states[facts.habit] ?? '01',
      openedOn: dayText(facts.openedOn),
      closedOn: closedOn(facts),
      employerRatio,
      employeeRatio,
      ...headcount(services, slot),
      balance: entries.reduce((sum, { kind, amount }) => (kind === '99' ? sum + amount : sum), 0),
      paidUpTo: paidUpTo === undefined ? null : monthText(paidUpTo),
      payday: facts.payday,
      bank,
      clerk: contact,
    },
  };
};
