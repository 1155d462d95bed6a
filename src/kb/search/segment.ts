import type { Concepts } from './concepts.ts';
import { dayNumber, type Entry, fields, noEnd } from './entry.ts';
import { extractTerms, foldInto } from './extract-terms.ts';

/**
 * Articles and what finds them, in typed arrays: built once, never changed, stored as it lies in memory. Documents and lines are
 * numbers. A term's slot is found by open addressing in `keys`; its postings lie between `offsets[slot]` and `offsets[slot + 1]`.
 */
export interface Segment {
  readonly docCount: number;
  /** Ids of documents, topics and domains, joined by line feeds in UTF-8 when stored. */
  readonly ids: readonly string[];
  readonly topics: readonly string[];
  readonly domains: readonly string[];
  /** Per document. */
  readonly docTopic: Uint16Array;
  readonly docDomain: Uint8Array;
  readonly docFrom: Int32Array;
  readonly docTo: Int32Array;
  /** First line of each document; one more at the end. */
  readonly docLine: Uint32Array;
  /** Per line. */
  readonly lineField: Uint8Array;
  /** First character of each line; one more at the end. */
  readonly lineText: Uint32Array;
  readonly lineConcept: Uint32Array;
  readonly text: Uint16Array;
  readonly concepts: Uint16Array;
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly postings: Uint32Array;
  /** How much a term says of a document, 1 to 255. */
  readonly impacts: Uint8Array;
}

/** How much one occurrence in a field counts. */
const fieldWeight = { title: 1.2, question: 1, keyword: 1, topic: 1, answer: 0.5, body: 0.25 } as const;
const weightOf = Float32Array.from(fields, (field) => fieldWeight[field]);
/** Lines of these fields are found by sound and compared with the query one by one. */
export const isCompared = (field: number): boolean => field < 4;
/** Saturation: a term that stands everywhere in an article says little more than one that stands in it twice (BM25's k1). */
const saturation = 1.2;

const longestLine = 4096;

/** The slot of a key: where it is, or where it would be put. */
export const slotOf = (keys: Uint32Array, key: number): number => {
  const mask = keys.length - 1;
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
};

/** A growing set of keys that counts in how many documents each occurs. */
class TermTable {
  keys = new Uint32Array(1 << 12);
  counts = new Uint32Array(1 << 12);
  private lastDoc = new Int32Array(1 << 12).fill(-1);
  private used = 0;

  /** Counts a key for a document, once however often it comes; documents come in order. Says whether it was the first time. */
  count(key: number, doc: number): boolean {
    const slot = this.slot(key);
    if (this.lastDoc[slot] === doc) return false;
    this.lastDoc[slot] = doc;
    this.counts[slot]!++;
    return true;
  }

  private slot(key: number): number {
    let slot = slotOf(this.keys, key);
    if (this.keys[slot] === 0) {
      if (this.used * 2 >= this.keys.length) {
        this.grow();
        slot = slotOf(this.keys, key);
      }
      this.keys[slot] = key;
      this.used++;
    }
    return slot;
  }

  private grow(): void {
    const { keys, counts, lastDoc } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    this.lastDoc = new Int32Array(keys.length * 2).fill(-1);
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === 0) continue;
      const slot = slotOf(this.keys, keys[at]!);
      this.keys[slot] = keys[at]!;
      this.counts[slot] = counts[at]!;
      this.lastDoc[slot] = lastDoc[at]!;
    }
  }
}

const place = <T>(list: T[], known: Map<T, number>, value: T): number => {
  const at = known.get(value) ?? list.push(value) - 1;
  known.set(value, at);
  return at;
};

/** The texts and numbers of the entries, without their terms. */
const layOut = (entries: readonly Entry[], concepts: Concepts) => {
  const lineCount = entries.reduce((sum, { lines }) => sum + lines.length, 0);
  const textLength = entries.reduce(
    (sum, { lines }) => sum + lines.reduce((all, { text }) => all + Math.min(text.length, longestLine), 0),
    0,
  );
  const topics: string[] = [];
  const domains: string[] = [];
  const [knownTopics, knownDomains] = [new Map<string, number>(), new Map<string, number>()];
  const laid = {
    docCount: entries.length,
    ids: entries.map(({ id }) => id),
    topics,
    domains,
    docTopic: new Uint16Array(entries.length),
    docDomain: new Uint8Array(entries.length),
    docFrom: new Int32Array(entries.length),
    docTo: new Int32Array(entries.length),
    docLine: new Uint32Array(entries.length + 1),
    lineField: new Uint8Array(lineCount),
    lineText: new Uint32Array(lineCount + 1),
    lineConcept: new Uint32Array(lineCount + 1),
    text: new Uint16Array(textLength),
  };
  const found: number[] = [];
  const units = new Uint16Array(longestLine);
  let line = 0;
  let at = 0;
  entries.forEach((entry, doc) => {
    laid.docTopic[doc] = place(topics, knownTopics, entry.topic);
    laid.docDomain[doc] = place(domains, knownDomains, entry.domain);
    laid.docFrom[doc] = dayNumber(entry.from);
    laid.docTo[doc] = entry.to === undefined ? noEnd : dayNumber(entry.to);
    for (const { field, text } of entry.lines) {
      const code = fields.indexOf(field);
      laid.lineField[line] = code;
      const length = Math.min(text.length, longestLine);
      for (let i = 0; i < length; i++) laid.text[at + i] = text.charCodeAt(i);
      if (isCompared(code)) {
        foldInto(laid.text, at, at + length, units);
        const seen = new Set(concepts.find(units, 0, length).map(({ concept }) => concept));
        found.push(...seen);
      }
      at += length;
      line++;
      laid.lineText[line] = at;
      laid.lineConcept[line] = found.length;
    }
    laid.docLine[doc + 1] = line;
  });
  return { ...laid, concepts: Uint16Array.from(found) };
};

type Texts = Pick<Segment, 'docLine' | 'lineField' | 'lineText' | 'text'>;

/** Calls back with every term of a document and the weight of the field that it stands in. */
export const eachTerm = (
  texts: Texts,
  doc: number,
  concepts: Concepts,
  sink: (key: number, weight: number) => void,
): void => {
  const units = scratch;
  for (let line = texts.docLine[doc]!; line < texts.docLine[doc + 1]!; line++) {
    const field = texts.lineField[line]!;
    const weight = weightOf[field]!;
    const length = foldInto(texts.text, texts.lineText[line]!, texts.lineText[line + 1]!, units);
    extractTerms(units, length, concepts, isCompared(field), (key) => sink(key, weight));
  }
};
const scratch = new Uint16Array(longestLine);

/** Builds a segment. The order of the entries is the order in which equally good ones are found. */
export const buildSegment = (entries: readonly Entry[], concepts: Concepts): Segment => {
  const laid = layOut(entries, concepts);
  // First pass: in how many documents each term stands.
  const table = new TermTable();
  let total = 0;
  for (let doc = 0; doc < laid.docCount; doc++) {
    eachTerm(laid, doc, concepts, (key) => {
      if (table.count(key, doc)) total++;
    });
  }
  const { keys, counts } = table;
  const offsets = new Uint32Array(keys.length + 1);
  for (let slot = 0; slot < keys.length; slot++) offsets[slot + 1] = offsets[slot]! + counts[slot]!;
  const postings = new Uint32Array(total);
  const impacts = new Uint8Array(total);
  // Second pass: the postings themselves.
  const next = offsets.slice(0, keys.length);
  const weights = new Float32Array(keys.length);
  const touched: number[] = [];
  for (let doc = 0; doc < laid.docCount; doc++) {
    eachTerm(laid, doc, concepts, (key, weight) => {
      const slot = slotOf(keys, key);
      if (weights[slot] === 0) touched.push(slot);
      weights[slot]! += weight;
    });
    for (const slot of touched) {
      const weight = weights[slot]!;
      const at = next[slot]!++;
      postings[at] = doc;
      impacts[at] = Math.max(1, Math.round((255 * weight) / (weight + saturation)));
      weights[slot] = 0;
    }
    touched.length = 0;
  }
  return { ...laid, keys, offsets, postings, impacts };
};

/** A line as it was written. */
export const lineOf = ({ text, lineText }: Segment, line: number): string =>
  // Not spread: that goes through an iterator and takes eight times as long.
  String.fromCharCode.apply(null, text.subarray(lineText[line]!, lineText[line + 1]!) as unknown as number[]);
