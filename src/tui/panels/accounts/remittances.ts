import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen } from '../../../domain/fund/money.ts';
import { monthOf } from '../../state/accounts/by-month.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { paidChart } from './month-charts.ts';
import { byMonthDown, monthsHead } from './month-list.ts';
import type { Drawer, Drawing } from './tab-view.ts';
import { headingLine, rowLine, type TableColumn } from './table-lines.ts';

const columnsOf = ({ say }: Drawing): TableColumn[] => [
  { heading: say('column.month'), cells: 7 },
  { heading: say('column.kind'), cells: 12 },
  { heading: say('column.amount'), cells: 15, align: 'end' },
  { heading: say('column.people'), cells: 7, align: 'end' },
  { heading: say('column.booked'), cells: 10, from: 60 },
];

/** What an employer paid in month by month, with what is missing. */
export const drawRemittances: Drawer<ReplyFor<'remittances'>> = (reply, drawing) => {
  const { theme, width, say, language } = drawing;
  const { contributions, gaps } = reply;
  if (contributions.length === 0)
    return { head: [], lines: [[{ text: say('contributions.none'), style: theme.warn }]], charts: [], leads: 'charts' };
  const columns = columnsOf(drawing);
  return {
    head: [...monthsHead(reply, contributions.length, drawing), headingLine(columns, width, theme.label)],
    lines: byMonthDown(contributions, gaps).map((row) =>
      'gap' in row
        ? rowLine(columns, [row.gap, say('contributions.gap'), '—'], width, theme.urgent)
        : rowLine(
            columns,
            [
              monthOf(row),
              row.reversed ? say('contributions.reversed') : codeMeaning('entryKind', row.kind, language),
              showFen(row.amount),
              String(row.employees),
              row.bookedOn,
            ],
            width,
            row.reversed ? theme.quiet : undefined,
          ),
    ),
    leads: 'charts',
    charts: [paidChart(contributions, say)],
  };
};
