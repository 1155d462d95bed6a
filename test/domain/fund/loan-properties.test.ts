import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPayment, principalFor } from '../../../src/domain/fund/sums/instalment.ts';
import { type Loan, repaymentMethods, type Term, totalInterest } from '../../../src/domain/fund/sums/loan.ts';
import { mixTerms } from '../../../src/domain/fund/sums/mixed-loan.ts';
import { prepay, prepaymentEffects, settlement } from '../../../src/domain/fund/sums/prepayment.ts';
import { scheduleOf } from '../../../src/domain/fund/sums/schedule.ts';
import { atRate, goingOn, standingAfter } from '../../../src/domain/fund/sums/standing.ts';

const rate = fc.integer({ min: 0, max: 12_000_000 });
const anyLoan: fc.Arbitrary<Loan> = fc.record({
  principal: fc.integer({ min: 1, max: 300_000_000 }),
  rate,
  months: fc.integer({ min: 1, max: 360 }),
  method: fc.constantFrom(...repaymentMethods),
});

/** A loan, and how many of its terms are paid while some are left. */
const running = anyLoan.chain((loan) => fc.tuple(fc.constant(loan), fc.integer({ min: 0, max: loan.months - 1 })));

const sum = (terms: readonly Term[]): number => terms.reduce((all, { principal }) => all + principal, 0);
const renumbered = (terms: readonly Term[]) => terms.map((term, at) => ({ ...term, term: at + 1 }));

describe('a schedule', () => {
  it('repays the principal exactly, and never owes less than nothing', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const terms = scheduleOf(loan);
        expect(sum(terms)).toBe(loan.principal);
        expect(terms.length).toBeLessThanOrEqual(loan.months);
        expect(terms.at(-1)?.remaining).toBe(0);
        let owed = loan.principal;
        const wrong = terms.find(({ term, payment, principal, interest, remaining }, at) => {
          owed -= principal;
          const adds = payment === principal + interest && remaining === owed && term === at + 1;
          return !adds || remaining < 0 || principal < 0 || interest < 0;
        });
        expect(wrong).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('of equal principal has payments that never rise', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const terms = scheduleOf({ ...loan, method: 'equal-principal' });
        expect(terms.find(({ payment }, at) => payment > (terms[at - 1]?.payment ?? payment))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['no interest', { principal: 1_200_000, rate: 0, months: 12, method: 'equal-instalment' }, 100_000, 12],
    ['no interest, with a rest', { principal: 100_000, rate: 0, months: 3, method: 'equal-instalment' }, 33_333, 3],
    ['a single term', { principal: 1_000_000, rate: 2_100_000, months: 1, method: 'equal-principal' }, 1_001_750, 1],
    ['a fen', { principal: 1, rate: 2_600_000, months: 360, method: 'equal-instalment' }, 0, 360],
    ['more terms than fen', { principal: 300, rate: 0, months: 360, method: 'equal-principal' }, 1, 300],
  ] as const)('works for %s', (_, loan, first, length) => {
    const terms = scheduleOf(loan);
    expect([terms[0]?.payment, terms.length, sum(terms)]).toEqual([first, length, loan.principal]);
  });
});

describe('prepaying', () => {
  it('never raises the interest, however little is prepaid, and repays exactly', () => {
    const some = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 300_000_000 }));
    fc.assert(
      fc.property(running, some, fc.constantFrom(...prepaymentEffects), ([loan, paid], amount, effect) => {
        const standing = standingAfter(loan, paid);
        if (!standing || amount >= standing.rest.principal) return;
        const before = goingOn(standing);
        const after = prepay(standing.rest, standing.portion, amount, effect);
        expect(totalInterest(after)).toBeLessThanOrEqual(totalInterest(before));
        expect(sum(after)).toBe(standing.rest.principal - amount);
        expect(after.length).toBeLessThanOrEqual(effect === 'shorten' ? before.length : standing.rest.months);
        // But for the last term, which takes the rounding, nothing asks for more a month than before.
        if (after.length > 1) expect(after[0]!.payment).toBeLessThanOrEqual(before[0]!.payment);
      }),
      { numRuns: 2000 },
    );
  });

  it('all of it takes the days’ interest at a 360th of the yearly rate', () => {
    const rest: Loan = { principal: 36_000_000, rate: 2_600_000, months: 200, method: 'equal-instalment' };
    expect(settlement(rest, 10)).toEqual({ principal: 36_000_000, interest: 26_000, total: 36_026_000 });
    expect(settlement(rest, 0).total).toBe(36_000_000);
  });
});

describe('a change of rate in the middle', () => {
  it('is two loans joined', () => {
    fc.assert(
      fc.property(running, rate, fc.nat(), ([loan, paid], changed, later) => {
        const whole = scheduleOf(loan);
        const remaining = paid === 0 ? loan.principal : (whole[paid - 1]?.remaining ?? 0);
        const standing = standingAfter(loan, paid);
        if (remaining === 0) {
          expect(standing).toBeUndefined();
          return;
        }
        const second = scheduleOf({ ...loan, principal: remaining, months: loan.months - paid, rate: changed });
        expect(atRate(standing!, changed)).toEqual(second);
        expect(goingOn(standing!)).toEqual(renumbered(whole.slice(paid)));
        // Looked at any time after the change it goes on as the second loan does.
        const more = later % second.length;
        const then = standingAfter(loan, paid + more, [{ paid, rate: changed }]);
        expect(goingOn(then!)).toEqual(renumbered(second.slice(more)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the principal that a payment carries', () => {
  const first = (loan: Loan): number => scheduleOf(loan)[0]?.payment ?? 0;
  const payments = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 3_000_000 }));

  it.each(repaymentMethods)('by %s is the largest whose first instalment is not above it', (method) => {
    fc.assert(
      fc.property(fc.noBias(payments), fc.noBias(anyLoan), (payment, { rate: yearly, months }) => {
        const terms = { rate: yearly, months, method };
        const principal = principalFor(payment, yearly, months, method);
        const [fits, more] = [principal, principal + 1].map((fen) => first({ ...terms, principal: fen }));
        expect({ fits: fits! <= payment, exceeds: more! > payment }).toEqual({ fits: true, exceeds: true });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(repaymentMethods)('by %s: its first instalment never falls as the principal grows', (method) => {
    const upTo = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 300_000_000 }));
    fc.assert(
      fc.property(
        upTo,
        fc.integer({ min: 0, max: 24_000_000 }),
        fc.integer({ min: 1, max: 360 }),
        (fen, at, months) => {
          const terms = { rate: at, months, method };
          const [less, more] = [fen, fen + 1].map((principal) => firstPayment({ ...terms, principal }));
          expect(less).toBeLessThanOrEqual(more!);
          expect(less).toBe(first({ ...terms, principal: fen }));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['equal-principal', 100_003, 20_225_307],
    ['equal-instalment', 100_003, 24_979_660],
    ['equal-principal', 0, 0],
    ['equal-instalment', -1, 0],
  ] as const)('by %s: of %i fen over 30 years at 2.6 per cent it is %i', (method, payment, principal) => {
    expect(principalFor(payment, 2_600_000, 360, method)).toBe(principal);
  });
});

describe('a mixed loan', () => {
  it('is both loans, month by month, the longer one to its end', () => {
    fc.assert(
      fc.property(anyLoan, anyLoan, (one, two) => {
        const [fund, commercial] = [scheduleOf(one), scheduleOf(two)];
        const terms = mixTerms(fund, commercial);
        expect(terms).toHaveLength(Math.max(fund.length, commercial.length));
        expect(sum(terms)).toBe(one.principal + two.principal);
        expect(totalInterest(terms)).toBe(totalInterest(fund) + totalInterest(commercial));
        expect(terms.every(({ payment, fund: ours, commercial: theirs }) => payment === ours + theirs)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
