import type { QueryTerm } from './query-terms.ts';
import type { SearchIndex } from './search-index.ts';
import { type Segment, slotOf } from './segment.ts';

/** How rare a term is (BM25's idf, never negative). */
export const rarity = (documents: number, all: number): number =>
  Math.log(1 + (all - documents + 0.5) / (documents + 0.5));

/**
 * So many postings are read for one key press, the rarest terms first: what a longer query adds are its commoner terms, which say
 * little about which document is meant. This keeps a key press as quick among a million documents as among ten thousand.
 */
const mostPostings = 20_000;
/** Among few documents even the rare terms are common, and fewer postings say as much. */
const postingsEach = 0.5;
const fewestPostings = 600;
/** More than the longest query has. */
const mostTerms = 1024;
const buckets = 256;

/** Documents worth comparing with the query, and the weight of the terms that each shares with it. */
export interface Candidates {
  readonly docs: readonly number[];
  readonly gains: readonly number[];
}

/** Finds the documents worth comparing with the query itself. One retriever serves all queries on an index. */
export class Retriever {
  private scores = new Float32Array(0);
  private touched = new Uint32Array(0);
  private readonly histogram = new Uint32Array(buckets + 1);
  private readonly rarest = new Float64Array(mostTerms);

  /** The `most` wanted documents that share the weightiest terms with the query, in no order; those that are `isFirst` before any other. */
  retrieve(
    index: SearchIndex,
    terms: readonly QueryTerm[],
    most: number,
    isWanted: (doc: number) => boolean,
    isFirst?: (doc: number) => boolean,
  ): Candidates {
    if (this.scores.length < index.capacity) {
      this.scores = new Float32Array(index.capacity);
      this.touched = new Uint32Array(index.capacity);
    }
    const count = this.gather(index, terms);
    const found: { docs: number[]; gains: number[] } = { docs: [], gains: [] };
    if (!isFirst) this.best(index, count, most, isWanted, found);
    else {
      this.best(index, count, most, (doc) => isFirst(doc) && isWanted(doc), found);
      this.best(index, count, most, (doc) => !isFirst(doc) && isWanted(doc), found);
    }
    for (let at = 0; at < count; at++) this.scores[this.touched[at]!] = 0;
    return found;
  }

  /** Adds up what the documents gain, the rarest terms first; returns how many documents gained anything. */
  private gather(index: SearchIndex, terms: readonly QueryTerm[]): number {
    const budget = Math.min(mostPostings, Math.max(fewestPostings, postingsEach * index.size));
    let known = 0;
    const asked = Math.min(terms.length, mostTerms);
    for (let at = 0; at < asked; at++) {
      const documents = index.documentsWith(terms[at]!.key);
      // Packed, so that a plain numeric sort brings the rarest to the front.
      if (documents > 0) this.rarest[known++] = documents * mostTerms + at;
    }
    this.rarest.subarray(0, known).sort();
    let [count, read] = [0, 0];
    for (let at = 0; at < known; at++) {
      const documents = Math.floor(this.rarest[at]! / mostTerms);
      if (read > 0 && read + documents > budget) break;
      const { key, weight } = terms[this.rarest[at]! % mostTerms]!;
      const gain = (weight * rarity(documents, index.size)) / 255;
      if (index.delta) count = this.add(index.delta, key, gain, index.main.docCount, budget - read, count);
      count = this.add(index.main, key, gain, 0, budget - read, count);
      read += documents;
    }
    return count;
  }

  private add(
    { keys, offsets, postings, impacts }: Segment,
    key: number,
    gain: number,
    base: number,
    room: number,
    count: number,
  ): number {
    const slot = slotOf(keys, key);
    const start = offsets[slot]!;
    const end = Math.min(offsets[slot + 1]!, start + room);
    const { scores, touched } = this;
    let n = count;
    for (let at = start; at < end; at++) {
      const doc = base + postings[at]!;
      if (scores[doc] === 0) touched[n++] = doc;
      scores[doc]! += gain * impacts[at]!;
    }
    return n;
  }

  /** Adds the best wanted documents to `found` until it has `most`. Which ones does not hang on the order in which they were met. */
  private best(
    index: SearchIndex,
    count: number,
    most: number,
    isWanted: (doc: number) => boolean,
    found: { docs: number[]; gains: number[] },
  ): void {
    const { scores, touched, histogram } = this;
    let top = 0;
    for (let at = 0; at < count; at++) if (scores[touched[at]!]! > top) top = scores[touched[at]!]!;
    const scale = top > 0 ? buckets / top : 0;
    histogram.fill(0);
    for (let at = 0; at < count; at++) histogram[(scores[touched[at]!]! * scale) | 0]!++;
    // From the best bucket down, as many at once as there is room for; of the one that is too full its best.
    for (let highest = buckets; highest >= 0 && found.docs.length < most; ) {
      let lowest = highest;
      for (let sum = histogram[lowest]!; lowest > 0 && found.docs.length + sum + histogram[lowest - 1]! <= most; )
        sum += histogram[--lowest]!;
      const here: number[] = [];
      for (let at = 0; at < count; at++) {
        const doc = touched[at]!;
        const bucket = (scores[doc]! * scale) | 0;
        if (bucket >= lowest && bucket <= highest && isWanted(doc)) here.push(doc);
      }
      const room = most - found.docs.length;
      if (here.length > room) {
        here.sort((a, b) => scores[b]! - scores[a]! || (index.idOf(a) < index.idOf(b) ? -1 : 1));
        here.length = room;
      }
      for (const doc of here) {
        found.docs.push(doc);
        found.gains.push(scores[doc]!);
      }
      highest = lowest - 1;
    }
  }
}
