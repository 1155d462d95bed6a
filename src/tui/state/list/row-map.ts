import { SortedRows } from './sorted-rows.ts';

/** Rows by their keys. Never changed, only replaced, and a change costs little however many there are. */
export class RowMap<T> {
  /** All of them in the order of their keys. */
  readonly rows: SortedRows<T>;
  private readonly keyOf: (row: T) => string;

  private constructor(keyOf: (row: T) => string, rows: SortedRows<T>) {
    this.keyOf = keyOf;
    this.rows = rows;
  }

  static of<T>(keyOf: (row: T) => string, rows: Iterable<T> = []): RowMap<T> {
    const compare = (a: T, b: T): number => {
      const [left, right] = [keyOf(a), keyOf(b)];
      return left < right ? -1 : Number(left > right);
    };
    return new RowMap(keyOf, SortedRows.of(compare, rows));
  }

  get size(): number {
    return this.rows.size;
  }

  get(key: string): T | undefined {
    const row = this.rows.at(this.rows.placeWhere((other) => this.keyOf(other) < key));
    return row !== undefined && this.keyOf(row) === key ? row : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  values(): Iterable<T> {
    return this.rows;
  }

  with(row: T): RowMap<T> {
    return this.withAll([row]);
  }

  /** With some rows, each in place of the one that has its key. */
  withAll(rows: readonly T[]): RowMap<T> {
    return new RowMap(this.keyOf, this.rows.changed([], rows));
  }

  /** Without the rows of some keys. */
  without(keys: readonly string[]): RowMap<T> {
    const gone = keys.flatMap((key) => this.get(key) ?? []);
    return gone.length === 0 ? this : new RowMap(this.keyOf, this.rows.changed(gone, []));
  }

  /** Only those that a test lets through. */
  only(test: (row: T) => boolean): RowMap<T> {
    return new RowMap(this.keyOf, SortedRows.inOrder(this.rows.compare, [...this.rows].filter(test)));
  }
}
