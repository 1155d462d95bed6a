import { exitCode } from '../../contract/exit-code.ts';
import type { LoanApplicationView } from '../../contract/shapes/account.ts';
import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen } from '../../domain/fund/money.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { remark, show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, aboutOf } from './account-options.ts';

/** `accounts progress`: where a person's loan applications stand. */
export const showLoanProgress: Work<[], AccountOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const about = aboutOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.loan-progress', about));
  await show(context, reply, () =>
    table(
      [
        say('application.number'),
        say('application.applied'),
        say('application.amount'),
        say('application.step'),
        say('application.since'),
        say('application.missing'),
      ],
      reply.applications.map(({ number, appliedOn, amount, step, steps, missing, reason }) => [
        number,
        appliedOn,
        showFen(amount),
        codeMeaning('loanStep', step, language),
        steps.at(-1)?.since,
        missing.join('、') || reason,
      ]),
    ),
  );
  if (reply.applications.length === 0) remark(context, say('list.none'));
  return undefined;
};

const applicationCard = ({ say, language }: Context, application: LoanApplicationView): string =>
  facts([
    [say('application.number'), application.number],
    [say('application.applied'), application.appliedOn],
    [say('application.amount'), showFen(application.amount)],
    [say('application.terms'), application.terms],
    [say('application.bank'), application.bank],
    [
      say('application.steps'),
      application.steps.map(({ step, since }) => `${since} ${codeMeaning('loanStep', step, language)}`).join('\n'),
    ],
    [say('application.missing'), application.missing.join('、')],
    [say('application.reason'), application.reason],
  ]);

/** `accounts application`: one of them, with all its steps; the newest when none is named. */
export const showApplication: Work<[string | undefined], AccountOptions> = async (context, [number], options) => {
  const about = aboutOf(context, options);
  const { query, applications } = await withHub(context, (client) => client.call('accounts.loan-progress', about));
  const application = applications.find((one) => number === undefined || one.number === number);
  if (!application) throw new Failure('not_found', exitCode.notFound, context.say('application.none'));
  await show(context, { query, application }, () => applicationCard(context, application));
  return undefined;
};
