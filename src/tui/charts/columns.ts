import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import type { Style, Theme } from '../theme.ts';
import { sideLabels, tickLine } from './axis.ts';
import { type Chart, lineOf, type Room } from './chart.ts';
import { type Datum, datumRows } from './datum.ts';

const eighths = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const mostCells = 4;
const usualRows = 8;
const leastRows = 3;

/** Cells of a column, the gap behind it included, and which of the data have room: the last ones. */
const across = (data: readonly Datum[], width: number): { cells: number; shown: readonly Datum[] } => {
  const cells = Math.max(1, Math.min(mostCells, Math.floor(width / Math.max(1, data.length))));
  return { cells, shown: data.slice(-Math.max(1, Math.floor(width / cells))) };
};

/** Rows above and below zero. */
const split = (data: readonly Datum[], rows: number): { up: number; down: number; most: number; least: number } => {
  const values = data.flatMap(({ value }) => value ?? []);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  if (least === 0) return { up: rows, down: 0, most, least };
  if (most === 0) return { up: 1, down: rows - 1, most, least };
  const down = Math.max(1, Math.min(rows - 1, Math.round((rows * -least) / (most - least))));
  return { up: rows - down, down, most, least };
};

/** What stands in one cell of a column. Nothing, zero and less than zero tell themselves apart without colour. */
const glyphAt = ({ value }: Datum, row: number, { up, down, most, least }: ReturnType<typeof split>): string => {
  const aboveZero = up - 1 - row;
  if (value === undefined || value === 0) return aboveZero === 0 ? (value === 0 ? '·' : '×') : ' ';
  if (value > 0) {
    const filled = Math.max(1, Math.round((value / most) * up * 8)) - aboveZero * 8;
    return aboveZero < 0 ? ' ' : eighths[Math.max(0, Math.min(8, filled))]!;
  }
  const filled = Math.max(1, Math.round((value / least) * down * 2)) - (row - up) * 2;
  return row < up || filled <= 0 ? ' ' : filled === 1 ? '▀' : '█';
};

const styleOf = ({ value }: Datum, theme: Theme): Style =>
  value === undefined ? theme.urgent : value < 0 ? theme.warn : theme.good;

const drawColumns = (
  data: readonly Datum[],
  scale: (value: number) => string,
  { width, height }: Room,
  theme: Theme,
): StyledLine[] => {
  if (width < 2 || height < 1 || data.length === 0) return [];
  const rows = Math.max(1, height - Number(height > leastRows));
  const parts = split(data, rows);
  const labels = new Map([[parts.up - 1, scale(0)]]);
  if (parts.most > 0 && parts.up > 1) labels.set(0, scale(parts.most));
  if (parts.down > 0) labels.set(rows - 1, scale(parts.least));
  const side = sideLabels(labels, rows, width);
  const room = width - cellWidth(side[0]!);
  const { cells, shown } = across(data, room);
  const thick = Math.max(1, cells - 1);
  const lines = side.map((label, row) =>
    lineOf(
      [
        { text: label, style: theme.quiet },
        ...shown.map((datum) => {
          const glyph = glyphAt(datum, row, parts);
          // A sign is a sign once, however thick the column.
          const text = glyph === '×' || glyph === '·' ? glyph.padEnd(thick) : glyph.repeat(thick);
          return { text: text.padEnd(cells), style: styleOf(datum, theme) };
        }),
      ],
      width,
    ),
  );
  const ticks = tickLine(shown, (at) => at * cells, room);
  return rows < height
    ? [...lines, lineOf([{ text: ' '.repeat(width - room) + ticks, style: theme.quiet }], width)]
    : lines;
};

/** Upright columns in the order of time. `scale` writes a number for the axis, in few cells. */
export const columnChart = (title: string, data: readonly Datum[], scale: (value: number) => string): Chart => ({
  title,
  grows: true,
  rows: () => (data.length === 0 ? 0 : usualRows),
  draw: (room, theme) => drawColumns(data, scale, room, theme),
  plain: datumRows(data),
});
