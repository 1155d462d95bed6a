import { showFen } from '../../domain/fund/money.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { dueSaid } from './loans.ts';
import { type Sayer, sentences, whose } from './saying.ts';

/** How many terms have passed, what is left, and what comes next. */
export const repaymentsSaid: Sayer<ReplyFor<'repayments'>> = ({ loan }, saying) => {
  const { say } = saying;
  if (loan.settledOn !== null) return say('said.loan.settled', { whose: whose(saying), day: loan.settledOn });
  return sentences(
    [
      say('said.repayments', {
        whose: whose(saying),
        terms: loan.terms,
        passed: loan.termsPassed,
        balance: showFen(loan.balance),
      }),
      ...dueSaid(loan, saying),
    ],
    saying,
  );
};
