import type { LoanView } from '../../contract/shapes/account.ts';
import { RepaymentsQuery } from '../../contract/shapes/account.ts';
import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen, showRate } from '../../domain/fund/money.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { remark, show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';
import { type AccountOptions, aboutOf, callOf } from './account-options.ts';

const loanCard = ({ say, language }: Context, loan: LoanView): string => {
  const { overdue, next } = loan;
  const late = overdue.terms > 0 || overdue.principal + overdue.interest + overdue.penalty > 0;
  return facts([
    [say('loan.ref'), loan.ref],
    [say('loan.account'), loan.account],
    [say('loan.contract'), loan.contract],
    [say('loan.borrower'), `${loan.borrower.name}${loan.own ? '' : ` ${say('loan.as-co-borrower')}`}`],
    [say('loan.co-borrowers'), loan.coBorrowers.map(({ name }) => name).join('、')],
    [say('loan.state'), codeMeaning('loanState', loan.state, language)],
    [say('loan.method'), codeMeaning('repaymentMethod', loan.method, language)],
    [say('loan.rate'), showRate(loan.rate)],
    [say('loan.amount'), showFen(loan.disbursed || loan.contractAmount)],
    [say('loan.balance'), showFen(loan.balance)],
    [say('loan.terms'), `${loan.termsPassed}/${loan.terms}`],
    [say('loan.disbursed'), loan.disbursedOn],
    [say('loan.due'), loan.dueOn],
    [say('loan.settled'), loan.settledOn],
    [
      say('loan.next'),
      next &&
        say('loan.next.of', {
          day: next.dueOn,
          payment: showFen(next.payment),
          principal: showFen(next.principal),
          interest: showFen(next.interest),
        }),
    ],
    [
      say('loan.paid'),
      say('loan.paid.of', {
        principal: showFen(loan.principalPaid),
        interest: showFen(loan.interestPaid),
        prepaid: showFen(loan.prepaid),
      }),
    ],
    [
      say('loan.overdue'),
      late &&
        say('loan.overdue.of', {
          terms: overdue.terms,
          principal: showFen(overdue.principal),
          interest: showFen(overdue.interest),
          penalty: showFen(overdue.penalty),
        }),
    ].map((value) => value || null) as [string, string | null],
    [say('loan.guarantee'), codeMeaning('guarantee', loan.guarantee, language)],
    [say('loan.property'), loan.property?.address],
    [say('loan.bank'), loan.bank],
  ]);
};

/** `accounts loan`: a person's loans. */
export const showLoans: Work<[], AccountOptions> = async (context, _args, options) => {
  const about = aboutOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.loans', about));
  await show(context, reply, () => reply.loans.map((loan) => loanCard(context, loan)).join('\n'));
  if (reply.loans.length === 0) remark(context, context.say('list.none'));
  return undefined;
};

/** `accounts repayments`: what a loan asks term by term, or with `made` what was paid. */
export const showRepayments: Work<[], AccountOptions & { loan?: string; made?: boolean }> = async (
  context,
  _args,
  options,
) => {
  const { say, language } = context;
  const params = callOf(context, options);
  const { person, purpose, loan, made } = options;
  const query = checked(context, RepaymentsQuery, { person, purpose, loan });
  const reply = await withHub(context, (client) => client.call('accounts.repayments', { params, query }));
  const parts = [say('loan.payment'), say('loan.principal'), say('loan.interest')] as const;
  await show(context, reply, () =>
    made
      ? table(
          [
            say('entry.booked'),
            say('entry.kind'),
            say('loan.term'),
            ...parts,
            say('loan.penalty'),
            say('entry.balance'),
          ],
          reply.made.map((entry) => [
            entry.bookedOn,
            codeMeaning('loanEntryKind', entry.kind, language),
            entry.term,
            ...[entry.amount, entry.principal, entry.interest, entry.penalty, entry.balance].map(showFen),
          ]),
        )
      : table(
          [say('loan.term'), say('loan.due-on'), ...parts, say('loan.remaining'), say('loan.state')],
          reply.plan.map((row) => [
            row.term,
            row.dueOn,
            ...[row.payment, row.principal, row.interest, row.remaining].map(showFen),
            term(language, 'repayment', row.state),
          ]),
        ),
  );
  return undefined;
};
