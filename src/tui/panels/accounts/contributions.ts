import type { ContributionView } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen } from '../../../domain/fund/money.ts';
import { curveChart } from '../../charts/curve.ts';
import { monthOf } from '../../state/accounts/by-month.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import type { StyledLine } from '../../text/styled-line.ts';
import { paidChart, yearTick, yuan } from './month-charts.ts';
import { byMonthDown, monthsHead } from './month-list.ts';
import type { Drawer, Drawing } from './tab-view.ts';
import { headingLine, rowLine, type TableColumn } from './table-lines.ts';

const columnsOf = ({ say }: Drawing): TableColumn[] => [
  { heading: say('column.month'), cells: 7 },
  { heading: say('column.kind'), cells: 12 },
  { heading: say('column.amount'), cells: 12, align: 'end' },
  { heading: say('column.balance'), cells: 13, align: 'end', from: 50 },
  { heading: say('column.booked'), cells: 10, from: 64 },
  { heading: say('column.employer-part'), cells: 11, align: 'end', from: 90 },
  { heading: say('column.employee-part'), cells: 11, align: 'end', from: 103 },
];

const entryTexts = (entry: ContributionView, { language, say }: Drawing): string[] => [
  monthOf(entry),
  // What was booked by mistake and taken back is no contribution.
  entry.reversed ? say('contributions.reversed') : codeMeaning('entryKind', entry.kind, language),
  showFen(entry.amount),
  showFen(entry.balance),
  entry.bookedOn,
  entry.employerAmount === null ? '' : showFen(entry.employerAmount),
  entry.employeeAmount === null ? '' : showFen(entry.employeeAmount),
];

/** The balance at the end of each month in which something was booked. */
const balanceChart = (entries: readonly ContributionView[], { say }: Drawing) => {
  const ends = new Map(
    [...entries]
      .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1))
      .map(({ bookedOn, balance }) => [bookedOn.slice(0, 7), balance]),
  );
  return curveChart(
    say('chart.balance'),
    [...ends].map(([month, value], at) => ({ label: month, value, text: showFen(value), tick: yearTick(month, at) })),
    yuan,
  );
};

/** What was paid in and taken out month by month, with what is missing. */
export const drawContributions: Drawer<ReplyFor<'contributions'>> = (reply, drawing) => {
  const { theme, width, say } = drawing;
  const { contributions, gaps } = reply;
  if (contributions.length === 0)
    return { head: [], lines: [[{ text: say('contributions.none'), style: theme.warn }]], charts: [], leads: 'charts' };
  const columns = columnsOf(drawing);
  const gapRow = (month: string): StyledLine =>
    rowLine(columns, [month, say('contributions.gap'), '—'], width, theme.urgent);
  return {
    head: [...monthsHead(reply, contributions.length, drawing), headingLine(columns, width, theme.label)],
    lines: byMonthDown(contributions, gaps).map((row) =>
      'gap' in row
        ? gapRow(row.gap)
        : rowLine(columns, entryTexts(row, drawing), width, row.reversed ? theme.quiet : undefined),
    ),
    leads: 'charts',
    charts: [paidChart(contributions, say), balanceChart(contributions, drawing)],
  };
};
