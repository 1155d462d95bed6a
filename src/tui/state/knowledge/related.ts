import type { Listed } from '../../../kb/search/search-index.ts';
import type { SeatModel } from '../model.ts';
import { articleAt, lookupKeyNow } from './lookup.ts';

const none: readonly Listed[] = [];

/** Articles related to the one at hand. */
export const relatedNow = (model: SeatModel): readonly Listed[] => {
  const { base } = model.knowledge;
  const id = articleAt(model, lookupKeyNow(model));
  const article = id === undefined ? undefined : base?.article(id);
  return article && base ? base.related(article) : none;
};
