import { portionOf } from './instalment.ts';
import type { Loan, Term } from './loan.ts';
import { monthInterest } from './rate.ts';

/**
 * Repays a loan with a given portion a month (fen): the payment of 等额本息, the principal in each payment of 等额本金. Interest is that of
 * what is still owed, half up to the fen. The last of its months takes whatever rest there is, so the principal comes out
 * exactly; a portion larger than needed ends it sooner.
 */
export const repayWith = (loan: Loan, portion: number): Term[] => {
  const terms: Term[] = [];
  for (let [term, owed] = [1, loan.principal]; owed > 0; term++) {
    const interest = monthInterest(owed, loan.rate);
    const wanted = loan.method === 'equal-instalment' ? portion - interest : portion;
    const principal = term === loan.months ? owed : Math.min(owed, Math.max(0, wanted));
    owed -= principal;
    terms.push({ term, payment: principal + interest, principal, interest, remaining: owed });
  }
  return terms;
};

/** A loan's instalments. */
export const scheduleOf = (loan: Loan): Term[] => repayWith(loan, portionOf(loan));
