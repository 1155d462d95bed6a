import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../domain/fund/money.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { type Sayer, sentences, whose } from './saying.ts';

/** State, how far it has paid, for how many, and at which ratio. */
export const employerSaid: Sayer<ReplyFor<'employer'>> = ({ employer }, saying) => {
  const { say, language } = saying;
  const closed = employer.closedOn !== null || employer.state === '04';
  return sentences(
    [
      say('said.employer', {
        whose: whose(saying),
        state: codeMeaning('employerState', employer.state, language),
        contributing: employer.contributing,
        sealed: employer.sealed,
        balance: showFen(employer.balance),
      }),
      employer.paidUpTo === null
        ? say('said.never-paid')
        : say('said.employer.paid-up-to', { month: employer.paidUpTo }),
      closed
        ? undefined
        : say('said.ratios', {
            employer: showRatio(employer.employerRatio),
            employee: showRatio(employer.employeeRatio),
          }),
    ],
    saying,
  );
};
