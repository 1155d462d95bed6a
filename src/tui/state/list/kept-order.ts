import { SortedRows } from './sorted-rows.ts';

/** When more than this part of a list has changed, making what rests on it anew is cheaper than following each change. */
export const mostFollowed = 0.25;

/**
 * The same rows in another order. It follows what it was given last: only rows that came, went or changed are placed, by binary search.
 */
export const keptOrder = <T>(compare: (a: T, b: T) => number): ((rows: SortedRows<T>) => SortedRows<T>) => {
  let from: SortedRows<T> | undefined;
  let ordered = SortedRows.of(compare);
  const follow = (rows: SortedRows<T>): SortedRows<T> => {
    const { come, gone } = rows.since(from!);
    if (come.length + gone.length > rows.size * mostFollowed) return SortedRows.of(compare, rows);
    return ordered.changed(gone, come);
  };
  return (rows) => {
    if (rows === from) return ordered;
    ordered = from ? follow(rows) : SortedRows.of(compare, rows);
    from = rows;
    return ordered;
  };
};
