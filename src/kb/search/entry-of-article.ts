import type { Article } from '../article/article.ts';
import { partNames } from '../article/article.ts';
import type { Topic } from '../topics.ts';
import type { Entry, Field } from './entry.ts';

/** List marks and emphasis say nothing to a search. */
const plainLines = (markdown: string): string[] =>
  markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replace(/\{\{policy:[^}]*\}\}/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');

/** An article as the search takes it in. `topic` gives the name under which the hotline files it. */
export const entryOfArticle = (article: Article, topic: Topic | undefined): Entry => {
  const lines: { field: Field; text: string }[] = [
    { field: 'title', text: article.title },
    ...article.questions.map((text) => ({ field: 'question' as const, text })),
    ...article.keywords.map((text) => ({ field: 'keyword' as const, text })),
    ...(topic ? [{ field: 'topic' as const, text: topic.name }] : []),
  ];
  for (const part of partNames) {
    const field = part === '简答' ? 'answer' : 'body';
    lines.push(...plainLines(article.parts[part]).map((text) => ({ field, text }) as const));
  }
  const { id, domain, effective } = article;
  return { id, topic: article.topic, domain, from: effective.from, ...(effective.to && { to: effective.to }), lines };
};
