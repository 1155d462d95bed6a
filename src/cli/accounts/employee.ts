import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../domain/fund/money.ts';
import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, aboutOf } from './account-options.ts';

/** `accounts employee`: a person's account at a glance. */
export const showEmployee: Work<[], AccountOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const about = aboutOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.employee', about));
  await show(context, reply, () => {
    const { employee } = reply;
    const { months, orMore } = employee.inARow;
    return facts([
      [say('account.name'), employee.name],
      [say('account.number'), employee.account],
      [say('account.id-number'), `${codeMeaning('idType', employee.idType, language)} ${employee.idNumber}`],
      [say('account.phone'), employee.phone],
      [say('account.state'), codeMeaning('accountState', employee.state, language)],
      [say('account.employer'), employee.employer?.name],
      [say('account.opened'), employee.openedOn],
      [say('account.closed'), employee.closedOn],
      [say('account.balance'), showFen(employee.balance)],
      [say('account.carried-over'), showFen(employee.carriedOver)],
      [say('account.this-year'), showFen(employee.thisYear)],
      [say('account.base'), showFen(employee.base)],
      [
        say('account.ratio'),
        say('account.ratio.both', {
          employer: showRatio(employee.employerRatio),
          own: showRatio(employee.employeeRatio),
        }),
      ],
      [say('account.monthly'), showFen(employee.employerAmount + employee.employeeAmount)],
      [say('account.paid-up-to'), employee.paidUpTo],
      [say('account.in-a-row'), say(orMore ? 'account.in-a-row.more' : 'account.in-a-row.months', { months })],
      [say('account.bank'), employee.bank && `${employee.bank} ${employee.bankAccount ?? ''}`],
    ]);
  });
  return undefined;
};
