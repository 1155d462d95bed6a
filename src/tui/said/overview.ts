import { type Code, codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../domain/fund/money.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { type Sayer, sentences, whose } from './saying.ts';

const closedStates: readonly Code<'accountState'>[] = ['03', '04', '05'];

/** State, balance, how long without a gap, base and ratio. Into an account that is closed nothing is paid any more. */
export const overviewSaid: Sayer<ReplyFor<'overview'>> = ({ employee }, saying) => {
  const { say, language } = saying;
  const { inARow, paidUpTo } = employee;
  const closed = employee.closedOn !== null || closedStates.includes(employee.state);
  return sentences(
    [
      say('said.overview', {
        whose: whose(saying),
        state: codeMeaning('accountState', employee.state, language),
        balance: showFen(employee.balance),
      }),
      paidUpTo === null
        ? say('said.never-paid')
        : closed
          ? say('said.last-paid', { month: paidUpTo })
          : say(inARow.orMore ? 'said.paid-up-to.more' : 'said.paid-up-to', { month: paidUpTo, count: inARow.months }),
      closed
        ? undefined
        : say('said.monthly', {
            base: showFen(employee.base),
            employer: showRatio(employee.employerRatio),
            employee: showRatio(employee.employeeRatio),
            amount: showFen(employee.employerAmount + employee.employeeAmount),
          }),
    ],
    saying,
  );
};
