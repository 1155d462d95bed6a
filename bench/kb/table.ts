/** Lines of a plain table: the first column to the left, all others to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const width = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(width[column]!) : cell.padStart(width[column]!)))
      .join('  ')
      .trimEnd();
  return [line(head), width.map((cells) => '-'.repeat(cells)).join('  '), ...rows.map(line)].join('\n');
};
