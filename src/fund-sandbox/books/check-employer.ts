import type { EmployerContribution } from '../../domain/fund/records.ts';
import { dayText, monthText } from '../calendar/day.ts';
import type { EmployerBook } from '../employers/employer-book.ts';
import type { PersonBook } from '../people/person-book.ts';
import { expectHolds, type Report } from './problem.ts';

interface Sum {
  amount: number;
  employees: number;
}

const keyOf = (day: string, kind: string, month: string | null, reversed: boolean, amount: number): string =>
  [day, kind, month, reversed, amount < 0].join(' ');

/** What the accounts of an employer's people show of it, by remittance. */
const paidIn = (people: readonly PersonBook[], slot: number): Map<string, Sum> => {
  const sums = new Map<string, Sum>();
  for (const { deposits } of people) {
    for (const { slot: paidBy, day, kind, month, reversed, employerAmount, employeeAmount } of deposits) {
      if (paidBy !== slot) continue;
      const amount = employerAmount + employeeAmount;
      const key = keyOf(dayText(day), kind, monthText(month), reversed, amount);
      const sum = sums.get(key) ?? { amount: 0, employees: 0 };
      sums.set(key, { amount: sum.amount + amount, employees: sum.employees + 1 });
    }
  }
  return sums;
};

const checkEntries = (
  entries: readonly EmployerContribution[],
  sums: Map<string, Sum>,
  today: string,
  report: Report,
) => {
  let [day, serial] = ['', ''];
  for (const entry of entries) {
    const at = `entry ${entry.serial}`;
    expectHolds(report, entry.bookedOn >= day && entry.bookedOn <= today, `${at}: booked out of order`);
    expectHolds(report, entry.serial > serial, `${at}: the serial number is not a new one`);
    [day, serial] = [entry.bookedOn, entry.serial];
    if (entry.kind !== '01' && entry.kind !== '02') {
      expectHolds(report, entry.kind === '99' || entry.amount === 0, `${at}: moves money that it should not`);
      continue;
    }
    const key = keyOf(entry.bookedOn, entry.kind, entry.month, entry.reversed, entry.amount);
    const sum = sums.get(key);
    sums.delete(key);
    const same = sum?.amount === entry.amount && sum.employees === entry.employees;
    expectHolds(report, same, `${at}: the remittance is not its people's deposits`);
  }
  expectHolds(report, sums.size === 0, 'people have deposits that the employer never remitted');
};

/** An employer's account against those of its people. @param people all of its community */
export const checkEmployer = (
  { employer, entries }: EmployerBook,
  slot: number,
  people: readonly PersonBook[],
  today: string,
  report: Report,
): void => {
  checkEntries(entries, paidIn(people, slot), today, report);
  const waiting = entries.filter(({ kind }) => kind === '99').reduce((sum, { amount }) => sum + amount, 0);
  expectHolds(report, employer.balance === waiting, 'the balance is not what waits to be shared out');
  const own = people.filter(
    ({ employee }) => employee.closedOn === null && employee.employer?.account === employer.account,
  );
  const count = (state: string): number => own.filter(({ employee }) => employee.state === state).length;
  const { contributing, sealed } = employer;
  expectHolds(report, contributing + sealed === own.length, 'people are missing or too many');
  expectHolds(report, contributing >= count('01') && sealed >= count('02'), 'people are counted in the wrong state');
};
