import type { RepaymentsAnswer } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen, showRate } from '../../../domain/fund/money.ts';
import { curveChart } from '../../charts/curve.ts';
import { presentTerm } from '../../state/accounts/present-term.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { cellWidth } from '../../text/width.ts';
import type { Say } from '../../words/words.ts';
import { paidOffChart } from './loans.ts';
import { yearTick, yuan } from './month-charts.ts';
import type { Drawer, Drawing } from './tab-view.ts';
import { asRoomAllows, headingLine, rowLine, type TableColumn } from './table-lines.ts';

const states = ['paid', 'overdue', 'coming'] as const;

const planColumns = (say: Say): TableColumn[] =>
  asRoomAllows([
    { heading: `  ${say('column.term')}`, cells: 5 },
    { heading: say('column.due'), cells: 10 },
    { heading: say('column.payment'), cells: 11, align: 'end' },
    { heading: say('column.state'), cells: Math.max(...states.map((state) => cellWidth(say(`term.${state}`)))) },
    { heading: say('column.principal'), cells: 11, align: 'end' },
    { heading: say('column.interest'), cells: 10, align: 'end' },
    { heading: say('column.remaining'), cells: 13, align: 'end' },
  ]);

/** Cells of a plan that tells principal and interest. */
export const planCells = (say: Say): number => planColumns(say).at(-2)!.from!;

const madeColumns = ({ say }: Drawing): TableColumn[] => [
  { heading: `  ${say('column.term')}`, cells: 5 },
  { heading: say('column.booked'), cells: 10 },
  { heading: say('column.amount'), cells: 11, align: 'end' },
  { heading: say('column.kind'), cells: 14 },
  { heading: say('column.balance'), cells: 13, align: 'end', from: 62 },
];

const planLines = ({ plan }: Pick<RepaymentsAnswer, 'plan'>, now: number, drawing: Drawing): StyledLine[] => {
  const { say, width, theme } = drawing;
  const columns = planColumns(say);
  return plan.map((term, at) =>
    rowLine(
      columns,
      [
        `${at === now ? '▸' : ' '} ${term.term}`,
        term.dueOn,
        showFen(term.payment),
        say(`term.${term.state}`),
        showFen(term.principal),
        showFen(term.interest),
        showFen(term.remaining),
      ],
      width,
      term.state === 'overdue'
        ? theme.urgent
        : at === now
          ? theme.strong
          : term.state === 'paid'
            ? theme.quiet
            : undefined,
    ),
  );
};

const madeLines = ({ made }: Pick<RepaymentsAnswer, 'made'>, drawing: Drawing): StyledLine[] => {
  const { say, width, theme, language } = drawing;
  if (made.length === 0) return [];
  const columns = madeColumns(drawing);
  return [
    [],
    [{ text: say('repayments.made', { count: made.length }), style: theme.title }],
    headingLine(columns, width, theme.label),
    ...[...made]
      .sort((a, b) => (a.bookedOn < b.bookedOn ? 1 : -1))
      .map((entry) =>
        rowLine(
          columns,
          [
            `  ${entry.term ?? ''}`,
            entry.bookedOn,
            showFen(entry.amount),
            codeMeaning('loanEntryKind', entry.kind, language),
            showFen(entry.balance),
          ],
          width,
        ),
      ),
  ];
};

/** A loan's terms with the present one marked, and what was paid. */
export const drawRepayments: Drawer<ReplyFor<'repayments'>> = (reply, drawing) => {
  const { say, theme, width } = drawing;
  const { loan, plan } = reply;
  const now = presentTerm(reply);
  return {
    head: [
      [
        { text: say('repayments.head', { passed: loan.termsPassed, terms: loan.terms }), style: theme.strong },
        { text: `  ${showRate(loan.rate)} · ${shown(loan.contract)}`, style: theme.quiet },
      ],
      headingLine(planColumns(drawing.say), width, theme.label),
    ],
    lines: [...planLines(reply, now, drawing), ...madeLines(reply, drawing)],
    ...(now >= 0 && { now }),
    leads: 'charts',
    charts: [
      paidOffChart(say('chart.principal'), loan, drawing),
      curveChart(
        say('chart.remaining'),
        plan.map(({ dueOn, remaining }, at) => ({
          label: dueOn,
          value: remaining,
          text: showFen(remaining),
          tick: yearTick(dueOn.slice(0, 7), at),
        })),
        yuan,
      ),
    ],
  };
};
