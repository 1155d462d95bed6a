import type { Term } from './loan.ts';

/** One month of 组合贷款: what goes to the fund's loan and what to the bank's, in fen. */
export interface MixedTerm extends Term {
  readonly fund: number;
  readonly commercial: number;
}

const none: Omit<Term, 'term'> = { payment: 0, principal: 0, interest: 0, remaining: 0 };

/** Two loans on one home, month by month. Each keeps its own rate and term; the longer one runs on alone. */
export const mixTerms = (fund: readonly Term[], commercial: readonly Term[]): MixedTerm[] =>
  Array.from({ length: Math.max(fund.length, commercial.length) }, (_, at) => {
    const [one, two] = [fund[at] ?? none, commercial[at] ?? none];
    return {
      term: at + 1,
      payment: one.payment + two.payment,
      principal: one.principal + two.principal,
      interest: one.interest + two.interest,
      remaining: one.remaining + two.remaining,
      fund: one.payment,
      commercial: two.payment,
    };
  });
