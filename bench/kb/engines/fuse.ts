import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Engine } from '../engine.ts';
import { byField, fieldsOf, fieldWeight } from '../fields.ts';
import { bigrams } from '../tokens.ts';

type Record = ReturnType<typeof byField> & { readonly id: string };

const variants = {
  /** As it comes: up to 60 % of the query may be wrong. */
  plain: { threshold: 0.6 },
  /** What many set for speed and precision: up to 30 %. */
  strict: { threshold: 0.3 },
  /** Pairs of characters, each weighted by how rare it is. Below 0.5, or one character of a pair would do. */
  tokens: { threshold: 0.4, useTokenSearch: true, tokenize: bigrams },
} as const satisfies { [variant: string]: IFuseOptions<Record> };

/** Fuse.js 7.5, wherever in a line the match stands (titles have their subject at their end as often as at their beginning). */
export const fuse = (name: string, variant: keyof typeof variants): Engine => {
  let index: Fuse<Record>;
  return {
    name,
    build: (docs) => {
      const keys = fieldsOf(docs).map((field) => ({ name: field, weight: fieldWeight[field] }));
      index = new Fuse(
        docs.map((doc) => ({ id: doc.id, ...byField(doc) })),
        { keys, ignoreLocation: true, ...variants[variant] },
      );
    },
    search: (query, limit) => index.search(query, { limit }).map(({ item }) => item.id),
  };
};
