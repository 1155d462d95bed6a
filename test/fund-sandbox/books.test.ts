import { describe, expect, it } from 'vitest';
import { checkAccount } from '../../src/fund-sandbox/books/check-account.ts';
import { checkBooks } from '../../src/fund-sandbox/books/check-books.ts';
import { checkEmployer } from '../../src/fund-sandbox/books/check-employer.ts';
import { checkLoan } from '../../src/fund-sandbox/books/check-loan.ts';
import type { Report } from '../../src/fund-sandbox/books/problem.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';

const today = '2026-11-23';
const seeds = Array.from({ length: 50 }, (_, at) => at * 7919);

describe('the books balance', () => {
  // 10,000 people over 50 seeds; `npm run bench:fund` walks 10,000 of each seed.
  it.each(seeds)('of 200 to 250 people, seed %i', (seed) => {
    expect(checkBooks(new Sandbox({ seed, people: 200 + (seed % 51), today }))).toEqual([]);
  });

  it('of 3,000 people of one seed', () =>
    expect(checkBooks(new Sandbox({ seed: 5, people: 3000, today }))).toEqual([]));

  it.each(['2026-03-01', '2026-06-29', '2026-06-30', '2026-07-01', '2027-01-01', '2028-02-29', '2031-10-05'])(
    'kept up to %s',
    (day) => expect(checkBooks(new Sandbox({ seed: 11, people: 230, today: day }))).toEqual([]),
  );

  it.each([1, 2, 11, 199])('of %i people', (people) => {
    expect(checkBooks(new Sandbox({ seed: 3, people, today }))).toEqual([]);
  });
});

describe('the walk through the books finds what is wrong', () => {
  const sandbox = new Sandbox({ seed: 1, people: 200, today });
  const found = (check: (report: Report) => void): string[] => {
    const problems: string[] = [];
    check((problem) => problems.push(problem));
    return problems;
  };

  it('a fen too much in an account', () => {
    const book = sandbox.personOf('employee')!;
    const contributions = book.contributions.map((entry, at) =>
      at === 40 ? { ...entry, balance: entry.balance + 1 } : entry,
    );
    const check = (report: Report) => checkAccount({ ...book, contributions }, today, sandbox.world.policy, report);
    expect(found(check)).toEqual([expect.stringContaining('the balance is not the one before and the amount')]);
  });

  it('interest that was not booked', () => {
    const book = sandbox.personOf('employee')!;
    const contributions = book.contributions.filter(({ kind }) => kind !== '09');
    const check = (report: Report) => checkAccount({ ...book, contributions }, today, sandbox.world.policy, report);
    expect(found(check)).toContain('interest was not booked once a year');
  });

  it('a remittance that lacks a person', () => {
    const people = Array.from({ length: sandbox.people }, (_, index) => sandbox.person(index));
    const check = (report: Report) => checkEmployer(sandbox.employerBook(0), 0, people.slice(1), today, report);
    expect(found(check)).toContainEqual(
      expect.stringContaining('the remittance is not its people’s deposits'.replace('’', "'")),
    );
  });

  it('a term that was paid and has no entry', () => {
    const { loan, repayments } = sandbox.personOf('loan-equal-principal')!;
    const made = repayments!.made.filter((_, at) => at !== 5);
    expect(found((report) => checkLoan(loan!, { ...repayments!, made }, today, report))).toContain(
      'the paid terms are not the entries',
    );
  });
});
