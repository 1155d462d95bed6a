import { type MonthEntry, monthOf } from '../../state/accounts/by-month.ts';
import { monthRuns } from '../../text/month-runs.ts';
import type { StyledLine } from '../../text/styled-line.ts';
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
  { say, theme }: Drawing,
): StyledLine[] => {
  const runs = monthRuns(gaps).map(({ from, to }) => (from === to ? from : `${from} – ${to}`));
  return [
    [
      {
        text: say(pages > 1 ? 'contributions.part' : 'contributions.count', { total, shown }),
        style: theme.quiet,
      },
      gaps.length === 0
        ? { text: `  ${say('contributions.no-gaps')}`, style: theme.good }
        : {
            text: `  ${say('contributions.gaps', { count: gaps.length, months: runs.join(say('list.comma')) })}`,
            style: theme.urgent,
          },
    ],
  ];
};
