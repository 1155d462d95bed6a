import type { Style } from '../theme.ts';
import { type StyledLine, shown } from './styled-line.ts';
import { wrap } from './width.ts';

/** From (inclusive) and to (exclusive) in UTF-16 code units. */
export type Mark = readonly [start: number, end: number];

/** The part of a text between two offsets, in pieces: marked ones in their style, the rest in its own. */
const pieces = (
  text: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  marked: Style,
  style: Style,
): StyledLine => {
  const line: { text: string; style: Style }[] = [];
  let at = from;
  for (const [start, end] of marks) {
    const [first, last] = [Math.max(start, at), Math.min(end, to)];
    if (first >= last) continue;
    if (first > at) line.push({ text: text.slice(at, first), style });
    line.push({ text: text.slice(first, last), style: { ...style, ...marked } });
    at = last;
  }
  if (at < to) line.push({ text: text.slice(at, to), style });
  return line;
};

/** One line with its marked parts. Marks of a text that had to be made harmless stand nowhere, so it goes without. */
export const markedLine = (text: string, marks: readonly Mark[], marked: Style, style: Style = {}): StyledLine => {
  const harmless = shown(text);
  return harmless === text ? pieces(text, 0, text.length, marks, marked, style) : [{ text: harmless, style }];
};

/** A paragraph in lines of `width` cells, the first behind `lead` and the others under it. */
export const markedParagraph = (
  text: string,
  marks: readonly Mark[],
  width: number,
  lead: { readonly first: string; readonly rest: string },
  marked: Style,
  style: Style = {},
): StyledLine[] => {
  const harmless = shown(text);
  const kept = harmless === text ? marks : [];
  return wrap(harmless, width).map((line, index) => [
    { text: index === 0 ? lead.first : lead.rest, style },
    ...pieces(harmless, line.start, line.start + line.text.length, kept, marked, style),
  ]);
};
