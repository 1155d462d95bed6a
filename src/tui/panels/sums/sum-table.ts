import type { Language } from '../../../contract/language.ts';
import type { ResultTable } from '../../../kb/sums/result.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { cellWidth, pad, wrap } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';

const isNumber = (text: string): boolean => /^[-+]?[\d,.]+%?$/.test(text);

/** Rows side by side; undefined when the columns have no room even close together. */
const columnLines = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  theme: Theme,
): StyledLine[] | undefined => {
  const cells = headings.map((heading, column) =>
    Math.max(cellWidth(heading), ...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const wanted = cells.reduce((sum, each) => sum + each, 0);
  const gap = [2, 1].find((size) => wanted + size * (cells.length - 1) <= width);
  if (gap === undefined) return undefined;
  const numeric = headings.map((_, column) => rows.some((row) => isNumber(row[column] ?? '')));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => pad(text, cells[column] ?? 0, numeric[column] && column > 0 ? 'end' : 'start'))
      .join(' '.repeat(gap));
  return [[{ text: line(headings), style: theme.label }], ...rows.map((row): StyledLine => [{ text: line(row) }])];
};

/** Every row by itself: its name, and its numbers with their headings below. */
const stackedLines = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] =>
  rows.flatMap(([first = '', ...texts]): StyledLine[] => {
    // A number says nothing without its heading.
    const name = isNumber(first) ? say('sums.cell', { heading: headings[0] ?? '', cell: first }) : first;
    const told = texts
      .map((cell, at) => ({ heading: headings[at + 1] ?? '', cell }))
      .filter(({ cell }) => cell !== '')
      .map(({ heading, cell }) => say('sums.cell', { heading, cell }).trim())
      .join('  ');
    return [
      [{ text: name, style: theme.label }],
      ...wrap(told, width - 2).map((line): StyledLine => [{ text: `  ${line.text}` }]),
    ];
  });

/** A table of a sum in lines of `width` cells. */
export const tableLines = (
  { headings, rows }: ResultTable,
  language: Language,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => {
  const names = headings.map((heading) => shown(heading[language]));
  const texts = rows.map((row) => row.map((cell) => shown(cell[language])));
  return columnLines(names, texts, width, theme) ?? stackedLines(names, texts, width, theme, say);
};
