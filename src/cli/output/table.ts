import { plainText } from '../../domain/text/plain-text.ts';
import { cellWidth, pad, truncate } from '../../tui/text/width.ts';

type Cell = string | number | null | undefined;

const clean = (cell: Cell): string => plainText(String(cell ?? ''), { multiline: false });

/**
 * Rows under their headings, columns aligned by the cells that Chinese takes. On a terminal the last column is cut at its edge;
 * into a file or pipe everything goes. `paint` colours a cell of `rows` as it is shown; what it adds takes no room.
 */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  paint: (shown: string, row: number, column: number) => string = (shown) => shown,
): string => {
  const cells = [headings.map(String), ...rows.map((row) => row.map(clean))];
  const last = headings.length - 1;
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => cellWidth(row[column] ?? ''))));
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const room = process.stdout.isTTY ? Math.max(8, process.stdout.columns - before) : Number.POSITIVE_INFINITY;
  const lines = cells.map((row, at) =>
    row
      .map((cell, column) => {
        const shown = column === last ? truncate(cell, room) : pad(cell, widths[column] ?? 0);
        return at === 0 ? shown : paint(shown, at - 1, column);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
};

/** Names and values one below the other; what has no value is left out. Further lines of a value stand under its first. */
export const facts = (pairs: readonly (readonly [string, Cell])[]): string => {
  const shown = pairs.flatMap(([name, value]) => {
    const text = plainText(String(value ?? ''), { multiline: true });
    return text ? [[name, text] as const] : [];
  });
  const width = Math.max(0, ...shown.map(([name]) => cellWidth(name)));
  return shown
    .map(([name, text]) => `${pad(name, width)}  ${text.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}\n`)
    .join('');
};
