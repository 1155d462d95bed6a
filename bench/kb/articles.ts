import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArticle } from '../../src/kb/article/parse-article.ts';
import { entryOfArticle } from '../../src/kb/search/entry-of-article.ts';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { parseTopics } from '../../src/kb/topics.ts';
import type { Doc } from './engine.ts';

const folder = new URL('../../kb-cache/', import.meta.url);

/** The subjects that articles and questions belong to. */
export const topics = parseTopics(readFileSync(new URL('topics.tsv', folder), 'utf8'));

/**
 * The knowledge that ships.
 * @throws when an article's form is wrong: a measurement without it would mean something else
 */
export const articles = async (): Promise<Doc[]> => {
  const documents = await readSnapshot(fileURLToPath(folder));
  return documents
    .filter(({ kind }) => kind === 'article')
    .map(({ id, text }) => {
      const { article } = parseArticle(text);
      if (!article) throw new Error(`${id}: its form is wrong`);
      return entryOfArticle(article, topics.get(article.topic));
    });
};
