import { portionOf } from './instalment.ts';
import type { Loan, Term } from './loan.ts';
import type { Rate } from './rate.ts';
import { repayWith, scheduleOf } from './schedule.ts';

/** A loan in the middle of its life. */
export interface Standing {
  /** What is left of it, as a loan of its own over the terms that are left. */
  readonly rest: Loan;
  /** What is paid a month (see `repayWith`), fen. */
  readonly portion: number;
}

/** A rate that holds once so many terms of a loan are paid. */
export interface RateChange {
  readonly paid: number;
  readonly rate: Rate;
}

const repaid = (loan: Loan, portion: number, terms: number): Loan | undefined => {
  const principal = terms === 0 ? loan.principal : (repayWith(loan, portion)[terms - 1]?.remaining ?? 0);
  return principal > 0 ? { ...loan, principal, months: loan.months - terms } : undefined;
};

/**
 * A loan when some of its terms are paid; nothing when it is repaid. At each change of rate what is left is spread anew over the
 * terms that are left, at the new rate. Changes are in order, none later than `paid`.
 */
export const standingAfter = (loan: Loan, paid: number, changes: readonly RateChange[] = []): Standing | undefined => {
  let [stretch, begun]: [Loan, number] = [loan, 0];
  for (const { paid: at, rate } of changes) {
    const rest = repaid(stretch, portionOf(stretch), at - begun);
    if (!rest) return undefined;
    [stretch, begun] = [{ ...rest, rate }, at];
  }
  const portion = portionOf(stretch);
  const rest = repaid(stretch, portion, paid - begun);
  return rest && { rest, portion };
};

/** The instalments to come, if nothing changes. */
export const goingOn = ({ rest, portion }: Standing): Term[] => repayWith(rest, portion);

/**
 * The instalments to come at another rate: what is left is repaid as a loan of its own over the terms that are left. A term across
 * the change is reckoned at the new rate as a whole; a contract may split it.
 */
export const atRate = ({ rest }: Standing, rate: Rate): Term[] => scheduleOf({ ...rest, rate });
