import { mostFollowed } from './kept-order.ts';
import { SortedRows } from './sorted-rows.ts';

/** The rows that a test lets through, as far as there was time to look: those among the first `seen` of a list. */
export interface Sifted<T> {
  /** What is looked through. */
  readonly of: SortedRows<T>;
  readonly rows: SortedRows<T>;
  readonly seen: number;
}

type Test<T> = (row: T) => boolean;

export const unsifted = <T>(of: SortedRows<T>): Sifted<T> => ({ of, rows: SortedRows.of(of.compare), seen: 0 });

/** Looks on until `until` rows were looked at. */
export const siftOn = <T>(sifted: Sifted<T>, test: Test<T>, until: number): Sifted<T> => {
  const { of, rows, seen } = sifted;
  if (seen >= Math.min(until, of.size)) return sifted;
  const more = of.slice(seen, until);
  return { of, rows: rows.withTail(more.filter(test)), seen: seen + more.length };
};

/** The same of the list as it is now: only rows that came, went or changed are looked at. */
export const siftAnew = <T>(sifted: Sifted<T>, now: SortedRows<T>, test: Test<T>): Sifted<T> => {
  if (sifted.of === now) return sifted;
  const { come, gone } = now.since(sifted.of);
  if (come.length + gone.length > now.size * mostFollowed) return unsifted(now);
  // The last row looked at may be gone; where it stood is still known.
  const last = sifted.of.at(sifted.seen - 1);
  if (last === undefined) return unsifted(now);
  const wasSeen = (row: T): boolean => now.compare(row, last) <= 0;
  const found = come.filter((row) => wasSeen(row) && test(row));
  return { of: now, rows: sifted.rows.changed(gone, found), seen: now.placeWhere(wasSeen) };
};
