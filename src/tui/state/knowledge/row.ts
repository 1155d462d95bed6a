import { stateOn } from '../../../kb/article/article.ts';
import type { Finding, KnowledgeBase } from '../../../kb/knowledge-base.ts';
import type { Topic } from '../../../kb/topics.ts';

/** One row of the list. `key` is its identity in the list: an article may stand in it twice, pinned and under its topic. */
export type Row =
  | { readonly kind: 'heading'; readonly key: string; readonly of: 'pinned' | 'recent' | Topic }
  | {
      readonly kind: 'article';
      readonly key: string;
      readonly id: string;
      readonly title: string;
      /** The topic's name; its id when there is no such topic. */
      readonly topic: string;
      readonly state: Finding['state'];
      readonly unconfirmed: boolean;
      /** What of it answers to what was typed. */
      readonly finding: Finding | undefined;
    }
  | { readonly kind: 'topic'; readonly key: string; readonly topic: Topic; readonly count: number };

export type Choice = Exclude<Row, { kind: 'heading' }>;
export type ArticleRow = Extract<Row, { kind: 'article' }>;

export const keyOf = (section: string, id: string): string => `${section} ${id}`;

/** An article in a section of the list; none when there is no such article. */
export const articleRow = (
  base: KnowledgeBase,
  today: string,
  section: string,
  id: string,
  finding?: Finding,
): ArticleRow[] => {
  const article = base.article(id);
  if (!article) return [];
  return [
    {
      kind: 'article',
      key: keyOf(section, id),
      id,
      title: article.title,
      topic: base.topicName(article.topic),
      state: stateOn(article, today),
      unconfirmed: article.confidence === 'local-unconfirmed',
      finding,
    },
  ];
};
