import { type MonthEntry, monthOf } from '../../state/accounts/by-month.ts';
import { monthRuns } from '../../text/month-runs.ts';
import type { StyledLine } from '../../text/styled-line.ts';
import { cellWidth, wrap } from '../../text/width.ts';
import type { Drawing } from './tab-view.ts';

/** Entries and the months without any, the newest first. */
export const byMonthDown = <E extends MonthEntry>(
  entries: readonly E[],
  gaps: readonly string[],
): (E | { gap: string })[] => {
  const rows: { month: string; booked: string; row: E | { gap: string } }[] = [
    ...entries.map((entry) => ({ month: monthOf(entry), booked: entry.bookedOn, row: entry })),
    ...gaps.map((gap) => ({ month: gap, booked: '', row: { gap } })),
  ];
  return rows
    .sort((a, b) => (a.month === b.month ? (a.booked < b.booked ? 1 : -1) : a.month < b.month ? 1 : -1))
    .map(({ row }) => row);
};

/** How much there is, and which months nobody paid for. */
export const monthsHead = (
  { total, pages, gaps }: { total: number; pages: number; gaps: readonly string[] },
  shown: number,
  { say, theme, width }: Drawing,
): StyledLine[] => {
  const runs = monthRuns(gaps).map(({ from, to }) => (from === to ? from : `${from} – ${to}`));
  const count = {
    text: say(pages > 1 ? 'contributions.part' : 'contributions.count', { total, shown }),
    style: theme.quiet,
  };
  if (gaps.length === 0) return [[count, { text: `  ${say('contributions.no-gaps')}`, style: theme.good }]];
  const told = say('contributions.gaps', { count: gaps.length, months: runs.join(say('list.comma')) });
  if (cellWidth(count.text) + 2 + cellWidth(told) <= width)
    return [[count, { text: `  ${told}`, style: theme.urgent }]];
  return [[count], ...wrap(told, width).map((line) => [{ text: line.text, style: theme.urgent }])];
};
