import type { Contribution, Employee } from '../../domain/fund/records.ts';
import { settlementYear, yearInterest } from '../../domain/fund/sums/account-interest.ts';
import type { PersonBook } from '../people/person-book.ts';
import { heldOn, type SandboxPolicy } from '../policy.ts';
import { expectHolds, type Report } from './problem.ts';

const moving: ReadonlySet<Contribution['kind']> = new Set(['01', '02', '07', '08', '09', '11', '12']);
const hundredMillionths = 10;

/** Each balance is the one before and the entry's amount; nothing is booked out of order, twice, or after today. */
const checkEntries = (entries: readonly Contribution[], today: string, report: Report): void => {
  let [balance, day, serial] = [0, '', ''];
  for (const entry of entries) {
    balance += entry.amount;
    const at = `entry ${entry.serial}`;
    expectHolds(report, entry.balance === balance, `${at}: the balance is not the one before and the amount`);
    expectHolds(report, entry.balance >= 0, `${at}: more went out than was in`);
    expectHolds(report, entry.bookedOn >= day && entry.bookedOn <= today, `${at}: booked out of order`);
    expectHolds(report, entry.serial > serial, `${at}: the serial number is not a new one`);
    expectHolds(report, moving.has(entry.kind) || entry.amount === 0, `${at}: moves money that it should not`);
    const paidIn = entry.kind === '01' || entry.kind === '02';
    const parts = (entry.employerAmount ?? 0) + (entry.employeeAmount ?? 0);
    expectHolds(report, parts === (paidIn ? entry.amount : 0), `${at}: the parts are not the amount`);
    [day, serial] = [entry.bookedOn, entry.serial];
  }
  const reversed = entries.filter((entry) => entry.reversed).reduce((sum, { amount }) => sum + amount, 0);
  const kept = entries.filter((entry) => entry.reversed && entry.amount > 0).length * 2;
  expectHolds(report, reversed === 0, 'reversals do not take back what they reverse');
  expectHolds(report, entries.filter((entry) => entry.reversed).length === kept, 'a reversal has no counterpart');
};

/** Every 30 June since the opening has its interest, and the closing day; each is what the rule gives. */
const checkInterest = (
  entries: readonly Contribution[],
  employee: Employee,
  ends: string,
  policy: SandboxPolicy,
  report: Report,
) => {
  let [opening, since] = [0, 0];
  entries.forEach((entry, at) => {
    if (entry.kind !== '09') return;
    const movements = entries
      .slice(since, at)
      .filter(({ amount }) => amount !== 0)
      .map(({ bookedOn, amount }) => ({ day: bookedOn, amount }));
    const before = entry.balance - entry.amount;
    if (!entry.bookedOn.endsWith('-06-30')) movements.push({ day: entry.bookedOn, amount: -before });
    const rate = heldOn(policy.accountRate, entry.bookedOn) * hundredMillionths;
    const due = yearInterest(opening, movements, settlementYear(entry.bookedOn), rate);
    expectHolds(report, due === entry.amount, `entry ${entry.serial}: the interest is not ${due}`);
    [opening, since] = [entry.balance, at + 1];
  });
  const days = entries.filter(({ kind }) => kind === '09').map(({ bookedOn }) => bookedOn);
  const wanted = employee.closedOn === null ? [] : [employee.closedOn];
  for (let year = Number(ends.slice(0, 4)); `${year}-06-30` >= employee.openedOn; year--)
    if (`${year}-06-30` <= ends) wanted.push(`${year}-06-30`);
  expectHolds(report, days.join() === wanted.sort().join(), 'interest was not booked once a year');
};

/** What employers paid in is what the account shows of it. */
const checkDeposits = ({ deposits, contributions }: PersonBook, report: Report): void => {
  const shown = contributions.filter(({ kind }) => kind === '01' || kind === '02');
  const paid = deposits.toSorted((a, b) => a.day - b.day);
  const same = shown.every(({ kind, employerAmount, employeeAmount }, at) => {
    const one = paid[at];
    return one?.kind === kind && one.employerAmount === employerAmount && one.employeeAmount === employeeAmount;
  });
  expectHolds(report, same && shown.length === paid.length, 'the contributions are not what was paid in');
};

/** A person's account. @param today `YYYY-MM-DD` */
export const checkAccount = (book: PersonBook, today: string, policy: SandboxPolicy, report: Report): void => {
  const { employee, contributions } = book;
  checkEntries(contributions, today, report);
  checkInterest(contributions, employee, employee.closedOn ?? today, policy, report);
  checkDeposits(book, report);
  const { balance, carriedOver, thisYear, closedOn } = employee;
  expectHolds(report, balance === contributions.at(-1)?.balance, 'the balance is not that of the last entry');
  expectHolds(report, balance === carriedOver + thisYear, 'the balance is not its two parts');
  expectHolds(report, carriedOver >= 0 && thisYear >= 0, 'a part of the balance is below 0');
  expectHolds(report, closedOn === null || balance === 0, 'a closed account has a balance');
};
