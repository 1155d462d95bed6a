import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  interestBetween,
  type Movement,
  settlementYear,
  yearInterest,
} from '../../../src/domain/fund/sums/account-interest.ts';
import { contributionBase, contributionOf } from '../../../src/domain/fund/sums/contribution.ts';
import { addMonths, daysBetween, monthsAndDays } from '../../../src/domain/fund/sums/day.ts';
import { earlyWithdrawal } from '../../../src/domain/fund/sums/early-withdrawal.ts';
import { narrowest } from '../../../src/domain/fund/sums/limits.ts';
import { loanLimits, termLimits, timesAmount } from '../../../src/domain/fund/sums/max-loan.ts';
import { changesRate, lastRateDay, nextRateDay, termsDue } from '../../../src/domain/fund/sums/rate-change.ts';
import {
  closesAccount,
  type WithdrawalFacts,
  type WithdrawalReason,
  withdrawalLimits,
  withdrawalReasons,
} from '../../../src/domain/fund/sums/withdrawal.ts';

const deposit = 1_500_000;

/** A thousand yuan on the first of twelve months from July on. */
const monthly = (day: string): Movement[] =>
  Array.from({ length: 12 }, (_, at) => ({ day: `${addMonths('2025-07-01', at).slice(0, 8)}${day}`, amount: 100_000 }));

describe("the year's interest", () => {
  it.each<[string, number, Movement[], number]>([
    ['a year untouched (gjj-0056)', 1_000_000, [], 15_000],
    ['a thousand on every 1st (gjj-0056)', 0, monthly('01'), 9750],
    ['the same on every 15th: 66 whole months and twelve times 16 days', 0, monthly('15'), 9050],
    ['half withdrawn in the middle', 1_000_000, [{ day: '2026-01-01', amount: -500_000 }], 11_250],
    ['paid in on the last day', 0, [{ day: '2026-06-30', amount: 36_000_000 }], 1500],
    [
      'outside the year',
      0,
      [
        { day: '2026-07-01', amount: 1_000_000 },
        { day: '2025-06-30', amount: 1_000_000 },
      ],
      0,
    ],
    ['nothing', 0, [], 0],
  ])('of %s', (_, opening, movements, interest) => {
    expect(yearInterest(opening, movements, 2026, deposit)).toBe(interest);
  });

  it('refuses more going out than came in', () => {
    expect(() => yearInterest(0, [{ day: '2025-08-01', amount: -1 }], 2026, deposit)).toThrow(RangeError);
  });

  it('is settled on the next 30 June', () => {
    expect(['2026-06-30', '2026-07-01', '2026-11-26'].map(settlementYear)).toEqual([2026, 2027, 2027]);
  });

  it('over several years earns on itself', () => {
    expect(interestBetween(1_000_000, '2025-07-01', '2027-07-01', deposit)).toBe(15_000 + 15_225);
    expect(interestBetween(1_000_000, '2026-01-01', '2027-01-01', deposit)).toBe(7500 + 7556);
    expect(interestBetween(1_000_000, '2026-01-01', '2026-01-01', deposit)).toBe(0);
  });
});

describe('days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', 12, '2027-03-31'],
    ['2026-05-10', 0, '2026-05-10'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it('are whole months and a rest that is less than one', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, two) => {
        const [from, to] = one < two ? [one, two] : [two, one];
        const { months, days } = monthsAndDays(from, to);
        expect(daysBetween(addMonths(from, months), to)).toBe(days);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(31);
      }),
    );
  });

  it('on which a running loan changes its rate', () => {
    expect([lastRateDay('2026-11-26'), nextRateDay('2026-11-26'), nextRateDay('2027-01-01')]).toEqual([
      '2026-01-01',
      '2027-01-01',
      '2028-01-01',
    ]);
    expect([12, 13].map((months) => changesRate({ months }))).toEqual([false, true]);
    expect(termsDue('2025-12-01', 240, '2026-01-01')).toBe(1);
    expect(termsDue('2025-12-02', 240, '2026-01-01')).toBe(0);
    expect(termsDue('2021-03-15', 360, '2026-01-01')).toBe(57);
    expect(termsDue('2021-03-15', 12, '2026-01-01')).toBe(12);
  });
});

describe('a contribution', () => {
  it.each([
    [800_000, {}, { base: 800_000 }],
    [800_000, { floor: 820_000 }, { base: 820_000, bound: 'floor' }],
    [800_000, { floor: 200_000, ceiling: 750_000 }, { base: 750_000, bound: 'ceiling' }],
    [750_000, { ceiling: 750_000 }, { base: 750_000 }],
  ])('on a wage of %i within %j', (wage, bounds, base) => {
    expect(contributionBase(wage, bounds)).toEqual(base);
  });

  it('is rounded half up, to the fen or to the yuan', () => {
    expect(contributionOf(423_457, 12_000_000, 'fen')).toBe(50_815);
    expect(contributionOf(423_457, 12_000_000, 'yuan')).toBe(50_800);
    expect(contributionOf(421_250, 12_000_000, 'yuan')).toBe(50_600);
  });
});

describe('the largest loan', () => {
  const facts = { debts: 0, rate: 2_600_000, months: 360, method: 'equal-instalment' as const };
  const amounts = (more: Partial<Parameters<typeof loanLimits>[0]>) =>
    Object.fromEntries(loanLimits({ ...facts, ...more }).map(({ kind, amount }) => [kind, amount]));

  it('has each limit by itself, unknown where what it rests on is', () => {
    expect(amounts({})).toEqual({ balance: undefined, capacity: undefined, cap: undefined, price: undefined });
    const all = {
      balance: 5_000_000,
      multiple: 1500,
      income: 1_200_000,
      incomeShare: 50_000_000,
      cap: 70_000_000,
      price: 150_000_000,
      downPayment: 20_000_000,
    };
    expect(amounts(all)).toEqual({ balance: 75_000_000, capacity: 149_872_841, cap: 70_000_000, price: 120_000_000 });
    expect(amounts({ ...all, debts: 600_000 }).capacity).toBe(0);
    expect(amounts({ ...all, debts: 900_000 }).capacity).toBe(0);
  });

  it('is the narrowest of the known ones, and says which', () => {
    expect(narrowest([{ kind: 'a', amount: undefined }])).toEqual({ amount: undefined, binding: [] });
    const limits = [
      { kind: 'a', amount: 5 },
      { kind: 'b', amount: undefined },
      { kind: 'c', amount: 3 },
      { kind: 'd', amount: 3 },
    ];
    expect(narrowest(limits)).toEqual({ amount: 3, binding: ['c', 'd'] });
  });

  it('runs no longer than the borrower may', () => {
    expect(narrowest(termLimits({ wished: 360, age: 45, untilAge: 65 }))).toEqual({ amount: 240, binding: ['age'] });
    expect(narrowest(termLimits({ wished: 360, age: 70, untilAge: 65 })).amount).toBe(0);
    expect(narrowest(termLimits({ wished: 240, longest: 360, age: 30 }))).toEqual({ amount: 240, binding: ['wished'] });
  });

  it('takes a multiple in hundredths', () => {
    expect([timesAmount(100_001, 1500), timesAmount(33, 150)]).toEqual([1_500_015, 50]);
  });
});

describe('a withdrawal', () => {
  const most = (reason: WithdrawalReason, facts: WithdrawalFacts) => narrowest(withdrawalLimits(reason, facts));

  it.each<[WithdrawalReason, WithdrawalFacts, number | undefined, string[]]>([
    ['rent', { balance: 9, months: 2, monthlyQuota: 3, yearlyQuota: 8 }, 6, ['monthly-quota']],
    ['rent', { balance: 9, months: 12, monthlyQuota: 3, yearlyQuota: 8 }, 8, ['yearly-quota']],
    ['rent-filed', { balance: 9, spent: 7, yearlyQuota: 8 }, 7, ['spent']],
    ['purchase', { balance: 5, spent: 7 }, 5, ['balance']],
    ['retire', { balance: 5, spent: 1 }, 5, ['balance']],
    ['leave', { balance: 5, months: 6, sealedMonths: 6 }, 5, ['balance', 'sealed']],
    ['leave', { balance: 5, months: 5, sealedMonths: 6 }, 0, ['sealed']],
    ['purchase', {}, undefined, []],
  ])('for %s of %j', (reason, facts, amount, binding) => {
    expect(most(reason, facts)).toEqual({ amount, binding });
  });

  it('is never more than the balance, whatever the reason', () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 });
    const facts = fc.record({ balance: fen, spent: fen, monthlyQuota: fen, yearlyQuota: fen, months: fc.nat(60) });
    fc.assert(
      fc.property(fc.constantFrom(...withdrawalReasons), facts, (reason, known) => {
        expect(most(reason, { ...known, sealedMonths: 6 }).amount).toBeLessThanOrEqual(known.balance);
      }),
    );
  });

  it('closes the account on retirement, disability, settling abroad and leaving', () => {
    expect(withdrawalReasons.filter(closesAccount)).toEqual(['retire', 'disabled', 'abroad', 'leave']);
  });
});

describe('an early withdrawal', () => {
  const facts = {
    balance: 10_000_000,
    amount: 5_000_000,
    from: '2026-07-01',
    to: '2028-07-01',
    rate: deposit,
    contributions: 24,
  };

  it('costs the interest of what was taken, and what the multiple makes of it', () => {
    expect(earlyWithdrawal(facts)).toEqual({ interestLost: 151_125, loanLimit: undefined, monthsToRestore: undefined });
    const { loanLimit, monthsToRestore } = earlyWithdrawal({ ...facts, multiple: 1000, monthly: 200_000 });
    expect(loanLimit).toEqual({ left: 10 * (10_302_250 + 4_800_000), taken: 10 * (5_151_125 + 4_800_000) });
    expect(monthsToRestore).toBe(25);
  });

  it('costs no loan where the cap is lower either way', () => {
    expect(earlyWithdrawal({ ...facts, multiple: 1000, cap: 30_000_000 }).loanLimit).toEqual({
      left: 30_000_000,
      taken: 30_000_000,
    });
  });
});
