import type { Entry } from '../../src/kb/search/entry.ts';

/** What every engine takes in: an article's id, topic and lines by field. */
export type Doc = Entry;

/** A search engine under test. One instance is built once. */
export interface Engine {
  readonly name: string;
  build(docs: readonly Doc[]): void | Promise<void>;
  /** Ids of articles, best first. */
  search(query: string, limit: number): readonly string[];
  /** Writes the built index, for engines that run from a file. */
  save?(file: string): void;
  /** Takes a written index in the place of `build`. */
  load?(file: string): void;
}
