import { cellWidth, pad } from '../text/width.ts';
import type { Datum } from './datum.ts';

/** The labels beside a plot, all of one width, with their stroke; none where they would take half of the room. */
export const sideLabels = (labels: ReadonlyMap<number, string>, rows: number, width: number): string[] => {
  const cells = Math.max(0, ...[...labels.values()].map(cellWidth));
  if (cells + 2 > width / 2) return new Array(rows).fill('');
  return Array.from({ length: rows }, (_, row) => `${pad(labels.get(row) ?? '', cells, 'end')} │`);
};

interface Tick {
  readonly text: string;
  readonly start: number;
}

/** Whether ticks stand apart and none over the edge. */
const haveRoom = (ticks: readonly Tick[], width: number): boolean =>
  ticks.every(({ text, start }, at) => start + cellWidth(text) < (ticks[at + 1]?.start ?? width + 1));

/** The ticks below a plot where each datum stands at its cell: all of them, or every second, every third …, so that they stay even. */
export const tickLine = (data: readonly Datum[], cellOf: (at: number) => number, width: number): string => {
  const all = data.flatMap(({ tick }, at): Tick[] => (tick === undefined ? [] : [{ text: tick, start: cellOf(at) }]));
  for (let step = 1; step <= all.length; step++) {
    const ticks = all.filter((_, at) => at % step === 0);
    if (haveRoom(ticks, width)) return ticks.reduce((line, { text, start }) => line.padEnd(start) + text, '');
  }
  return '';
};
