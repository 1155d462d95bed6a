import { exitCode } from '../../contract/exit-code.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../nearest.ts';

/** So many articles are offered in place of one that is not there. */
const offered = 3;

/** An id as it was typed: full-width and capital letters mean the same. */
export const typedId = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** No such document here: exit 3, with the ids that look like it and the titles that speak of it. */
export const noDocument = ({ say }: Context, base: KnowledgeBase, typed: string): Failure => {
  const all = base.list();
  const id = nearest(
    typedId(typed),
    all.map((article) => article.id),
  );
  const found = [
    ...all.filter((article) => article.id === id),
    ...base.find(typed, { limit: offered }).results.filter((article) => article.id !== id),
  ].slice(0, offered);
  const near = found.map(({ id, title }) => ({ id, title }));
  return new Failure('not_found', exitCode.notFound, say('kb.no-document', { id: typed }), {
    hint:
      near.length > 0
        ? say('kb.no-document.near', { near: near.map(({ id, title }) => `${id} ${title}`).join('; ') })
        : say('kb.no-document.hint'),
    details: { what: typed, nearest: near },
  });
};
