import {
  type AnyOrama,
  type AnySchema,
  create,
  insertMultiple,
  type Results,
  search,
  type Tokenizer,
} from '@orama/orama';
import type { Engine } from '../engine.ts';
import { fieldsOf, fieldWeight, textByField } from '../fields.ts';
import { bigrams } from '../tokens.ts';

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const tokenizers = {
  bigrams,
  /** Cuts as @orama/tokenizers/mandarin does. */
  words: (text: string) =>
    [...segmenter.segment(text.normalize('NFKC').toLowerCase())]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment),
};

/**
 * Orama 3: BM25, boosted fields, every token also by prefix (its default). No `tolerance`: on tokens of two characters one typo is half
 * the token. `threshold` stays at its default of 1, documents with any of the tokens, best first: with 0 it does the same work and then
 * leaves out whatever lacks a token.
 */
export const orama = (name: string, tokens: keyof typeof tokenizers): Engine => {
  const cut = tokenizers[tokens];
  const tokenizer: Tokenizer = {
    language: 'mandarin',
    normalizationCache: new Map(),
    tokenize: (raw) => [...new Set(cut(raw))],
  };
  let db: AnyOrama;
  return {
    name,
    build: async (docs) => {
      const fields = fieldsOf(docs);
      db = create({
        schema: Object.fromEntries(fields.map((field) => [field, 'string'])) as AnySchema,
        components: { tokenizer },
        sort: { enabled: false },
      });
      await insertMultiple(
        db,
        docs.map((doc) => ({ id: doc.id, ...textByField(doc) })),
      );
    },
    search: (query, limit) => {
      // An empty query would mean all documents.
      if (cut(query).length === 0) return [];
      const found = search(db, { term: query, limit, boost: fieldWeight }) as Results<unknown>;
      return found.hits.map(({ id }) => id);
    },
  };
};
