import { describe, expect, it } from 'vitest';
import type { Loan, PlannedRepayment } from '../../src/domain/fund/records.ts';
import { daysInterest, monthInterest } from '../../src/domain/fund/sums/rate.ts';
import { scheduleOf } from '../../src/domain/fund/sums/schedule.ts';
import { heldOn, sandboxPolicy } from '../../src/fund-sandbox/policy.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';

const today = '2026-11-23';
const sandbox = new Sandbox({ seed: 21, people: 1500, today });
const running = Array.from({ length: sandbox.people }, (_, index) => sandbox.person(index)).flatMap(
  ({ loan, repayments }) => (loan && repayments && loan.disbursed > 0 ? [{ loan, ...repayments }] : []),
);
const hundredMillionths = 10;
const methods = { '01': 'equal-instalment', '02': 'equal-principal' } as const;

/** The rate at which a term is reckoned: that of the day the loan was paid out, or of a later year's 1 January by its day. */
const rateOf = (loan: Loan, dueOn: string, homes: typeof sandboxPolicy.firstHome, months: number): number => {
  const newYear = `${dueOn.slice(0, 4)}-01-01`;
  // What is to come is reckoned at today's rate.
  const known = newYear > today ? `${today.slice(0, 4)}-01-01` : newYear;
  const from = months > 12 && known > loan.disbursedOn! ? known : loan.disbursedOn!;
  const rates = heldOn(homes, from);
  return months > 60 ? rates.overFiveYears : rates.upToFiveYears;
};

const interestFits = (loan: Loan, plan: readonly PlannedRepayment[], homes: typeof sandboxPolicy.firstHome): boolean =>
  plan.every(({ principal, interest, remaining, dueOn }) => {
    const rate = rateOf(loan, dueOn, homes, applied(loan).terms);
    return interest === monthInterest(remaining + principal, rate * hundredMillionths);
  });

const applied = (loan: Loan) => sandbox.loanProgress(loan.borrower.account)[0]!;

describe('loans that were paid out', () => {
  it('there are of both methods, with every kind of entry that they can have', () => {
    expect(running.length).toBeGreaterThan(200);
    const kinds = new Set(running.flatMap(({ made }) => made.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['01', '02', '03', '04', '05', '06', '08']);
  });

  it('each term asks the interest of the rate that held on its 1 January, for a first home or a second', () => {
    const { firstHome, secondHome } = sandboxPolicy;
    const second = running.filter(({ loan, plan }) => {
      if (interestFits(loan, plan, firstHome)) return false;
      expect(interestFits(loan, plan, secondHome), loan.account).toBe(true);
      return true;
    });
    expect(second.length).toBeGreaterThan(10);
    expect(new Set(running.map(({ loan }) => loan.rate)).size).toBeGreaterThanOrEqual(4);
  });

  it('a loan whose rate never changed has the very schedule of the sums', () => {
    const unchanged = running.filter(({ loan }) => loan.disbursedOn! > '2025-05-08' && loan.prepaid === 0);
    expect(unchanged.length).toBeGreaterThan(10);
    for (const { loan, plan } of unchanged) {
      const { contractAmount: principal, rate, terms: months, method } = loan;
      const schedule = scheduleOf({
        principal,
        rate: rate * hundredMillionths,
        months,
        method: methods[method as '01' | '02'],
      });
      expect(plan.map(({ dueOn: _, state: __, ...term }) => term)).toEqual(schedule);
    }
  });

  it('what is overdue costs one and a half times the rate, day by day', () => {
    const late = running.filter(({ loan }) => loan.overdue.terms > 0);
    expect(late.length).toBeGreaterThan(10);
    const days = (from: string): number => (Date.parse(today) - Date.parse(from)) / 86_400_000;
    for (const { loan, plan } of late) {
      const overdue = plan.filter(({ state, dueOn }) => state === 'overdue' && dueOn >= '2026-01-01');
      if (overdue.length < loan.overdue.terms) continue;
      const penalty = overdue.map(({ payment, dueOn }) => daysInterest(payment, loan.rate * 15, days(dueOn)));
      expect(loan.overdue.penalty).toBe(penalty.reduce((sum, one) => sum + one, 0));
    }
  });
});
