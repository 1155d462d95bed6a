import type { LoanView } from '../../contract/shapes/account.ts';
import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRate } from '../../domain/fund/money.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { mostSaid, type Sayer, type Saying, sentences, whose } from './saying.ts';

/** What the next term asks, and what is overdue. */
export const dueSaid = ({ next, overdue }: LoanView, { say }: Saying): (string | undefined)[] => [
  next
    ? say('said.next-term', {
        day: next.dueOn,
        payment: showFen(next.payment),
        principal: showFen(next.principal),
        interest: showFen(next.interest),
      })
    : undefined,
  overdue.terms > 0
    ? say('said.overdue', {
        terms: overdue.terms,
        principal: showFen(overdue.principal),
        interest: showFen(overdue.interest),
        penalty: showFen(overdue.penalty),
      })
    : undefined,
];

/** How a fund books a loan that it may not get back is nothing for a citizen, to whom it is overdue. */
const stateSaid = ({ state }: LoanView, { language }: Saying): string =>
  codeMeaning('loanState', state === 'bad' ? 'overdue' : state, language);

const loanSaid = (loan: LoanView, saying: Saying): string => {
  const { say, language } = saying;
  if (loan.settledOn !== null) return say('said.loan.settled', { whose: whose(saying), day: loan.settledOn });
  return sentences(
    [
      say('said.loan', {
        whose: whose(saying),
        state: stateSaid(loan, saying),
        balance: showFen(loan.balance),
        rate: showRate(loan.rate),
        method: codeMeaning('repaymentMethod', loan.method, language),
      }),
      ...dueSaid(loan, saying),
    ],
    saying,
  );
};

/** Balance, rate, what is due next and what is overdue. */
export const loansSaid: Sayer<ReplyFor<'loans'>> = ({ loans }, saying) =>
  loans.length === 0
    ? saying.say('said.loan.none', { whose: whose(saying) })
    : sentences(
        loans.slice(0, mostSaid).map((loan) => loanSaid(loan, saying)),
        saying,
      );
