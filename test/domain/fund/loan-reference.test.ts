import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Loan, repaymentMethods } from '../../../src/domain/fund/sums/loan.ts';
import { scheduleOf } from '../../../src/domain/fund/sums/schedule.ts';

/** A quotient to the nearest whole, half upwards, by its remainder. */
const nearest = (over: bigint, under: bigint): bigint => over / under + (2n * (over % under) >= under ? 1n : 0n);

const year = 1_200_000_000n;

/**
 * The level payment, written the other way round: what is owed at the end is P·g^n less the payment times the sum of g^k, k from 0
 * to n−1, and that must be nothing. No power is taken and no closed form used; it holds for g = 1 too.
 */
const levelPayment = (principal: bigint, rate: bigint, months: number): bigint => {
  let [owed, paid, scale] = [principal, 0n, 1n];
  for (let term = 0; term < months; term++) {
    owed *= year + rate;
    paid = paid * (year + rate) + scale * year;
    scale *= year;
  }
  return nearest(owed, paid);
};

/** Every term as principal and interest, in fen. */
const reference = ({ principal, rate, months, method }: Loan): [bigint, bigint][] => {
  const [yearly, count] = [BigInt(rate), BigInt(months)];
  const interestOn = (owed: bigint): bigint => nearest(owed * yearly, year);
  const level = method === 'equal-instalment' ? levelPayment(BigInt(principal), yearly, months) : 0n;
  const even = nearest(BigInt(principal), count);
  const walk = (part: bigint): [bigint, bigint][] => {
    const terms: [bigint, bigint][] = [];
    let owed = BigInt(principal);
    while (owed > 0n) {
      const interest = interestOn(owed);
      const wanted = method === 'equal-instalment' ? level - interest : part;
      const repaid = terms.length + 1 === months || wanted > owed ? owed : wanted < 0n ? 0n : wanted;
      terms.push([repaid, interest]);
      owed -= repaid;
    }
    return terms;
  };
  const terms = walk(even);
  const [before, last] = [terms.at(-2), terms.at(-1)];
  const rises = method === 'equal-principal' && before && last && last[0] + last[1] > before[0] + before[1];
  return rises ? walk(even + 1n) : terms;
};

const anyLoan: fc.Arbitrary<Loan> = fc.record({
  principal: fc.oneof(
    fc.integer({ min: 1, max: 100_000 }).map((yuan) => yuan * 10_000),
    fc.integer({ min: 1, max: 200_000_000 }),
  ),
  rate: fc.oneof(
    fc.constantFrom(0, 2_100_000, 2_600_000, 2_850_000, 3_075_000, 3_250_000),
    fc.integer({ min: 0, max: 24_000_000 }),
  ),
  months: fc.integer({ min: 1, max: 360 }),
  method: fc.constantFrom(...repaymentMethods),
});

it('agrees with a reference of big rationals for ten thousand loans, term by term', () => {
  fc.assert(
    fc.property(fc.noBias(anyLoan), (loan) => {
      const terms = scheduleOf(loan);
      const expected = reference(loan);
      const off = terms.findIndex(({ principal, interest }, at) => {
        const [repaid, cost] = expected[at] ?? [];
        return repaid !== BigInt(principal) || cost !== BigInt(interest);
      });
      expect({ off, length: terms.length }).toEqual({ off: -1, length: expected.length });
    }),
    { numRuns: 10_000 },
  );
});
