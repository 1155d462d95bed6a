import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Engine } from '../engine.ts';
import { fieldsOf, fieldWeight, textByField } from '../fields.ts';
import { bigrams, isLatin } from '../tokens.ts';

/**
 * MiniSearch 7 with pairs of characters (lucaong/minisearch#201), BM25+ with boosted fields; Latin words also by prefix and with typos,
 * the last token by prefix, so that a single character finds the pairs that begin with it.
 * `combine`: `or` is its default; `and` asks for all tokens and falls back to `or` when no document has them all.
 */
export const miniSearch = (name: string, combine: 'or' | 'and'): Engine => {
  let index: MiniSearch;
  const options: SearchOptions = {
    boost: fieldWeight,
    prefix: (term, at, terms) => at === terms.length - 1 || isLatin(term),
    fuzzy: (term) => (isLatin(term) && term.length > 3 ? 0.2 : false),
  };
  return {
    name,
    build: (docs) => {
      index = new MiniSearch({ fields: fieldsOf(docs), tokenize: bigrams, processTerm: (term) => term });
      index.addAll(docs.map((doc) => ({ id: doc.id, ...textByField(doc) })));
    },
    search: (query, limit) => {
      let found = index.search(query, { ...options, combineWith: combine === 'and' ? 'AND' : 'OR' });
      if (combine === 'and' && found.length === 0) found = index.search(query, options);
      return found.slice(0, limit).map(({ id }) => id as string);
    },
  };
};
