import { halfUp, wholeNumber } from './exact.ts';
import { principalFor } from './instalment.ts';
import type { Limit } from './limits.ts';
import type { RepaymentMethod } from './loan.ts';
import { type Rate, shareOf, wholeRate } from './rate.ts';

/** What bounds a loan: account balance, repayment capacity, the city's cap, price less down payment (gjj-0153). */
export type LoanLimitKind = 'balance' | 'capacity' | 'cap' | 'price';

/** A multiple as a whole number of hundredths: 15 times is 1,500. */
export type Multiple = number;

/** What is known of a borrower and of the city's rules; whatever is missing leaves its limit unknown. Amounts in fen. */
export interface LoanLimitFacts {
  readonly balance?: number | undefined;
  readonly multiple?: Multiple | undefined;
  /** Of the household, a month. */
  readonly income?: number | undefined;
  /** How much of the income may go to instalments. */
  readonly incomeShare?: Rate | undefined;
  /** Other instalments, a month. */
  readonly debts: number;
  readonly cap?: number | undefined;
  readonly price?: number | undefined;
  readonly downPayment?: Rate | undefined;
  readonly rate: Rate;
  readonly months: number;
  readonly method: RepaymentMethod;
}

/** A multiple of an amount, in fen, half up. */
export const timesAmount = (amount: number, multiple: Multiple): number =>
  wholeNumber(halfUp(BigInt(amount) * BigInt(multiple), 100n));

const capacityOf = ({ income, incomeShare, debts, rate, months, method }: LoanLimitFacts): number | undefined =>
  income === undefined || incomeShare === undefined
    ? undefined
    : principalFor(shareOf(income, incomeShare) - debts, rate, months, method);

/** Every limit of a loan by itself. The loan is the narrowest; the centre decides (条例第二十六条). */
export const loanLimits = (facts: LoanLimitFacts): Limit<LoanLimitKind>[] => {
  const { balance, multiple, cap, price, downPayment } = facts;
  return [
    {
      kind: 'balance',
      amount: balance === undefined || multiple === undefined ? undefined : timesAmount(balance, multiple),
    },
    { kind: 'capacity', amount: capacityOf(facts) },
    { kind: 'cap', amount: cap },
    {
      kind: 'price',
      amount:
        price === undefined || downPayment === undefined
          ? undefined
          : shareOf(price, Math.max(0, wholeRate - downPayment)),
    },
  ];
};

/** What bounds the term of a loan: what is wished, the city's longest, and the age by which it must be repaid. */
export type TermLimitKind = 'wished' | 'longest' | 'age';

/** Every limit of a loan's term by itself, in months (as `amount`). Ages are in whole years. */
export const termLimits = (facts: {
  readonly wished: number;
  readonly longest?: number | undefined;
  readonly age?: number | undefined;
  readonly untilAge?: number | undefined;
}): Limit<TermLimitKind>[] => [
  { kind: 'wished', amount: facts.wished },
  { kind: 'longest', amount: facts.longest },
  {
    kind: 'age',
    amount:
      facts.age === undefined || facts.untilAge === undefined
        ? undefined
        : Math.max(0, facts.untilAge - facts.age) * 12,
  },
];
