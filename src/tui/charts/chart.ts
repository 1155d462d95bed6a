import type { StyledLine } from '../text/styled-line.ts';
import { cellWidth, truncate } from '../text/width.ts';
import type { Theme } from '../theme.ts';

/** Cells and rows that a chart may take. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Something drawn from numbers. Needs no screen: the command line can write it too. */
export interface Chart {
  /** What it is of; empty where that is said already. */
  readonly title: string;
  /** Whether more room than it would like shows more. */
  readonly grows: boolean;
  /** Rows that it would like at this width. */
  rows(width: number): number;
  /** Lines that are never wider than the room, nor more of them than it has rows. */
  draw(room: Room, theme: Theme): StyledLine[];
  /** The same in words, every number in it: for who hears the screen, and for a terminal without colour. */
  readonly plain: readonly string[];
}

type Piece = StyledLine[number];

/** A line in as few pieces as its styles allow, cut to `width` cells. */
export const lineOf = (pieces: readonly Piece[], width: number): StyledLine => {
  const line: { text: string; style?: Piece['style'] }[] = [];
  let left = width;
  for (const { text, style } of pieces) {
    const cut = truncate(text, left);
    left -= cellWidth(cut);
    const last = line.at(-1);
    if (cut !== '' && last && last.style === style) last.text += cut;
    else if (cut !== '') line.push({ text: cut, ...(style && { style }) });
    if (cut !== text) break;
  }
  return line;
};
