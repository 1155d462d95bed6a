import path from 'node:path';
import type { Article } from '../article/article.ts';
import { type ParsedArticle, parseArticle } from '../article/parse-article.ts';
import { parsePlainWords } from '../parse-plain-words.ts';
import { parsePolicy } from '../parse-policy.ts';
import type { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { parseLexicon } from '../search/lexicon.ts';
import { parseSnippets } from '../snippets/parse-snippets.ts';
import { parseTopics, type Topic } from '../topics.ts';
import { lintArticle } from './lint-article.ts';
import { nearDuplicates } from './near-duplicates.ts';

export interface LintReport {
  readonly articles: number;
  readonly topics: number;
  /** In order of file and line. */
  readonly problems: readonly Problem[];
}

/** The texts of a knowledge base; articles under the names by which problems tell them. */
export interface LintedTexts {
  readonly topics: string;
  readonly policy: string;
  readonly synonyms: string;
  /** Absent: the knowledge base does without. */
  readonly snippets?: string | undefined;
  readonly plainWords?: string | undefined;
  readonly articles: readonly { readonly file: string; readonly text: string }[];
}

interface Read extends ParsedArticle {
  readonly file: string;
}

/**
 * What only shows when the articles are seen together: ids, links, questions asked twice, bodies that are nearly the same. `unread`: ids of
 * articles that are there but cannot be read; what links to them is not wrong.
 */
const lintTogether = (
  read: readonly (Read & { article: Article })[],
  unread: ReadonlySet<string>,
  topics: ReadonlyMap<string, Topic>,
): Problem[] => {
  const problems: Problem[] = [];
  const byId = new Map<string, Read>();
  const asked = new Map<string, string>();
  for (const { file, article } of read) {
    const other = byId.get(article.id);
    if (other) problems.push({ file, line: 2, code: 'duplicate_id', details: { id: article.id, file: other.file } });
    else byId.set(article.id, { file, faults: [], lineOf: new Map() });
  }
  for (const { file, article, lineOf } of read) {
    const at = (field: string) => ({ file, line: lineOf.get(field) ?? 1 });
    for (const link of article.related) {
      if (link === article.id) problems.push({ ...at('related'), code: 'link_to_self', details: {} });
      else if (!byId.has(link) && !unread.has(link) && !topics.has(link))
        problems.push({ ...at('related'), code: 'broken_link', details: { link } });
    }
    for (const question of article.questions) {
      const key = question.replace(/[\p{P}\p{Z}\s]/gu, '');
      const id = asked.get(key);
      if (id !== undefined && id !== article.id)
        problems.push({ ...at('questions'), code: 'repeated_question', details: { question, id } });
      asked.set(key, article.id);
    }
  }
  const fileOf = new Map(read.map(({ article, file }) => [article, file]));
  for (const { article, like, similarity } of nearDuplicates(read.map(({ article }) => article))) {
    const details = { id: like.id, similarity: similarity.toFixed(2) };
    problems.push({ file: fileOf.get(article)!, line: 1, code: 'near_duplicate', details });
  }
  return problems;
};

/**
 * Lints a whole knowledge base. `today`: `YYYY-MM-DD`. `layout`: whether an article must lie in `<domain>/<id>.md`, as in a folder that
 * ships.
 */
export const lintDocuments = (texts: LintedTexts, today: string, layout: boolean): LintReport => {
  const problems: Problem[] = [];
  let topics: ReadonlyMap<string, Topic> = new Map();
  try {
    topics = parseTopics(texts.topics);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems.push({ file: 'topics.tsv', line: error.line, code: error.code, details: error.details });
  }
  const { policy, faults } = parsePolicy(texts.policy);
  problems.push(...faults.map((fault) => ({ file: 'policy.yaml', ...fault })));
  const lexicon = parseLexicon(texts.synonyms);
  problems.push(...lexicon.faults.map((fault) => ({ file: 'synonyms.yaml', ...fault })));
  const snippets = parseSnippets(texts.snippets ?? '');
  problems.push(...snippets.faults.map((fault) => ({ file: 'snippets.yaml', ...fault })));
  for (const snippet of snippets.snippets) {
    const unknown = snippet.topics?.find((topic) => !topics.has(topic));
    if (unknown === undefined) continue;
    const line = snippets.lineOf(snippet);
    problems.push({ file: 'snippets.yaml', line, code: 'unknown_topic', details: { topic: unknown } });
  }
  const plainWords = parsePlainWords(texts.plainWords ?? '');
  problems.push(...plainWords.faults.map((fault) => ({ file: 'plain-words.yaml', ...fault })));
  const articles: (Read & { article: Article })[] = [];
  const unread = new Set<string>();
  for (const { file, text } of texts.articles) {
    const parsed = parseArticle(text);
    problems.push(...parsed.faults.map((fault) => ({ file, ...fault })));
    const { article, lineOf } = parsed;
    if (!article) {
      unread.add(path.basename(file, '.md'));
      continue;
    }
    articles.push({ ...parsed, file, article });
    const expected = path.join(article.domain, `${article.id}.md`);
    if (layout && file !== expected) problems.push({ file, line: 1, code: 'file_name', details: { expected } });
    problems.push(...lintArticle(article, lineOf, { topics, policy, today }).map((fault) => ({ file, ...fault })));
  }
  problems.push(...lintTogether(articles, unread, topics));
  const covered = new Set(articles.map(({ article }) => article.topic));
  let line = 1;
  for (const { id, name } of topics.values()) {
    line++;
    if (!covered.has(id))
      problems.push({ file: 'topics.tsv', line, code: 'topic_without_article', details: { topic: id, name } });
  }
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { articles: texts.articles.length, topics: topics.size, problems };
};
