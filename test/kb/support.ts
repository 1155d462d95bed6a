import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataKinds, type KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { type Article, partNames } from '../../src/kb/article/article.ts';
import { parseArticle } from '../../src/kb/article/parse-article.ts';
import type { Entry } from '../../src/kb/search/entry.ts';
import { entryOfArticle } from '../../src/kb/search/entry-of-article.ts';
import { parseLexicon } from '../../src/kb/search/lexicon.ts';
import { dataFileOf } from '../../src/kb/snapshot.ts';
import { parseTopics } from '../../src/kb/topics.ts';

export const shippedDir = fileURLToPath(new URL('../../kb-cache', import.meta.url));
const read = (file: string): string => readFileSync(path.join(shippedDir, file), 'utf8');

export const shippedTopics = parseTopics(read('topics.tsv'));
export const shippedLexicon = parseLexicon(read('synonyms.yaml')).lexicon;

/** Everything that ships, as documents. */
export const shippedDocuments = (): KnowledgeDocument[] => [
  ...readdirSync(shippedDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({ id: path.basename(file, '.md'), kind: 'article' as const, text: read(file) })),
  ...dataKinds.map((kind) => ({ id: kind, kind, text: read(dataFileOf[kind]) })),
];

export const shippedArticles = (): Article[] =>
  shippedDocuments().flatMap(({ kind, text }) => (kind === 'article' ? (parseArticle(text).article ?? []) : []));

export const shippedEntries = (): Entry[] =>
  shippedArticles().map((article) => entryOfArticle(article, shippedTopics.get(article.topic)));

/** An article's file that is right in every part; `head` and `parts` replace or (undefined) leave out single ones. */
export const articleText = (
  head: Record<string, string | undefined> = {},
  parts: Partial<Record<string, string | undefined>> = {},
): string => {
  const fields: Record<string, string | undefined> = {
    id: 'gjj-9001',
    title: '租房提取怎样办理',
    topic: 'gjj.wd.rent',
    domain: 'gongjijin',
    questions: '[租房能取公积金吗, 房租能用公积金交不, 没房租房怎么取]',
    keywords: '[租房, 房租, 提取]',
    confidence: 'national',
    effective: '{from: 2026-09-20}',
    source: '{name: 住房公积金管理条例, number: 国务院令第844号, date: 2026-09-20}',
    checked: '2026-11-24',
    sms: '租房可以提取住房公积金。',
    related: '[gjj.wd.frequency]',
    ...head,
  };
  const front = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  const texts: Record<string, string | undefined> = {
    ...Object.fromEntries(partNames.map((part) => [part, `- ${part}的内容。`])),
    ...parts,
  };
  const body = Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : `## ${name}\n${text}\n`));
  return `---\n${front.join('\n')}\n---\n\n${body.join('\n')}`;
};
