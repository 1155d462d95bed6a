import { Box, useIsScreenReaderEnabled } from 'ink';
import type { ReactNode } from 'react';
import type { Chart } from '../charts/chart.ts';
import { toldLines, toldRows } from '../charts/told.ts';
import type { StyledLine } from '../text/styled-line.ts';
import { ambiguousIsWide } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { useTheme } from './session-context.tsx';
import { Lines } from './spans.tsx';

/** A chart takes no more than this, however much room there is. */
const mostRows = 18;
const leastRows = 2;

const headRows = ({ title }: Chart): number => Number(title !== '');

const wanted = (chart: Chart, width: number, told: boolean): number =>
  told ? toldRows(chart, width) : chart.rows(width);

/** Whether charts are told in words: to who hears the screen, and where there is no colour, or no block that is one cell wide. */
export const useTold = (): boolean => {
  const theme = useTheme();
  return useIsScreenReaderEnabled() || theme.charts === 'told' || ambiguousIsWide();
};

/** Rows that charts would like, with their titles and a line between them. */
export const chartRows = (charts: readonly Chart[], width: number, told: boolean): number =>
  charts.reduce((sum, chart, at) => sum + Number(at > 0) + headRows(chart) + wanted(chart, width, told), 0);

/**
 * Charts one below the other. One that has no room is left out, and so is one that could be told in part only: half of the numbers are
 * not a chart. What can grow takes the room that is left, with `grow`.
 */
export const chartLines = (
  charts: readonly Chart[],
  room: { readonly width: number; readonly height: number; readonly told: boolean; readonly grow: boolean },
  theme: Theme,
): StyledLine[] => {
  const { width, height, told, grow } = room;
  const lines: StyledLine[] = [];
  charts.forEach((chart, at) => {
    const usual = wanted(chart, width, told);
    const apart = Number(lines.length > 0);
    const left = height - lines.length - apart - headRows(chart);
    if (usual === 0 || left < (told ? usual : Math.min(usual, leastRows))) return;
    const later = chartRows(charts.slice(at + 1), width, told) + Number(at + 1 < charts.length);
    const grown = !told && grow && chart.grows ? Math.min(mostRows, Math.max(usual, left - later)) : usual;
    const size = { width, height: Math.min(left, grown) };
    if (apart > 0) lines.push([]);
    if (chart.title !== '') lines.push([{ text: chart.title, style: theme.title }]);
    lines.push(...(told ? toldLines(chart, size) : chart.draw(size, theme)));
  });
  return lines;
};

/** Charts, drawn, or told in words. */
export function Charts(props: {
  readonly charts: readonly Chart[];
  readonly width: number;
  readonly height: number;
}): ReactNode {
  const { charts, width, height } = props;
  const theme = useTheme();
  const told = useTold();
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
      <Lines lines={chartLines(charts, { width, height, told, grow: true }, theme)} width={width} />
    </Box>
  );
}
