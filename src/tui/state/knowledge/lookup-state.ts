import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';

/** An article being read, and how far. */
export interface Reading {
  readonly article: string;
  /** Index of the chosen part, which is what is inserted or copied. */
  readonly part: number;
  /** First line shown. */
  readonly scroll: number;
}

/** A search with its list and its reader. The knowledge screen has one, and every call has one. */
export interface Lookup {
  readonly query: EditBuffer;
  /** Only articles of this topic. */
  readonly topic: string | undefined;
  /** Ids of the results as they stood before the last key, so that they stay where they need not move. */
  readonly before: readonly string[];
  /** Key of the row that was walked to; the first one while it is not in the list. */
  readonly chosen: string | undefined;
  /** The article in the reader, which has the keys; none: the search field has them. */
  readonly reading: Reading | undefined;
  /** What was read before it, and what one came back from; the nearest last. */
  readonly past: readonly Reading[];
  readonly future: readonly Reading[];
}

const queryLimit = 200;

export const emptyLookup: Lookup = {
  query: editBuffer('', { max: queryLimit }),
  topic: undefined,
  before: [],
  chosen: undefined,
  reading: undefined,
  past: [],
  future: [],
};
