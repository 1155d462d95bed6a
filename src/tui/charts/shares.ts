import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth, pad } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Chart, lineOf, type Room } from './chart.ts';
import type { Datum } from './datum.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const leastBar = 4;

/** A bar of `cells` cells of which a share is filled; what is not is still seen. Never full, nor empty, for almost. */
export const bar = (share: number, cells: number): { filled: string; rest: string } => {
  const most = cells * 8;
  const wanted = Math.round(Math.max(0, Math.min(1, share)) * most);
  const parts = share > 0 && share < 1 ? Math.max(1, Math.min(most - 1, wanted)) : wanted;
  const filled = '█'.repeat(parts >> 3) + eighths[parts & 7]!;
  return { filled, rest: '░'.repeat(Math.max(0, cells - cellWidth(filled))) };
};

const drawShares = (
  data: readonly Datum[],
  whole: number | undefined,
  { width, height }: Room,
  theme: Theme,
): StyledLine[] => {
  const labels = Math.max(0, ...data.map(({ label }) => cellWidth(label)));
  const texts = Math.max(0, ...data.map(({ text }) => cellWidth(text)));
  const cells = width - labels - texts - 2;
  const most = whole ?? Math.max(...data.map(({ value }) => Math.abs(value ?? 0)));
  return data.slice(0, height).map(({ label, value = 0, text }) => {
    const { filled, rest } = bar(most === 0 ? 0 : Math.abs(value) / most, Math.max(0, cells));
    return lineOf(
      [
        { text: `${pad(label, labels)} `, style: theme.label },
        ...(cells >= leastBar
          ? [
              { text: filled, style: value < 0 ? theme.warn : theme.good },
              { text: `${rest} `, style: theme.quiet },
            ]
          : []),
        { text: cells >= leastBar ? pad(text, texts, 'end') : text },
      ],
      width,
    );
  });
};

/** Bars that lie, the longest the greatest: parts of a whole, or things side by side. `whole`: what a full bar is, when not the greatest. */
export const shareChart = (title: string, data: readonly Datum[], whole?: number): Chart => ({
  title,
  grows: false,
  rows: () => data.length,
  draw: (room, theme) => drawShares(data, whole, room, theme),
  plain: data.map(({ label, text }) => `${label}  ${text}`),
});
