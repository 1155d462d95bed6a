import type { Chart } from '../../tui/charts/chart.ts';
import { toldLines } from '../../tui/charts/told.ts';
import { themes } from '../../tui/themes/themes.ts';
import type { Context } from '../context.ts';

const widest = 100;
const height = 10;

/** A chart below a table: drawn on a terminal, told in words without colour or into a file. Nothing when there is nothing to draw. */
export const chartText = ({ color }: Pick<Context, 'color'>, chart: Chart): string => {
  if (chart.plain.length === 0) return '';
  const drawn = color && process.stdout.isTTY === true;
  const width = drawn ? Math.min(widest, process.stdout.columns) : widest;
  const lines = drawn
    ? chart.draw({ width, height }, themes.dark.dark)
    : toldLines(chart, { width, height: Number.MAX_SAFE_INTEGER });
  const text = lines.map((line) =>
    line
      .map((piece) => piece.text)
      .join('')
      .trimEnd(),
  );
  return `\n${[chart.title, ...text].join('\n')}\n`;
};
