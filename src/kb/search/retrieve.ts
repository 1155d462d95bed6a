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
    let lowest = 0;
    if (count > most) {
      histogram.fill(0);
      for (let at = 0; at < count; at++) histogram[(scores[touched[at]!]! * scale) | 0]!++;
      lowest = buckets;
      for (let sum = histogram[lowest]!; lowest > 0 && sum < most; ) sum += histogram[--lowest]!;
    }
    // Down to the bucket that has more than there is room for; when many there are not wanted, further down.
    for (let highest = buckets; highest >= 0 && found.docs.length < most; highest = lowest - 1, lowest = 0) {
      const { docs, gains } = found;
      const before = docs.length;
      for (let at = 0; at < count; at++) {
        const doc = touched[at]!;
        const bucket = (scores[doc]! * scale) | 0;
        if (bucket < lowest || bucket > highest || !isWanted(doc)) continue;
        docs.push(doc);
        gains.push(scores[doc]!);
      }
      if (docs.length > most) this.keepBest(index, before, most, found);
    }
  }

  /** Of the documents from `from` on keeps the best, so that there are `most`. */
  private keepBest(
    index: SearchIndex,
    from: number,
    most: number,
    { docs, gains }: { docs: number[]; gains: number[] },
  ): void {
    const { scores } = this;
    const inMain = index.main.docCount;
    // The main segment is in order of the ids.
    const isBefore = (a: number, b: number): boolean =>
      scores[a] !== scores[b]
        ? scores[a]! > scores[b]!
        : a < inMain && b < inMain
          ? a < b
          : index.idOf(a) < index.idOf(b);
    // Sorted as they come into the first places; most are turned away by one look at the last of these.
    let kept = from;
    for (let at = from; at < docs.length; at++) {
      const doc = docs[at]!;
      if (kept === most && !isBefore(doc, docs[most - 1]!)) continue;
      let place = kept < most ? kept++ : most - 1;
      for (; place > from && isBefore(doc, docs[place - 1]!); place--) docs[place] = docs[place - 1]!;
      docs[place] = doc;
    }
    docs.length = most;
    gains.length = from;
    for (let at = from; at < most; at++) gains.push(scores[docs[at]!]!);
  }
}
