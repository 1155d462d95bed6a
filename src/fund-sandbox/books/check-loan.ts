import type { Loan, LoanEntry, Repayments } from '../../domain/fund/records.ts';
import { expectHolds, type Report } from './problem.ts';

type Plan = Repayments['plan'];
type Part = 'principal' | 'interest' | 'penalty';

const sum = <P extends string>(rows: readonly Record<P, number>[], part: P): number =>
  rows.reduce((total, row) => total + row[part], 0);

const repaid = ({ kind }: LoanEntry): boolean => kind !== '01';
const termKinds: ReadonlySet<LoanEntry['kind']> = new Set(['02', '04', '05', '06']);

/** The terms repay what was paid out, but for what was paid early; they are due month by month, the paid ones first. */
const checkPlan = (plan: Plan, loan: Loan, today: string, report: Report): void => {
  const order = { paid: 0, overdue: 1, coming: 2 };
  plan.forEach((term, at) => {
    const before = plan[at - 1];
    const name = `term ${term.term}`;
    expectHolds(report, term.term === at + 1, `${name}: out of order`);
    expectHolds(report, term.payment === term.principal + term.interest, `${name}: the parts are not the payment`);
    expectHolds(report, (term.state === 'coming') === term.dueOn > today, `${name}: not in the state of its day`);
    if (!before) return;
    expectHolds(report, term.dueOn > before.dueOn, `${name}: not due after the one before`);
    expectHolds(report, order[term.state] >= order[before.state], `${name}: paid before the one before`);
    const early = before.remaining - term.principal - term.remaining;
    expectHolds(report, early === 0 || early === loan.prepaid, `${name}: what remains does not follow`);
  });
  expectHolds(report, sum(plan, 'principal') + loan.prepaid === loan.disbursed, 'the plan does not repay the loan');
};

/** Each balance is the one before less the principal; each paid term has its entry. */
const checkMade = (made: readonly LoanEntry[], plan: Plan, loan: Loan, today: string, report: Report): void => {
  let [balance, day] = [0, ''];
  for (const entry of made) {
    const at = `entry ${entry.serial}`;
    balance += entry.kind === '01' ? entry.principal : -entry.principal;
    expectHolds(report, entry.balance === balance, `${at}: the balance does not follow`);
    const parts = entry.principal + entry.interest + entry.penalty;
    expectHolds(report, entry.amount === parts, `${at}: the parts are not the amount`);
    expectHolds(report, entry.bookedOn >= day && entry.bookedOn <= today, `${at}: booked out of order`);
    day = entry.bookedOn;
  }
  // What settled a loan before its last term was none of them.
  const settlement = loan.settledOn !== null && plan.at(-1)?.remaining !== 0 ? made.at(-1) : undefined;
  const terms = made.filter((entry) => termKinds.has(entry.kind) && entry !== settlement);
  const paid = plan.filter(({ state }) => state === 'paid');
  const same = paid.every(
    ({ term, principal, interest }, at) =>
      terms[at]?.term === term && terms[at].principal === principal && terms[at].interest === interest,
  );
  expectHolds(report, same && paid.length === terms.length, 'the paid terms are not the entries');
};

const checkTotals = (loan: Loan, { plan, made }: Repayments, today: string, report: Report): void => {
  const back = made.filter(repaid);
  const paid: Record<Part, number> = {
    principal: loan.principalPaid,
    interest: loan.interestPaid,
    penalty: loan.penaltyPaid,
  };
  for (const part of ['principal', 'interest', 'penalty'] as const)
    expectHolds(report, sum(back, part) === paid[part], `the ${part} paid is not that of the entries`);
  expectHolds(report, loan.balance === loan.disbursed - loan.principalPaid, 'the balance is not what is left');
  expectHolds(report, loan.balance === (made.at(-1)?.balance ?? 0), 'the balance is not that of the last entry');
  const overdue = plan.filter(({ state }) => state === 'overdue');
  const { principal, interest, terms } = loan.overdue;
  expectHolds(report, sum(overdue, 'principal') === principal, 'the overdue principal is not that of the terms');
  expectHolds(report, sum(overdue, 'interest') === interest, 'the overdue interest is not that of the terms');
  expectHolds(report, overdue.length === terms, 'the overdue terms are not those of the plan');
  const next = plan.find(({ state }) => state === 'coming');
  const asked = loan.next;
  const same = next ? asked?.dueOn === next.dueOn && asked.payment === next.payment : asked === null;
  expectHolds(report, same, 'what is asked next is not the first term to come');
  expectHolds(
    report,
    loan.termsPassed === plan.filter(({ dueOn }) => dueOn <= today).length,
    'terms have passed uncounted',
  );
  expectHolds(
    report,
    (loan.state === 'settled') === (loan.disbursed > 0 && loan.balance === 0),
    'not settled when repaid',
  );
};

/** A loan against its plan and its entries. @param today `YYYY-MM-DD` */
export const checkLoan = (loan: Loan, repayments: Repayments, today: string, report: Report): void => {
  checkPlan(repayments.plan, loan, today, report);
  checkMade(repayments.made, repayments.plan, loan, today, report);
  checkTotals(loan, repayments, today, report);
};

/** Terms that were paid from the borrower's account left it on the same day, and nothing else did for a loan. */
export const checkPaidFromAccount = (
  made: readonly LoanEntry[],
  taken: readonly { bookedOn: string; amount: number }[],
  report: Report,
): void => {
  const from = made.filter(({ kind }) => kind === '05').map(({ bookedOn, amount }) => `${bookedOn} ${amount}`);
  const left = taken.map(({ bookedOn, amount }) => `${bookedOn} ${-amount}`);
  expectHolds(report, from.join() === left.join(), 'terms paid from the account did not leave it');
};
