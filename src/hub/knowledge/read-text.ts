import type { DocumentKind } from '../../domain/knowledge/document.ts';
import { longestText } from '../../domain/knowledge/document.ts';
import type { Heading } from '../../domain/knowledge/version.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Article } from '../../kb/article/article.ts';
import { type ParsedArticle, parseArticle } from '../../kb/article/parse-article.ts';
import { parsePlainWords } from '../../kb/parse-plain-words.ts';
import { parsePolicy } from '../../kb/parse-policy.ts';
import type { Problem } from '../../kb/problem.ts';
import { Refused } from '../../kb/refused.ts';
import { parseLexicon } from '../../kb/search/lexicon.ts';
import { parseSnippets } from '../../kb/snippets/parse-snippets.ts';
import { parseTopics } from '../../kb/topics.ts';

export type Fault = Omit<Problem, 'file'>;

/** A text whose form is right: what it is about, and, of an article, the article itself. */
export interface ReadText {
  readonly heading: Heading;
  readonly article?: { readonly article: Article; readonly lineOf: ParsedArticle['lineOf'] };
}

type Reading = { ok: true; read: ReadText } | { ok: false; faults: readonly Fault[] };

const dataFile = (title: string, faults: readonly Fault[]): Reading =>
  faults.length > 0
    ? { ok: false, faults }
    : { ok: true, read: { heading: { title, topic: null, domain: null, effective: null } } };

/** Characters that a data file may not hold, for they would not print as themselves. Tabs separate columns. */
const unsafeLines = (text: string): Fault[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, at) =>
      line.split('\t').every((piece) => plainText(piece, { multiline: false, trim: false }) === piece)
        ? []
        : [{ line: at + 1, code: 'unsafe_text' as const, details: { text: JSON.stringify(line.slice(0, 40)) } }],
    );

const readTopics = (text: string): Fault[] => {
  try {
    parseTopics(text);
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [{ line: error.line, code: error.code, details: error.details }];
  }
};

const readArticle = (id: string, text: string): Reading => {
  const { article, faults, lineOf } = parseArticle(text);
  if (!article) return { ok: false, faults };
  if (article.id !== id) {
    const details = { field: 'id', reason: `${article.id} ≠ ${id}` };
    return { ok: false, faults: [{ line: lineOf.get('id') ?? 1, code: 'field', details }] };
  }
  const { title, topic, domain, effective } = article;
  const { from, to } = effective;
  const heading = { title, topic, domain, effective: { from, ...(to !== undefined && { to }) } };
  return { ok: true, read: { heading, article: { article, lineOf } } };
};

/** Reads a document's text; what is wrong with its form comes as faults with their lines. */
export const readText = (kind: DocumentKind, id: string, text: string): Reading => {
  const most = longestText(kind);
  if (Buffer.byteLength(text) > most) {
    const details = { field: 'text', reason: `at most ${most} bytes` };
    return { ok: false, faults: [{ line: 1, code: 'field', details }] };
  }
  if (kind === 'article') return readArticle(id, text);
  const unsafe = unsafeLines(text);
  if (unsafe.length > 0) return { ok: false, faults: unsafe };
  if (kind === 'policy') return dataFile('policy.yaml', parsePolicy(text).faults);
  if (kind === 'topics') return dataFile('topics.tsv', readTopics(text));
  if (kind === 'synonyms') return dataFile('synonyms.yaml', parseLexicon(text).faults);
  if (kind === 'snippets') return dataFile('snippets.yaml', parseSnippets(text).faults);
  return dataFile('plain-words.yaml', parsePlainWords(text).faults);
};
