import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../../domain/fund/money.ts';
import { shareChart } from '../../charts/shares.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { factLines } from './facts.ts';
import type { Drawer } from './tab-view.ts';

/** An employer at a glance. */
export const drawEmployer: Drawer<ReplyFor<'employer'>> = ({ employer }, drawing) => {
  const { say, language, theme } = drawing;
  const people = (label: string, value: number) => ({ label, value, text: String(value) });
  return {
    head: [],
    lines: factLines(
      [
        [say('fact.employer'), employer.name, theme.strong],
        [
          say('fact.state'),
          [
            codeMeaning('employerState', employer.state, language),
            say('fact.opened', { day: employer.openedOn }),
            employer.closedOn === null ? '' : say('fact.closed', { day: employer.closedOn }),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          employer.state === '01' ? theme.good : theme.warn,
        ],
        [say('fact.paid-up-to'), employer.paidUpTo ?? say('fact.never-paid'), theme.strong],
        [say('fact.balance'), showFen(employer.balance)],
        [
          say('fact.people'),
          say('fact.people.counts', { contributing: employer.contributing, sealed: employer.sealed }),
        ],
        [
          say('fact.ratio'),
          say('fact.two-parts', {
            employer: showRatio(employer.employerRatio),
            employee: showRatio(employer.employeeRatio),
          }),
        ],
        [say('fact.payday'), employer.payday === null ? null : say('fact.payday.day', { day: employer.payday })],
        [say('fact.clerk'), [employer.clerk.name, employer.clerk.phone].filter((part) => part !== null).join(' ')],
        [say('fact.credit-code'), employer.creditCode],
        [say('fact.account'), employer.account],
        [say('fact.address'), employer.address],
        [say('fact.bank'), employer.bank],
      ],
      drawing,
    ),
    leads: 'lines',
    charts: [
      shareChart(say('chart.people'), [
        people(say('chart.contributing'), employer.contributing),
        people(say('chart.sealed'), employer.sealed),
      ]),
    ],
  };
};
