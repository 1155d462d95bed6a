import type { Loan, LoanEntry, Repayments } from '../../domain/fund/records.ts';
import { dayOfMonth, dayText } from '../calendar/day.ts';
import { accountNumber } from '../numbers/account-number.ts';
import type { LoanLife } from '../people/life.ts';
import { nameOfPerson, spouseOf } from '../people/population.ts';
import type { World } from '../world.ts';
import { dueDay, type LoanFacts } from './loan-facts.ts';
import type { DueTerm } from './paying.ts';
import type { LoanPlan } from './plan.ts';
import { propertyOf } from './property.ts';

/** What a loan asks, and what was paid. */
export interface LoanCourse {
  readonly plan: LoanPlan;
  readonly due: readonly DueTerm[];
  readonly made: readonly LoanEntry[];
}

const contractStates: Partial<Record<LoanLife['fate'], Loan['state']>> = {
  signing: 'signing',
  disbursing: 'disbursing',
  cancelled: 'void',
};

const sumOf = (entries: readonly LoanEntry[], part: 'principal' | 'interest' | 'penalty'): number =>
  entries.reduce((sum, entry) => (entry.kind === '01' ? sum : sum + entry[part]), 0);

const overdueSums = (due: readonly DueTerm[]): Loan['overdue'] =>
  due
    .filter(({ paidOn }) => paidOn === undefined)
    .reduce(
      (sum, { term, penalty }) => ({
        principal: sum.principal + term.principal,
        interest: sum.interest + term.interest,
        penalty: sum.penalty + penalty,
        terms: sum.terms + 1,
      }),
      { principal: 0, interest: 0, penalty: 0, terms: 0 },
    );

/** Risk by how many terms are overdue. */
const riskOf = ({ fate }: LoanLife, overdue: number): Loan['risk'] => {
  if (fate === 'bad') return '05';
  return overdue === 0 ? '01' : overdue <= 3 ? '02' : overdue <= 5 ? '03' : '04';
};

const stateOf = ({ life, disbursedOn }: LoanFacts, overdue: number, balance: number): Loan['state'] => {
  if (disbursedOn === undefined) return contractStates[life.fate]!;
  if (balance === 0) return 'settled';
  return overdue === 0 ? 'normal' : life.fate === 'bad' ? 'bad' : 'overdue';
};

/** The plan as it stands today, each term paid, overdue or to come. */
export const plannedRepayments = (world: World, { plan, due }: Pick<LoanCourse, 'plan' | 'due'>): Repayments['plan'] =>
  plan.terms.map(({ term, due: dueOn, payment, principal, interest, remaining }, at) => ({
    term,
    dueOn: dayText(dueOn),
    payment,
    principal,
    interest,
    remaining,
    state: dueOn > world.today ? 'coming' : due[at]!.paidOn === undefined ? 'overdue' : 'paid',
  }));

const nextOf = (world: World, { terms }: LoanPlan): Loan['next'] => {
  const next = terms.find(({ due }) => due > world.today);
  if (!next) return null;
  const { due, payment, principal, interest } = next;
  return { dueOn: dayText(due), payment, principal, interest };
};

/** Of a loan that was not paid out, the repayment day that its contract names. */
const usualPayDay = 20;

/** How long a loan runs: not shorter for being settled early, but for a prepayment that shortened it. */
const termsOf = ({ months }: LoanFacts, { terms, early }: LoanPlan): number =>
  early?.effect === 'settle' || terms.length === 0 ? months : terms.length;

const daysOf = (facts: LoanFacts, plan: LoanPlan): Pick<Loan, 'disbursedOn' | 'dueOn' | 'payDay'> => {
  const { disbursedOn } = facts;
  if (disbursedOn === undefined) return { disbursedOn: null, dueOn: null, payDay: usualPayDay };
  return {
    disbursedOn: dayText(disbursedOn),
    dueOn: dayText(dueDay(disbursedOn, termsOf(facts, plan))),
    payDay: dayOfMonth(disbursedOn),
  };
};

/** Who the other borrower is: husband or wife. */
const coBorrowersOf = (world: World, index: number): Loan['coBorrowers'] => {
  const spouse = spouseOf(world, index);
  if (spouse === undefined) return [];
  return [{ account: accountNumber('person', spouse + 1), name: nameOfPerson(world, spouse) }];
};

/** A loan as a fund keeps it, but for what names it. */
export const loanRecord = (
  world: World,
  facts: LoanFacts,
  { plan, due, made }: LoanCourse,
  index: number,
): Omit<Loan, 'account' | 'contract' | 'signedOn' | 'bank' | 'repaymentAccount'> => {
  const { life, amount, rate, disbursedOn } = facts;
  const overdue = overdueSums(due);
  const balance = made.at(-1)?.balance ?? 0;
  const state = stateOf(facts, overdue.terms, balance);
  const settledEarly = plan.early?.effect === 'settle';
  return {
    borrower: { account: accountNumber('person', index + 1), name: nameOfPerson(world, index) },
    coBorrowers: coBorrowersOf(world, index),
    state,
    method: life.method,
    contractAmount: amount,
    disbursed: disbursedOn === undefined ? 0 : amount,
    ...daysOf(facts, plan),
    settledOn: state === 'settled' ? made.at(-1)!.bookedOn : null,
    terms: termsOf(facts, plan),
    termsPassed: due.length,
    rate: plan.terms.length > 0 ? plan.rate : rate,
    balance,
    next: nextOf(world, plan),
    principalPaid: sumOf(made, 'principal'),
    interestPaid: sumOf(made, 'interest'),
    penaltyPaid: sumOf(made, 'penalty'),
    prepaid: sumOf(
      made.filter(({ kind }) => kind === '03' || (settledEarly && kind === '06')),
      'principal',
    ),
    overdue,
    risk: riskOf(life, overdue.terms),
    guarantee: '01',
    property: propertyOf(world.seed, amount, index),
  };
};
