/** The most rows of a chunk: a change copies one chunk and the list of chunks, so both should be short. */
const longestChunk = 512;

type Chunk<T> = readonly T[];
type Compare<T> = (a: T, b: T) => number;

/** Cut into chunks that are half full, so that rows can come in. */
const chunksOf = <T>(rows: readonly T[]): Chunk<T>[] => {
  const chunks: Chunk<T>[] = [];
  for (let at = 0; at < rows.length; at += longestChunk / 2) chunks.push(rows.slice(at, at + longestChunk / 2));
  return chunks;
};

/**
 * Rows in one order. Never changed, only replaced; a change costs about the root of how many there are, so a list of 100,000 takes news in
 * at once, and what it was before shares all chunks but one with what it became.
 */
export class SortedRows<T> implements Iterable<T> {
  /** By it no two rows are equal that are not the same row at different times. */
  readonly compare: Compare<T>;
  readonly size: number;
  private readonly chunks: readonly Chunk<T>[];
  /** The place of each chunk's first row. */
  private readonly starts: Uint32Array;

  private constructor(compare: Compare<T>, chunks: readonly Chunk<T>[]) {
    this.compare = compare;
    this.chunks = chunks;
    this.starts = new Uint32Array(chunks.length);
    let size = 0;
    for (let at = 0; at < chunks.length; at++) {
      this.starts[at] = size;
      size += chunks[at]!.length;
    }
    this.size = size;
  }

  static of<T>(compare: Compare<T>, rows: Iterable<T> = []): SortedRows<T> {
    return SortedRows.inOrder(compare, [...rows].sort(compare));
  }

  /** Of rows that are in that order already. */
  static inOrder<T>(compare: Compare<T>, rows: readonly T[]): SortedRows<T> {
    return new SortedRows(compare, chunksOf(rows));
  }

  at(place: number): T | undefined {
    if (place < 0 || place >= this.size) return undefined;
    const chunk = this.chunkAt(place);
    return this.chunks[chunk]![place - this.starts[chunk]!];
  }

  /** The first place whose row does not come before something, by asking about as many rows as the size has binary digits. */
  placeWhere(comesBefore: (row: T) => boolean): number {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comesBefore(this.chunks[middle]!.at(-1)!)) low = middle + 1;
      else high = middle;
    }
    const chunk = this.chunks[low];
    if (!chunk) return this.size;
    let [from, to] = [0, chunk.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comesBefore(chunk[middle]!)) from = middle + 1;
      else to = middle;
    }
    return this.starts[low]! + from;
  }

  /** Where a row stands, or would stand. */
  placeOf(row: T): number {
    return this.placeWhere((other) => this.compare(other, row) < 0);
  }

  has(row: T): boolean {
    const there = this.at(this.placeOf(row));
    return there !== undefined && this.compare(there, row) === 0;
  }

  /** With a row, in place of the one that is equal to it. */
  with(row: T): SortedRows<T> {
    if (this.size === 0) return SortedRows.inOrder(this.compare, [row]);
    const place = this.placeOf(row);
    const chunk = this.chunkAt(Math.min(place, this.size - 1));
    const rows = this.chunks[chunk]!;
    const at = place - this.starts[chunk]!;
    const there = rows[at];
    const equal = there !== undefined && this.compare(there, row) === 0;
    return this.replaced(chunk, rows.toSpliced(at, Number(equal), row));
  }

  /** Without the row that is equal to it. */
  without(row: T): SortedRows<T> {
    if (!this.has(row)) return this;
    const place = this.placeOf(row);
    const chunk = this.chunkAt(place);
    return this.replaced(chunk, this.chunks[chunk]!.toSpliced(place - this.starts[chunk]!, 1));
  }

  /** With rows that all come after the last one, in order. */
  withTail(rows: readonly T[]): SortedRows<T> {
    return rows.length === 0 ? this : new SortedRows(this.compare, [...this.chunks, ...chunksOf(rows)]);
  }

  slice(from: number, to = this.size): T[] {
    const rows: T[] = [];
    const end = Math.min(to, this.size);
    let place = Math.max(0, from);
    for (let chunk = place < end ? this.chunkAt(place) : 0; place < end; chunk++) {
      const start = this.starts[chunk]!;
      rows.push(...this.chunks[chunk]!.slice(place - start, end - start));
      place = start + this.chunks[chunk]!.length;
    }
    return rows;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** What these rows have that others had not, and the other way round; asks only about chunks that they do not share. */
  since(others: SortedRows<T>): { readonly come: readonly T[]; readonly gone: readonly T[] } {
    const own = new Set(this.chunks);
    const shared = new Set(others.chunks.filter((chunk) => own.has(chunk)));
    const now = this.chunks.filter((chunk) => !shared.has(chunk)).flat();
    const then = others.chunks.filter((chunk) => !shared.has(chunk)).flat();
    const [isNow, wasThen] = [new Set(now), new Set(then)];
    return { come: now.filter((row) => !wasThen.has(row)), gone: then.filter((row) => !isNow.has(row)) };
  }

  private chunkAt(place: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private replaced(at: number, rows: readonly T[]): SortedRows<T> {
    const half = rows.length >> 1;
    const parts = rows.length > longestChunk ? [rows.slice(0, half), rows.slice(half)] : rows.length > 0 ? [rows] : [];
    return new SortedRows(this.compare, this.chunks.toSpliced(at, 1, ...parts));
  }
}
