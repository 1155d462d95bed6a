import { showFen } from '../../../domain/fund/money.ts';
import { grouped } from '../../../domain/text/grouped.ts';
import type { Chart } from '../../charts/chart.ts';
import { columnChart } from '../../charts/columns.ts';
import type { Datum } from '../../charts/datum.ts';
import { type MonthEntry, paidByMonth } from '../../state/accounts/by-month.ts';
import type { Say } from '../../words/words.ts';

/** An amount for an axis: whole yuan. */
export const yuan = (fen: number): string => grouped(Math.round(fen / 100));

/** The last month of a year that leaves room for its name before the next year begins. */
const lastNamed = '05';

/** The year below its first month; the first month of all by its name, where a year does not begin right after it. */
export const yearTick = (month: string, at: number): string | undefined => {
  if (month.endsWith('-01')) return month.slice(0, 4);
  return at === 0 && month.slice(5) <= lastNamed ? month : undefined;
};

/** What was paid in month by month, with the months in which nobody paid. */
export const paidChart = (entries: readonly MonthEntry[], say: Say): Chart =>
  columnChart(
    say('chart.by-month'),
    paidByMonth(entries).map(
      ({ month, paid }, at): Datum => ({
        label: month,
        value: paid,
        text: paid === undefined ? say('chart.gap') : showFen(paid),
        tick: yearTick(month, at),
      }),
    ),
    yuan,
  );
