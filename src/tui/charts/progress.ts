import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Chart, lineOf, type Room } from './chart.ts';
import type { Datum } from './datum.ts';
import { bar } from './shares.ts';

/** `83.3%` of the two; never 100 % while anything is left. */
const percent = (part: number, whole: number): string => {
  if (whole <= 0) return '—';
  const tenths = Math.round((part * 1000) / whole);
  return `${(part > 0 && part < whole ? Math.max(1, Math.min(999, tenths)) : tenths) / 10}%`;
};

const drawProgress = (done: Datum, left: Datum, { width, height }: Room, theme: Theme): StyledLine[] => {
  const [part, rest] = [Math.max(0, done.value ?? 0), Math.max(0, left.value ?? 0)];
  const whole = part + rest;
  const share = ` ${percent(part, whole)}`;
  const drawn = bar(whole === 0 ? 0 : part / whole, Math.max(0, width - cellWidth(share)));
  const words = [`${done.label} ${done.text}`, `${left.label} ${left.text}`];
  const gap = ' '.repeat(Math.max(2, width - cellWidth(words.join(''))));
  return [
    lineOf(
      [
        { text: drawn.filled, style: theme.good },
        { text: drawn.rest, style: theme.quiet },
        { text: share, style: theme.strong },
      ],
      width,
    ),
    lineOf([{ text: words.join(gap) }], width),
  ].slice(0, height);
};

/** How much is done and how much is left of one thing. */
export const progressChart = (title: string, done: Datum, left: Datum): Chart => ({
  title,
  grows: false,
  rows: () => 2,
  draw: (room, theme) => drawProgress(done, left, room, theme),
  plain: [done, left].map(
    ({ label, value, text }) => `${label}  ${text}  ${percent(value ?? 0, (done.value ?? 0) + (left.value ?? 0))}`,
  ),
});
