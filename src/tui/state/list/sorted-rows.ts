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

/** A chunk as it may stand: none when it is empty, cut when it has become too long. */
const parted = <T>(chunk: Chunk<T>): Chunk<T>[] => {
  if (chunk.length > longestChunk) return chunksOf(chunk);
  return chunk.length > 0 ? [chunk] : [];
};

/** The first index for which something holds no longer, where it holds for all before that. */
const firstFrom = (length: number, holds: (index: number) => boolean): number => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
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
    const at = firstFrom(this.chunks.length, (index) => comesBefore(this.chunks[index]!.at(-1)!));
    const chunk = this.chunks[at];
    return chunk ? this.starts[at]! + firstFrom(chunk.length, (index) => comesBefore(chunk[index]!)) : this.size;
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
    return this.changed([], [row]);
  }

  /** Without the row that is equal to it. */
  without(row: T): SortedRows<T> {
    return this.changed([row], []);
  }

  /** Without some rows and with others; each chunk that they fall into is copied once. */
  changed(gone: readonly T[], come: readonly T[]): SortedRows<T> {
    const touched = new Map<number, T[]>();
    const place = (row: T): { rows: T[]; at: number; there: boolean } => {
      const chunk = Math.max(0, Math.min(this.chunkFor(row), this.chunks.length - 1));
      const rows = touched.get(chunk) ?? [...(this.chunks[chunk] ?? [])];
      touched.set(chunk, rows);
      const at = firstFrom(rows.length, (index) => this.compare(rows[index]!, row) < 0);
      return { rows, at, there: at < rows.length && this.compare(rows[at]!, row) === 0 };
    };
    for (const row of gone) {
      const { rows, at, there } = place(row);
      if (there) rows.splice(at, 1);
    }
    for (const row of come) {
      const { rows, at, there } = place(row);
      rows.splice(at, Number(there), row);
    }
    const chunks = this.chunks.length === 0 ? [[]] : this.chunks;
    return new SortedRows(
      this.compare,
      chunks.flatMap((chunk, at) => parted(touched.get(at) ?? chunk)),
    );
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

  /** The chunk that holds a place. */
  private chunkAt(place: number): number {
    return firstFrom(this.starts.length, (at) => this.starts[at]! <= place) - 1;
  }

  /** The chunk that a row falls into; one behind the last when it comes after all. */
  private chunkFor(row: T): number {
    return firstFrom(this.chunks.length, (at) => this.compare(this.chunks[at]!.at(-1)!, row) < 0);
  }
}
