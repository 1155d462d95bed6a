import type { DocumentKind } from '../../domain/knowledge/document.ts';
import { parsePolicy } from '../../kb/parse-policy.ts';
import { policyNames, policyOn } from '../../kb/policy.ts';
import { parseTopics } from '../../kb/topics.ts';
import type { Db } from '../store/schema.ts';
import type { Fault } from './read-text.ts';

/**
 * What a new text of a data file would break: a figure that a published article reads out, or an article's topic, that it no longer
 * has. Its form is right already. `today`: `YYYY-MM-DD`.
 */
export const brokenArticles = async (db: Db, kind: DocumentKind, text: string, today: string): Promise<Fault[]> => {
  if (kind !== 'policy' && kind !== 'topics') return [];
  const policy = kind === 'policy' ? parsePolicy(text).policy : undefined;
  const topics = kind === 'topics' ? parseTopics(text) : undefined;
  const published = await db
    .selectFrom('versions')
    .select(['document', 'topic', 'domain', 'text'])
    .where('state', '=', 'published')
    .where('kind', '=', 'article')
    .orderBy('document')
    .execute();
  const faults: Fault[] = [];
  for (const { document: id, topic, domain, text: article } of published) {
    if (topics && topics.get(topic ?? '')?.domain !== domain) {
      faults.push({ line: 1, code: 'topic_in_use', details: { id, topic: topic ?? '' } });
    }
    // References are found in the text as it is: this runs alone on the whole line, and parsing takes a hundred times as long.
    for (const name of policy ? policyNames(article) : []) {
      if (!policyOn(policy!, name, today))
        faults.push({ line: 1, code: 'figure_in_use', details: { id, name, date: today } });
    }
  }
  return faults;
};
