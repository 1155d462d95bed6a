import { describe, expect, it } from 'vitest';
import { codeTables } from '../../src/domain/fund/codes.ts';
import * as records from '../../src/domain/fund/records.ts';
import { type Role, roles } from '../../src/fund-sandbox/cast/roles.ts';
import type { PersonBook } from '../../src/fund-sandbox/people/person-book.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';

const sandboxOf = (seed: number): Sandbox => new Sandbox({ seed, people: 200, today: '2026-11-23' });
const peopleOf = (sandbox: Sandbox): PersonBook[] =>
  Array.from({ length: sandbox.people }, (_, index) => sandbox.person(index));
const seeds = [0, 1, 2, 3, 1234, 0xffff_ffff];

/** What each role must be good for. */
const holds: Record<Role, (book: PersonBook, sandbox: Sandbox) => void> = {
  employee: ({ employee, contributions }) => {
    expect(employee.state).toBe('01');
    expect(contributions.filter(({ kind }) => kind === '01').length).toBeGreaterThan(100);
    expect(contributions.some(({ reason }) => reason === '07')).toBe(true);
  },
  namesake: ({ identity }, sandbox) => {
    const other = sandbox.personOf('employee')!.identity;
    expect([identity.name, identity.idNumber === other.idNumber]).toEqual([other.name, false]);
  },
  clerk: ({ identity }, sandbox) => {
    const employer = sandbox.employerIdentity(identity.employer!.account)!;
    expect(employer.clerk).toEqual({ name: identity.name, idNumber: identity.idNumber, phone: identity.phone });
  },
  sealed: ({ employee, contributions }) => {
    expect(employee.state).toBe('02');
    expect(contributions.some(({ kind }) => kind === '05')).toBe(true);
  },
  gap: ({ contributions }) => {
    const months = new Set(contributions.map(({ month }) => month));
    const year = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
    expect(year.some((month) => !months.has(month))).toBe(true);
  },
  'back-paid': ({ contributions }) => expect(contributions.some(({ kind }) => kind === '02')).toBe(true),
  deferred: ({ employee }, sandbox) => expect(sandbox.employer(employee.employer!.account)!.state).toBe('03'),
  'just-opened': ({ employee }) =>
    expect([employee.state, employee.balance, employee.paidUpTo]).toEqual(['01', 0, null]),
  frozen: ({ employee }) => expect(employee.state).toBe('06'),
  retired: ({ employee, contributions }) => {
    expect([employee.state, employee.balance]).toEqual(['05', 0]);
    expect(contributions.at(-1)).toMatchObject({ kind: '12', reason: '03' });
  },
  'moved-away': ({ employee, contributions }) => {
    expect([employee.state, employee.balance]).toEqual(['04', 0]);
    expect(contributions.at(-1)!.kind).toBe('07');
  },
  'loan-reviewing': ({ loanApplications: [latest], loan }) => {
    expect(latest!.step).toBe('reviewing');
    expect(latest!.missing.length).toBeGreaterThan(0);
    expect(loan).toBeUndefined();
  },
  'loan-rejected': ({ loanApplications: [latest] }) =>
    expect([latest!.step, latest!.reason]).toEqual(['rejected', expect.any(String)]),
  'loan-signing': ({ loan }) => expect([loan!.state, loan!.signedOn]).toEqual(['signing', null]),
  'loan-disbursing': ({ loan }) => expect([loan!.state, loan!.disbursed]).toEqual(['disbursing', 0]),
  'loan-equal-instalment': ({ loan, identity }) => {
    expect(loan).toMatchObject({ state: 'normal', method: '01' });
    expect(identity.loanContracts).toEqual([loan!.contract]);
  },
  'loan-equal-principal': ({ loan }) => expect(loan).toMatchObject({ state: 'normal', method: '02' }),
  'loan-from-account': ({ repayments }) => expect(repayments!.made.some(({ kind }) => kind === '05')).toBe(true),
  'loan-prepaid': ({ loan, repayments }) => {
    expect(loan!.prepaid).toBeGreaterThan(0);
    expect(repayments!.made.some(({ kind }) => kind === '03')).toBe(true);
  },
  'loan-overdue': ({ loan }) => {
    expect(loan!.state).toBe('overdue');
    expect(loan!.overdue.terms).toBeGreaterThan(0);
    expect(loan!.overdue.penalty).toBeGreaterThan(0);
  },
  'loan-bad': ({ loan }) => expect([loan!.state, loan!.risk]).toEqual(['bad', '05']),
  'loan-settled': ({ loan, identity }) => {
    expect(loan).toMatchObject({ state: 'settled', balance: 0, next: null });
    expect(identity.loanContracts).toEqual([]);
  },
  spouse: ({ identity, loan }, sandbox) => {
    const [shared] = sandbox.loans(identity.account);
    expect(loan).toBeUndefined();
    expect(shared!.coBorrowers).toEqual([{ account: identity.account, name: identity.name }]);
    expect(shared!.borrower.account).toBe(sandbox.personOf('loan-equal-instalment')!.identity.account);
  },
  'transfer-in': ({ onlineApplications: [latest] }) =>
    expect(latest).toMatchObject({ kind: 'transfer-in', state: 'paying' }),
  'transfer-out': ({ onlineApplications: [latest] }) => expect(latest!.kind).toBe('transfer-out'),
  'withdrawal-returned': ({ onlineApplications: [latest] }) => {
    expect(latest).toMatchObject({ kind: 'withdrawal', state: 'returned' });
    expect(latest!.missing.length).toBeGreaterThan(0);
  },
};

describe.each(seeds)('the cast of seed %i', (seed) => {
  const sandbox = sandboxOf(seed);

  it.each(roles)('has the role %s', (role) => {
    holds[role](sandbox.personOf(role)!, sandbox);
  });

  it('has something in every step and state that can be had', () => {
    const people = peopleOf(sandbox);
    const employers = Array.from({ length: sandbox.employers }, (_, id) => sandbox.employerBook(id));
    const online = [...people, ...employers].flatMap(({ onlineApplications }) => onlineApplications);
    const all = (table: keyof typeof codeTables, but: readonly string[] = []): string[] =>
      Object.keys(codeTables[table]).filter((code) => !but.includes(code));
    const shown = (values: readonly string[]): Set<string> => new Set(values);

    // 03 is an account that was merged into another; 99 is a state of no account here.
    expect(shown(people.map(({ employee }) => employee.state))).toEqual(new Set(all('accountState', ['03', '99'])));
    expect(shown(employers.map(({ employer }) => employer.state))).toEqual(new Set(all('employerState', ['99'])));
    expect(shown(people.flatMap(({ loan }) => loan?.state ?? []))).toEqual(new Set(all('loanState')));
    expect(shown(people.flatMap(({ loanApplications: [latest] }) => latest?.step ?? []))).toEqual(
      new Set(all('loanStep')),
    );
    expect(shown(online.map(({ kind }) => kind))).toEqual(new Set(all('onlineKind')));
    expect(shown(online.map(({ state }) => state))).toEqual(new Set([...all('onlineState'), ...all('transferState')]));
    expect(shown(people.flatMap(({ loan }) => (loan ? [loan.method] : [])))).toEqual(new Set(['01', '02']));
  });

  it('has records of the agreed shapes', () => {
    for (const { identity, employee, contributions, loan, repayments, ...applications } of peopleOf(sandbox)) {
      records.PersonIdentity.parse(identity);
      records.Employee.parse(employee);
      for (const entry of contributions) records.Contribution.parse(entry);
      if (loan) records.Loan.parse(loan);
      if (repayments) records.Repayments.parse(repayments);
      for (const one of applications.loanApplications) records.LoanApplication.parse(one);
      for (const one of applications.onlineApplications) records.OnlineApplication.parse(one);
    }
    for (let id = 0; id < sandbox.employers; id++) {
      const book = sandbox.employerBook(id);
      records.EmployerIdentity.parse(book.identity);
      records.Employer.parse(book.employer);
      for (const entry of book.entries) records.EmployerContribution.parse(entry);
    }
  });
});

it('has people who share a name, and none of the named roles with too few people', () => {
  const people = peopleOf(new Sandbox({ seed: 9, people: 2000, today: '2026-11-23' }));
  expect(new Set(people.map(({ identity }) => identity.name)).size).toBeLessThan(people.length - 50);
  const few = new Sandbox({ seed: 9, people: 12, today: '2026-11-23' });
  expect(few.personOf('employee')).toBeDefined();
  expect(few.personOf('loan-overdue')).toBeUndefined();
});
