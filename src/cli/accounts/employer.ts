import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../domain/fund/money.ts';
import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, aboutOf } from './account-options.ts';

/** `accounts employer`: the employer of the clerk who was verified. */
export const showEmployer: Work<[], AccountOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const about = aboutOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.employer', about));
  await show(context, reply, () => {
    const { employer } = reply;
    return facts([
      [say('account.employer'), employer.name],
      [say('account.employer-number'), employer.account],
      [say('account.credit-code'), employer.creditCode],
      [say('account.state'), codeMeaning('employerState', employer.state, language)],
      [say('account.opened'), employer.openedOn],
      [say('account.closed'), employer.closedOn],
      [
        say('account.ratio'),
        say('account.ratio.both', {
          employer: showRatio(employer.employerRatio),
          own: showRatio(employer.employeeRatio),
        }),
      ],
      [
        say('account.people'),
        say('account.people.both', { contributing: employer.contributing, sealed: employer.sealed }),
      ],
      [say('account.balance'), showFen(employer.balance)],
      [say('account.paid-up-to'), employer.paidUpTo],
      [say('account.clerk'), `${employer.clerk.name} ${employer.clerk.phone ?? ''}`],
      [say('account.bank'), employer.bank],
    ]);
  });
  return undefined;
};
