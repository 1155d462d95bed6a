import { describe, expect, it } from 'vitest';
import { equalInstalment } from '../../../src/domain/fund/sums/instalment.ts';
import { type RepaymentMethod, totalInterest } from '../../../src/domain/fund/sums/loan.ts';
import { prepay } from '../../../src/domain/fund/sums/prepayment.ts';
import { repayWith, scheduleOf } from '../../../src/domain/fund/sums/schedule.ts';
import { publishedLoans, roundedAsAWhole } from './published-loans.ts';

const loan = (yuan: number, percent: number, months: number, method: RepaymentMethod = 'equal-instalment') => ({
  principal: Math.round(yuan * 100),
  rate: Math.round(percent * 1_000_000),
  months,
  method,
});
const inYuan = (fen: number): number => fen / 100;

describe('what others have published', () => {
  it.each(publishedLoans)('$principal at $percent % over $months terms, $method $source', (published) => {
    const { principal, percent, months, method, payments, interest = [], principals = [], remaining = [] } = published;
    const terms = scheduleOf(loan(principal, percent, months, method));
    const first = (part: 'payment' | 'interest' | 'principal' | 'remaining', count: number): number[] =>
      terms.slice(0, count).map((term) => inYuan(term[part]));
    expect({
      payments: first('payment', payments.length),
      interest: first('interest', interest.length),
      principals: first('principal', principals.length),
      remaining: first('remaining', remaining.length),
    }).toEqual({ payments, interest, principals, remaining });
  });

  it('is at least thirty cases of several sources, at fund and at bank rates', () => {
    expect(publishedLoans.length).toBeGreaterThanOrEqual(30);
    expect(new Set(publishedLoans.map(({ source }) => source)).size).toBeGreaterThanOrEqual(10);
  });

  it('is a fen off at most where a calculator rounds principal and interest together', () => {
    const terms = scheduleOf(loan(500_000, 3.1, 120, 'equal-principal'));
    const off = roundedAsAWhole.payments.map((payment, at) => Math.round(payment * 100) - (terms[at]?.payment ?? 0));
    expect(off.every((fen) => fen === 0 || fen === -1)).toBe(true);
    expect(off.filter((fen) => fen === 0)).toHaveLength(8);
  });

  it('takes as many terms as published to repay at a given payment', () => {
    // https://justaaa.com/economics/3641-a-family-took-a-20-year-mortgage-of-195000-at-575: 1,369.06 a month at 3.75 %, 134 terms
    expect(repayWith(loan(149_524.72, 3.75, 360), 136_906)).toHaveLength(134);
  });

  it('is the issue’s own: 600,000 over 20 years at 2.6 % is 3,208.73 a month', () => {
    expect(scheduleOf(loan(600_000, 2.6, 240))[0]?.payment).toBe(320_873);
  });
});

/** The worked examples in the knowledge that ships; experts read both. */
describe('the examples in our own articles', () => {
  it('gjj-0010: the two methods', () => {
    const [instalments, principals] = (['equal-instalment', 'equal-principal'] as const).map((method) =>
      scheduleOf(loan(100_000, 3, 120, method)),
    );
    expect(instalments?.[0]?.payment).toBe(96_561);
    expect(totalInterest(instalments ?? [])).toBe(1_587_291);
    expect(principals?.slice(0, 2).map(({ payment }) => payment)).toEqual([108_333, 108_125]);
    expect(totalInterest(principals ?? [])).toBe(1_512_500);
  });

  it('gjj-0158: an instalment after a change of rate', () => {
    expect([3_000_000, 2_750_000].map((rate) => equalInstalment(50_000_000, rate, 240))).toEqual([277_299, 271_083]);
  });

  it('gjj-0174: prepaying part', () => {
    const rest = loan(600_000, 3, 300);
    const portion = equalInstalment(rest.principal, rest.rate, rest.months);
    const shorter = prepay(rest, portion, 20_000_000, 'shorten');
    const lower = prepay(rest, portion, 20_000_000, 'lower');
    expect([portion, totalInterest(scheduleOf(rest))]).toEqual([284_527, 25_358_016]);
    expect([shorter.length, totalInterest(shorter)]).toEqual([174, 9_345_431]);
    expect([lower[0]?.payment, totalInterest(lower)]).toEqual([189_685, 16_905_290]);
  });
});
