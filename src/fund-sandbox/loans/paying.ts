import { daysInterest } from '../../domain/fund/sums/rate.ts';
import type { TermToPay } from '../accounts/account-book.ts';
import type { DayNumber } from '../calendar/day.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { LoanFacts } from './loan-facts.ts';
import type { DatedTerm, LoanPlan } from './plan.ts';

/** How a term that is due by today was paid, or that it was not. Penalty is fen, up to the day of payment or today. */
export interface DueTerm {
  readonly term: DatedTerm;
  readonly paidOn: DayNumber | undefined;
  readonly penalty: number;
}

const hundredMillionths = 10;
const percent = 100;

const penaltyOf = (world: World, { payment, rate, due }: DatedTerm, until: DayNumber): number =>
  daysInterest(payment, (rate * hundredMillionths * world.policy.penaltyPercent) / percent, until - due);

/** How many of the last terms were not paid. */
const unpaid = ({ life }: LoanFacts, draws: Draws): number => {
  if (life.fate === 'overdue') return draws.between(1, 6);
  if (life.fate === 'bad') return draws.between(13, 30);
  return 0;
};

/** How many days after its day a term was paid; never so late that the next was due. */
const daysLate = ({ life }: LoanFacts, draws: Draws): number => {
  const often = life.fate === 'sometimes-late' || life.fate === 'overdue' ? 12 : life.fate === 'bad' ? 30 : 0;
  return draws.chance(often) ? draws.between(1, 26) : 0;
};

/** The terms that are due by today, each as it was paid. */
export const dueTerms = (world: World, facts: LoanFacts, { terms }: LoanPlan, index: number): DueTerm[] => {
  const draws = new Draws(world.seed, 'paying', index);
  const due = terms.filter((term) => term.due <= world.today);
  const left = due.length - unpaid(facts, draws);
  return due.map((term, at) => {
    const late = daysLate(facts, draws);
    const paidOn = at < left && term.due + late <= world.today ? term.due + late : undefined;
    return { term, paidOn, penalty: penaltyOf(world, term, paidOn ?? world.today) };
  });
};

/** What the borrower would pay from the account: terms paid on their day. */
export const termsToPay = ({ life }: LoanFacts, due: readonly DueTerm[]): TermToPay[] =>
  life.fromAccount
    ? due.flatMap(({ term, paidOn }) =>
        paidOn === term.due ? [{ day: term.due, term: term.term, amount: term.payment }] : [],
      )
    : [];
