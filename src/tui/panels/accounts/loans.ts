import type { LoanView } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen, showRate } from '../../../domain/fund/money.ts';
import type { Chart } from '../../charts/chart.ts';
import { progressChart } from '../../charts/progress.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { factLines } from './facts.ts';
import type { Drawer, Drawing } from './tab-view.ts';

/** How much of the principal is paid. */
export const paidOffChart = (title: string, { disbursed, balance }: LoanView, { say }: Drawing): Chart =>
  progressChart(
    title,
    { label: say('chart.paid'), value: disbursed - balance, text: showFen(disbursed - balance) },
    { label: say('chart.left'), value: balance, text: showFen(balance) },
  );

const overdueText = ({ overdue }: LoanView, { say }: Drawing): string =>
  overdue.terms === 0
    ? say('loan.not-overdue')
    : say('loan.overdue', {
        terms: overdue.terms,
        principal: showFen(overdue.principal),
        interest: showFen(overdue.interest),
        penalty: showFen(overdue.penalty),
      });

const loanLines = (loan: LoanView, drawing: Drawing): StyledLine[] => {
  const { say, language, theme } = drawing;
  const { next, property } = loan;
  return factLines(
    [
      [
        say('fact.state'),
        `${codeMeaning('loanState', loan.state, language)} · ${say(loan.own ? 'loan.borrower' : 'loan.co-borrower')}`,
        loan.state === 'overdue' || loan.state === 'bad' ? theme.urgent : theme.good,
      ],
      [say('fact.balance'), showFen(loan.balance), theme.strong],
      [
        say('loan.next'),
        next &&
          say('loan.next.term', {
            day: next.dueOn,
            payment: showFen(next.payment),
            principal: showFen(next.principal),
            interest: showFen(next.interest),
          }),
        theme.strong,
      ],
      [say('loan.overdue.label'), overdueText(loan, drawing), loan.overdue.terms > 0 ? theme.urgent : undefined],
      [say('loan.terms'), say('loan.terms.passed', { terms: loan.terms, passed: loan.termsPassed, day: loan.payDay })],
      [say('loan.rate'), `${showRate(loan.rate)} · ${codeMeaning('repaymentMethod', loan.method, language)}`],
      [
        say('loan.amount'),
        say('loan.disbursed', { contract: showFen(loan.contractAmount), disbursed: showFen(loan.disbursed) }),
      ],
      [
        say('loan.days'),
        [
          loan.disbursedOn && say('loan.disbursed-on', { day: loan.disbursedOn }),
          loan.dueOn && say('loan.due-on', { day: loan.dueOn }),
          loan.settledOn && say('loan.settled-on', { day: loan.settledOn }),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ],
      [
        say('loan.so-far'),
        say('loan.so-far.sums', {
          principal: showFen(loan.principalPaid),
          interest: showFen(loan.interestPaid),
          prepaid: showFen(loan.prepaid),
        }),
      ],
      [say('loan.people'), [loan.borrower, ...loan.coBorrowers].map(({ name }) => shown(name)).join(say('list.comma'))],
      [say('loan.property'), property?.address],
      [say('loan.contract'), loan.contract],
      [say('loan.repayment-account'), [loan.bank, loan.repaymentAccount].filter((part) => part !== null).join(' ')],
    ],
    drawing,
  );
};

/** A person's loans, as borrower or co-borrower. */
export const drawLoans: Drawer<ReplyFor<'loans'>> = ({ loans }, drawing) => {
  const { say, theme } = drawing;
  if (loans.length === 0)
    return { head: [], lines: [[{ text: say('loan.none'), style: theme.warn }]], charts: [], leads: 'lines' };
  const title = (at: number): string => say('loan.title', { at: at + 1, count: loans.length });
  return {
    head: [],
    lines: loans.flatMap((loan, at) => [
      ...(loans.length > 1 ? [...(at > 0 ? [[]] : []), [{ text: title(at), style: theme.title }]] : []),
      ...loanLines(loan, drawing),
    ]),
    leads: 'lines',
    charts: loans.map((loan, at) => paidOffChart(loans.length > 1 ? title(at) : say('chart.principal'), loan, drawing)),
  };
};
