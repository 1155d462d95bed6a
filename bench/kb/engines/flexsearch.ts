import { Charset, Document, Index, type IndexOptions } from 'flexsearch';
import type { Field } from '../../../src/kb/search/entry.ts';
import type { Doc, Engine } from '../engine.ts';
import { byField, fieldsOf, fieldWeight } from '../fields.ts';
import { bigrams } from '../tokens.ts';

/**
 * How texts are cut up. `bigrams`: pairs of characters; `forward` also stores their beginnings, so that a single character is found.
 * `cjk`: its own preset, single characters; the context index then ranks those in the same neighbourhood first.
 */
const encodings = {
  bigrams: { encode: bigrams, tokenize: 'forward' },
  cjk: { encoder: Charset.CJK, tokenize: 'strict', context: { depth: 1, resolution: 3, bidirectional: false } },
} as const satisfies Record<string, IndexOptions>;

/** Fields of one line each; the others are arrays to it, which makes adding slower but counts every line from its own beginning. */
const ofOneLine: readonly Field[] = ['title', 'topic'];
const nameOf = (field: Field): string => (ofOneLine.includes(field) ? field : `${field}[]`);
const record = (doc: Doc) => {
  const lines = byField(doc);
  return { ...lines, ...Object.fromEntries(ofOneLine.map((field) => [field, lines[field]?.[0] ?? ''])) };
};

/** It ranks within a field only; lists of fields are joined by reciprocal rank, the usual way, with this constant. */
const rankConstant = 60;

/**
 * FlexSearch 0.8, a document index with one field each. `suggest`: also documents that lack a part of the query, ranked by how much they
 * have: `always`, or only when no document has all of it, which is much quicker.
 */
export const flexSearch = (
  name: string,
  encoding: keyof typeof encodings,
  suggest: 'always' | 'if-nothing',
): Engine => {
  let index: Document;
  let docs: readonly Doc[];
  const find = (query: string, limit: number, suggested: boolean): number[] => {
    const lists = index.search(query, { limit, suggest: suggested });
    const [only] = lists;
    if (lists.length === 1) return only!.result as number[];
    const score = new Map<number, number>();
    for (const { field, result } of lists) {
      const weight = fieldWeight[field!.replace('[]', '') as Field];
      (result as number[]).forEach((id, rank) => {
        score.set(id, (score.get(id) ?? 0) + weight / (rankConstant + rank));
      });
    }
    return [...score].sort(([, a], [, b]) => b - a).map(([id]) => id);
  };
  return {
    name,
    build: (all) => {
      docs = all;
      index = new Document({
        document: { id: 'id', index: fieldsOf(all).map((field) => ({ field: nameOf(field), ...encodings[encoding] })) },
      });
      // Numbers are the ids it is quickest with.
      all.forEach((doc, id) => {
        index.add({ id, ...record(doc) });
      });
    },
    search: (query, limit) => {
      let found = find(query, limit, suggest === 'always');
      if (suggest === 'if-nothing' && found.length === 0) found = find(query, limit, true);
      return found.slice(0, limit).map((id) => docs[id]!.id);
    },
  };
};

/**
 * The same with one index over all of an article's text, title first: what stands earlier counts more there, and parts of a query may
 * stand in different fields.
 */
export const flexSearchText = (name: string): Engine => {
  const index = new Index(encodings.bigrams);
  let docs: readonly Doc[];
  return {
    name,
    build: (all) => {
      docs = all;
      all.forEach(({ lines }, id) => {
        index.add(id, lines.map(({ text }) => text).join('\n'));
      });
    },
    search: (query, limit) => index.search(query, { limit, suggest: true }).map((id) => docs[id as number]!.id),
  };
};
