import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth, wrap } from '../text/width.ts';
import type { Chart, Room } from './chart.ts';

const between = ' · ';

/** Rows side by side as long as they fit, so that a long list of numbers takes few lines. */
const flow = (rows: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (last !== undefined && cellWidth(last) + cellWidth(between) + cellWidth(row) <= width)
      lines[lines.length - 1] = last + between + row;
    else lines.push(...wrap(row, width).map(({ text }) => text));
  }
  return lines;
};

/** Rows that a chart takes when it is told in words. */
export const toldRows = ({ plain }: Chart, width: number): number => flow(plain, width).length;

/** A chart in words. The newest numbers are the last: where not all have room, the first go. */
export const toldLines = ({ plain }: Chart, { width, height }: Room): StyledLine[] => {
  const lines = flow(plain, width);
  return lines.slice(Math.max(0, lines.length - Math.max(0, height))).map((text) => [{ text }]);
};
