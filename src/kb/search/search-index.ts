import { Concepts, type SynonymGroup } from './concepts.ts';
import type { Entry } from './entry.ts';
import { buildSegment, eachTerm, lineOf, type Segment, slotOf } from './segment.ts';
import { SoundingConcepts } from './sounding-concepts.ts';

/** What belongs to the language and not to an article: phrases that mean the same, phrases that mean nothing. */
export interface Lexicon {
  readonly synonyms: readonly SynonymGroup[];
  readonly fillers: SynonymGroup;
}

/** An article in a list. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly domain: string;
  /** The last day on which it holds, as `dayNumber` has it. */
  readonly lastDay: number;
}

/**
 * The index that searches run on: a large segment that was built once, a small one with what has changed since, and which documents of
 * the large one no longer count. Numbers of documents go through both; counts of terms are those of a fresh build.
 */
export class SearchIndex {
  readonly concepts: Concepts;
  readonly sounding: SoundingConcepts;
  readonly fillers: Concepts;
  readonly lexicon: Lexicon;
  readonly main: Segment;
  private changed = new Map<string, Entry>();
  private deltaSegment: Segment | undefined;
  private readonly deadDocs = new Set<number>();
  private readonly deadTerms = new Map<number, number>();
  private docOfId: Map<string, number> | undefined;

  constructor(main: Segment, lexicon: Lexicon) {
    this.main = main;
    this.lexicon = lexicon;
    this.concepts = new Concepts(lexicon.synonyms);
    this.sounding = new SoundingConcepts(lexicon.synonyms);
    this.fillers = new Concepts([lexicon.fillers]);
  }

  static build(entries: readonly Entry[], lexicon: Lexicon): SearchIndex {
    const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
    return new SearchIndex(buildSegment(sorted, new Concepts(lexicon.synonyms)), lexicon);
  }

  get delta(): Segment | undefined {
    return this.deltaSegment;
  }

  /** How many documents there are. */
  get size(): number {
    return this.main.docCount - this.deadDocs.size + (this.deltaSegment?.docCount ?? 0);
  }

  /** One more than the largest number of a document. */
  get capacity(): number {
    return this.main.docCount + (this.deltaSegment?.docCount ?? 0);
  }

  /** Goes up with each change. */
  changes = 0;

  /** How many articles have changed since the large segment was built. */
  get drift(): number {
    return Math.max(this.deadDocs.size, this.changed.size);
  }

  /** The segment that a document lies in, and its number there. */
  placeOf(doc: number): [Segment, number] {
    return doc < this.main.docCount ? [this.main, doc] : [this.deltaSegment!, doc - this.main.docCount];
  }

  idOf(doc: number): string {
    return doc < this.main.docCount ? this.main.ids[doc]! : this.deltaSegment!.ids[doc - this.main.docCount]!;
  }

  isDead(doc: number): boolean {
    return this.deadDocs.has(doc);
  }

  /** Every article by its id, in order, as a list shows it. */
  list(): Listed[] {
    const all: Listed[] = [];
    for (let doc = 0; doc < this.capacity; doc++) {
      if (this.isDead(doc)) continue;
      const [segment, at] = this.placeOf(doc);
      all.push({
        id: segment.ids[at]!,
        title: lineOf(segment, segment.docLine[at]!),
        topic: segment.topics[segment.docTopic[at]!]!,
        domain: segment.domains[segment.docDomain[at]!]!,
        lastDay: segment.docTo[at]!,
      });
    }
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** In how many documents a term stands. */
  documentsWith(key: number): number {
    const slot = slotOf(this.main.keys, key);
    let count = this.main.offsets[slot + 1]! - this.main.offsets[slot]!;
    if (this.deadTerms.size > 0) count -= this.deadTerms.get(key) ?? 0;
    if (this.deltaSegment) {
      const there = slotOf(this.deltaSegment.keys, key);
      count += this.deltaSegment.offsets[there + 1]! - this.deltaSegment.offsets[there]!;
    }
    return count;
  }

  /** Takes changed and new articles in, and those with these ids out. */
  apply(changes: readonly Entry[], removed: readonly string[]): void {
    this.changes++;
    this.docOfId ??= new Map(this.main.ids.map((id, doc) => [id, doc]));
    for (const id of [...removed, ...changes.map((entry) => entry.id)]) {
      this.changed.delete(id);
      const doc = this.docOfId.get(id);
      if (doc === undefined || this.deadDocs.has(doc)) continue;
      this.deadDocs.add(doc);
      const terms = new Set<number>();
      eachTerm(this.main, doc, this.concepts, (key) => terms.add(key));
      for (const key of terms) this.deadTerms.set(key, (this.deadTerms.get(key) ?? 0) + 1);
    }
    for (const entry of changes) this.changed.set(entry.id, entry);
    const entries = [...this.changed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.deltaSegment = entries.length > 0 ? buildSegment(entries, this.concepts) : undefined;
  }
}
