import type { LoanEntry } from '../../domain/fund/records.ts';
import { type DayNumber, dayText } from '../calendar/day.ts';
import { serialsOf } from '../numbers/account-number.ts';
import type { DueTerm } from './paying.ts';
import type { EarlyPayment, LoanPlan } from './plan.ts';

type Booked = Omit<LoanEntry, 'serial' | 'bookedOn' | 'amount' | 'balance'> & { readonly day: DayNumber };

const nothing = { principal: 0, interest: 0, penalty: 0 };

const earlyEntries = ({ day, after, principal, interest, effect }: EarlyPayment): Booked[] => {
  if (effect === 'settle') return [{ ...nothing, day, kind: '06', term: after, principal, interest }];
  const paid: Booked = { ...nothing, day, kind: '03', term: after, principal };
  return effect === 'shorten' ? [paid, { ...nothing, day, kind: '08', term: after }] : [paid];
};

const termEntry = ({ term, paidOn, penalty }: DueTerm, fromAccount: boolean): Booked[] => {
  if (paidOn === undefined) return [];
  const kind = fromAccount ? '05' : paidOn > term.due ? '04' : term.remaining === 0 ? '06' : '02';
  return [{ day: paidOn, kind, term: term.term, principal: term.principal, interest: term.interest, penalty }];
};

/** A loan's entries, the oldest first: what was paid out, and what came back. @param termsPaid those paid from the account */
export const loanEntries = (
  owner: number,
  { amount, on }: { amount: number; on: DayNumber },
  plan: LoanPlan,
  due: readonly DueTerm[],
  termsPaid: ReadonlySet<number>,
): LoanEntry[] => {
  const repaid = [
    ...due.flatMap((term) => termEntry(term, termsPaid.has(term.term.term))),
    ...(plan.early ? earlyEntries(plan.early) : []),
  ].sort((a, b) => a.day - b.day || (a.term ?? 0) - (b.term ?? 0));
  let balance = amount;
  const serial = serialsOf('loanEntry', owner);
  const paidOut: LoanEntry = {
    ...nothing,
    serial: serial(1),
    bookedOn: dayText(on),
    kind: '01',
    term: null,
    amount,
    principal: amount,
    balance,
  };
  return [
    paidOut,
    ...repaid.map(({ day, ...entry }, at) => {
      balance -= entry.principal;
      const { principal, interest, penalty } = entry;
      return {
        ...entry,
        serial: serial(at + 2),
        bookedOn: dayText(day),
        amount: principal + interest + penalty,
        balance,
      };
    }),
  ];
};
