import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../domain/fund/money.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { type Sayer, sentences, whose } from './saying.ts';

/** State, balance, how long without a gap, base and ratio. */
export const overviewSaid: Sayer<ReplyFor<'overview'>> = ({ employee }, saying) => {
  const { say, language } = saying;
  const { inARow, paidUpTo } = employee;
  return sentences(
    [
      say('said.overview', {
        whose: whose(saying),
        state: codeMeaning('accountState', employee.state, language),
        balance: showFen(employee.balance),
      }),
      paidUpTo === null
        ? say('said.never-paid')
        : say(inARow.orMore ? 'said.paid-up-to.more' : 'said.paid-up-to', { month: paidUpTo, count: inARow.months }),
      say('said.monthly', {
        base: showFen(employee.base),
        employer: showRatio(employee.employerRatio),
        employee: showRatio(employee.employeeRatio),
        amount: showFen(employee.employerAmount + employee.employeeAmount),
      }),
    ],
    saying,
  );
};
