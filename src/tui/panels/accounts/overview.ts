import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen, showRatio } from '../../../domain/fund/money.ts';
import { shareChart } from '../../charts/shares.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { factLines } from './facts.ts';
import type { Drawer } from './tab-view.ts';

/** A person at a glance. */
export const drawOverview: Drawer<ReplyFor<'overview'>> = ({ employee }, drawing) => {
  const { say, language, theme } = drawing;
  const { inARow, paidUpTo } = employee;
  const state = codeMeaning('accountState', employee.state, language);
  const money = (label: string, value: number) => ({ label, value, text: showFen(value) });
  return {
    head: [],
    lines: factLines(
      [
        [
          say('fact.state'),
          [
            state,
            say('fact.opened', { day: employee.openedOn }),
            employee.closedOn === null ? '' : say('fact.closed', { day: employee.closedOn }),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          employee.state === '01' ? theme.good : theme.warn,
        ],
        [say('fact.balance'), showFen(employee.balance), theme.strong],
        [
          say('fact.in-a-row'),
          paidUpTo === null
            ? say('fact.never-paid')
            : say(inARow.orMore ? 'fact.in-a-row.more' : 'fact.in-a-row.months', {
                count: inARow.months,
                month: paidUpTo,
              }),
          theme.strong,
        ],
        [say('fact.base'), showFen(employee.base)],
        [
          say('fact.ratio'),
          say('fact.two-parts', {
            employer: showRatio(employee.employerRatio),
            employee: showRatio(employee.employeeRatio),
          }),
        ],
        [say('fact.monthly'), showFen(employee.employerAmount + employee.employeeAmount)],
        [say('fact.employer'), employee.employer?.name],
        [
          say('fact.name'),
          `${employee.name}  ${codeMeaning('idType', employee.idType, language)} ${employee.idNumber}`,
        ],
        [say('fact.phone'), employee.phone],
        [say('fact.account'), employee.account],
        [say('fact.bank'), [employee.bank, employee.bankAccount].filter((part) => part !== null).join(' ')],
      ],
      drawing,
    ),
    leads: 'lines',
    charts: [
      shareChart(say('chart.balance-parts'), [
        money(say('chart.carried-over'), employee.carriedOver),
        money(say('chart.this-year'), employee.thisYear),
      ]),
      shareChart(say('chart.monthly-parts'), [
        money(say('chart.employer'), employee.employerAmount),
        money(say('chart.employee'), employee.employeeAmount),
      ]),
    ],
  };
};
