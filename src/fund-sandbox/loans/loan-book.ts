import type { Loan, LoanApplication, Repayments } from '../../domain/fund/records.ts';
import type { TermToPay } from '../accounts/account-book.ts';
import { bankOf } from '../employers/employer-names.ts';
import { accountNumber } from '../numbers/account-number.ts';
import type { LoanLife } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { loanApplications } from './loan-application.ts';
import { loanEntries } from './loan-entries.ts';
import { loanFacts } from './loan-facts.ts';
import { loanRecord, plannedRepayments } from './loan-record.ts';
import { loanSteps } from './loan-steps.ts';
import { dueTerms, termsToPay } from './paying.ts';
import { type LoanPlan, planOf } from './plan.ts';

/** All that a fund keeps of a person's loan; `loan` and `repayments` once there is a contract. */
export interface LoanBook {
  readonly applications: LoanApplication[];
  readonly loan?: Loan;
  readonly repayments?: Repayments;
}

/** A loan as far as it stands without the borrower's account. */
export interface OpenLoan {
  /** What the borrower wants to pay from the account. */
  readonly terms: readonly TermToPay[];
  /** @param termsPaid what could be paid from it @param repaymentAccount the borrower's bank account */
  finish(termsPaid: ReadonlySet<number>, repaymentAccount: string): LoanBook;
}

const noPlan: LoanPlan = { terms: [], rate: 0, early: undefined };

/** The loan that a person of this life applied for, up to where their account comes in. */
export const openLoan = (world: World, life: LoanLife, index: number): OpenLoan => {
  const facts = loanFacts(world, life, index);
  const { amount, disbursedOn } = facts;
  const plan = disbursedOn === undefined ? noPlan : planOf(world, facts, disbursedOn, index);
  const due = dueTerms(world, facts, plan, index);
  return {
    terms: termsToPay(facts, due),
    finish(termsPaid, repaymentAccount) {
      const steps = loanSteps(world, facts, index);
      const bank = bankOf(new Draws(world.seed, 'loan bank', index));
      const contract = steps.some(({ step }) => step === 'signing') ? accountNumber('contract', index + 1) : null;
      const applications = loanApplications(world, facts, steps, { contract, bank, index });
      if (contract === null) return { applications };
      const account = accountNumber('loan', index + 1);
      const paidOut = disbursedOn === undefined ? undefined : { amount, on: disbursedOn };
      const made = paidOut ? loanEntries(index + 1, paidOut, plan, due, termsPaid) : [];
      const signedOn = steps.find(({ step }) => step === 'disbursing')?.since ?? null;
      const record = loanRecord(world, facts, { plan, due, made }, index);
      return {
        applications,
        repayments: { account, plan: plannedRepayments(world, { plan, due }), made },
        loan: { ...record, account, contract, signedOn, bank, repaymentAccount },
      };
    },
  };
};
