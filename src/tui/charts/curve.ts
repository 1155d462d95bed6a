import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { sideLabels, tickLine } from './axis.ts';
import { type Chart, lineOf, type Room } from './chart.ts';
import { type Datum, datumRows } from './datum.ts';

/** The dots of a braille cell by row and column, as bits of its code. */
const dots = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
const usualRows = 7;
const leastRows = 3;

/** The value at a place between data; none beside one that is not there. */
const valueAt = (data: readonly Datum[], place: number): number | undefined => {
  const before = data[Math.floor(place)]?.value;
  const after = data[Math.ceil(place)]?.value;
  return before === undefined || after === undefined
    ? undefined
    : before + (after - before) * (place - Math.floor(place));
};

/** Braille codes by row and cell of a line through the data. */
const brailleOf = (data: readonly Datum[], cells: number, rows: number, least: number, most: number): number[][] => {
  const grid = Array.from({ length: rows }, () => new Array<number>(cells).fill(0));
  const [across, high] = [cells * 2, rows * 4];
  let last: number | undefined;
  for (let x = 0; x < across; x++) {
    const value = valueAt(data, (x * (data.length - 1)) / Math.max(1, across - 1));
    const y = value === undefined ? undefined : Math.round(((value - least) / (most - least || 1)) * (high - 1));
    if (y !== undefined) {
      // A steep line has no holes.
      const step = last === undefined ? 0 : Math.sign(y - last);
      for (let at = last === undefined || step === 0 ? y : last + step; ; at += step) {
        const down = high - 1 - at;
        grid[down >> 2]![x >> 1]! |= dots[down & 3]![x & 1]!;
        if (at === y) break;
      }
    }
    last = y;
  }
  return grid;
};

const drawCurve = (
  data: readonly Datum[],
  scale: (value: number) => string,
  { width, height }: Room,
  theme: Theme,
): StyledLine[] => {
  const values = data.flatMap(({ value }) => value ?? []);
  if (width < 2 || height < 1 || values.length === 0) return [];
  const rows = Math.max(1, height - Number(height > leastRows));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const labels = new Map([[0, scale(most)]]);
  if (rows > 1 && least < most) labels.set(rows - 1, scale(least));
  const side = sideLabels(labels, rows, width);
  const room = width - cellWidth(side[0]!);
  const lines = brailleOf(data, room, rows, least, most).map((codes, row) =>
    lineOf(
      [
        { text: side[row]!, style: theme.quiet },
        {
          text: codes.map((code) => (code === 0 ? ' ' : String.fromCharCode(0x2800 + code))).join(''),
          style: theme.good,
        },
      ],
      width,
    ),
  );
  const cellOf = (at: number): number => Math.floor((at * (room - 1)) / Math.max(1, data.length - 1));
  const ticks = tickLine(data, cellOf, room);
  return rows < height
    ? [...lines, lineOf([{ text: ' '.repeat(width - room) + ticks, style: theme.quiet }], width)]
    : lines;
};

/** A line through numbers in the order of time, such as a balance. It breaks where there is nothing. */
export const curveChart = (title: string, data: readonly Datum[], scale: (value: number) => string): Chart => ({
  title,
  grows: true,
  rows: () => (data.length === 0 ? 0 : usualRows),
  draw: (room, theme) => drawCurve(data, scale, room, theme),
  plain: datumRows(data),
});
