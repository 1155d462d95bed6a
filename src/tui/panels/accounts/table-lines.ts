import type { StyledLine } from '../../text/styled-line.ts';
import { pad } from '../../text/width.ts';
import type { Style } from '../../theme.ts';

/** A column: its heading and its cells. From `from` cells of the whole table on it is shown. */
export interface TableColumn {
  readonly heading: string;
  readonly cells: number;
  readonly align?: 'start' | 'end';
  readonly from?: number;
}

const gap = '  ';

const hasRoom = ({ from = 0 }: TableColumn, width: number): boolean => width >= from;

/** Each column where it has room with those before it. */
export const asRoomAllows = (columns: readonly TableColumn[]): TableColumn[] =>
  columns.map((column, at) => ({
    ...column,
    from: columns.slice(0, at + 1).reduce((sum, { cells }) => sum + cells, at * gap.length),
  }));

/** The columns' headings. Blanks at the end are no text: where they have no room, nothing is cut. */
export const headingLine = (columns: readonly TableColumn[], width: number, style: Style): StyledLine => [
  {
    text: columns
      .filter((column) => hasRoom(column, width))
      .map(({ heading, cells, align }) => pad(heading, cells, align))
      .join(gap)
      .trimEnd(),
    style,
  },
];

/** One row; texts in the order of the columns. */
export const rowLine = (
  columns: readonly TableColumn[],
  texts: readonly string[],
  width: number,
  style?: Style,
): StyledLine => [
  {
    text: columns
      .flatMap((column, at) => (hasRoom(column, width) ? pad(texts[at] ?? '', column.cells, column.align) : []))
      .join(gap)
      .trimEnd(),
    ...(style && { style }),
  },
];
