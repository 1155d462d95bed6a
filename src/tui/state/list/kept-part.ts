import { SortedRows } from './sorted-rows.ts';

/**
 * Those rows of a map that a test lets through, in order. It follows the map that it was given last: all rows are looked at once, and only
 * those that came, went or changed are placed.
 */
export const keptPart = <T>(
  test: (row: T) => boolean,
  compare: (a: T, b: T) => number,
): ((rows: ReadonlyMap<string, T>) => readonly T[]) => {
  let from: ReadonlyMap<string, T> = new Map();
  let part = SortedRows.of(compare);
  const leave = (row: T | undefined): void => {
    if (row !== undefined && test(row)) part = part.without(row);
  };
  return (rows) => {
    for (const [key, row] of rows) {
      const was = from.get(key);
      if (was === row) continue;
      leave(was);
      if (test(row)) part = part.with(row);
    }
    for (const [key, was] of from) if (!rows.has(key)) leave(was);
    from = rows;
    return part.slice(0);
  };
};
