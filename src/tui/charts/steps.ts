import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth, pad } from '../text/width.ts';
import type { Style, Theme } from '../theme.ts';
import { type Chart, lineOf, type Room } from './chart.ts';

/** One step of a way. */
export interface Step {
  readonly name: string;
  /** `stopped`: it went no further than here. */
  readonly state: 'done' | 'now' | 'stopped' | 'coming';
  /** Since when it stood there; empty when it has not come. */
  readonly since: string;
}

/** The words for the states, for the plain form. */
export type StepWords = Readonly<Record<Step['state'], string>>;

const marks: Readonly<Record<Step['state'], string>> = { done: '●', now: '◉', stopped: '✗', coming: '○' };
const link = ' ─ ';

const styleOf = (state: Step['state'], theme: Theme): Style =>
  state === 'now' ? theme.strong : state === 'stopped' ? theme.urgent : state === 'done' ? theme.good : theme.quiet;

const marked = ({ state, name }: Step): string => `${marks[state]} ${name}`;

/** Cells of each step side by side: wide enough for its name and its date. */
const widths = (steps: readonly Step[]): number[] =>
  steps.map((step) => Math.max(cellWidth(marked(step)), cellWidth(step.since) + 2));

const fitsAcross = (steps: readonly Step[], width: number): boolean =>
  widths(steps).reduce((sum, cells) => sum + cells, 0) + cellWidth(link) * (steps.length - 1) <= width;

/** A link that reaches from a name to the next mark, however short the name. */
const across = (steps: readonly Step[], width: number, theme: Theme): StyledLine[] => {
  const cells = widths(steps);
  const gap = cellWidth(link);
  const names = steps.flatMap((step, at) => {
    const last = at === steps.length - 1;
    const room = cells[at]! + gap - cellWidth(marked(step));
    return [
      { text: marked(step), style: styleOf(step.state, theme) },
      ...(last ? [] : [{ text: ` ${'─'.repeat(room - 2)} `, style: theme.quiet }]),
    ];
  });
  const dates = steps.map(({ since }, at) => pad(`  ${since}`, cells[at]! + gap)).join('');
  return [lineOf(names, width), lineOf([{ text: dates.trimEnd(), style: theme.quiet }], width)];
};

const below = (steps: readonly Step[], width: number, theme: Theme): StyledLine[] => {
  const cells = Math.max(0, ...steps.map((step) => cellWidth(marked(step)))) + 2;
  return steps.map((step) =>
    lineOf(
      [
        { text: pad(marked(step), cells), style: styleOf(step.state, theme) },
        { text: step.since, style: theme.quiet },
      ],
      width,
    ),
  );
};

/** The rows to keep where not all have room: those around the step that is now. */
const around = (lines: readonly StyledLine[], at: number, { height }: Room): StyledLine[] => {
  const first = Math.max(0, Math.min(at - (height >> 1), lines.length - height));
  return lines.slice(first, first + Math.max(0, height));
};

/** A way in steps, side by side where they fit, else one below the other. Done, now and to come have their own marks. */
export const stepChart = (title: string, steps: readonly Step[], words: StepWords): Chart => ({
  title,
  grows: false,
  rows: (width) => (steps.length === 0 ? 0 : fitsAcross(steps, width) ? 2 : steps.length),
  draw: (room, theme) => {
    if (steps.length === 0) return [];
    if (fitsAcross(steps, room.width)) return across(steps, room.width, theme).slice(0, Math.max(0, room.height));
    const at = steps.findIndex(({ state }) => state === 'now' || state === 'stopped');
    return around(below(steps, room.width, theme), Math.max(0, at), room);
  },
  plain: steps.map(({ name, state, since }) => [words[state], name, since].filter((part) => part !== '').join('  ')),
});
