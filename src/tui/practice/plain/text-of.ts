import type { StyledLine } from '../../text/styled-line.ts';

/** Wider than any line of it: the terminal breaks lines itself. */
export const noEdge = 10_000;

/** A line that was made for a screen, without its styles and indents. */
export const textOf = (line: StyledLine): string =>
  line
    .map(({ text }) => text)
    .join('')
    .trim();
