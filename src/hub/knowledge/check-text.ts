import type { Language } from '../../contract/language.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { DocumentKind } from '../../domain/knowledge/document.ts';
import type { Heading, Version } from '../../domain/knowledge/version.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { lintArticle } from '../../kb/lint/lint-article.ts';
import { parsePolicy } from '../../kb/parse-policy.ts';
import { problemWords } from '../../kb/problem.ts';
import { parseTopics } from '../../kb/topics.ts';
import { RequestError } from '../request-error.ts';
import type { Db } from '../store/schema.ts';
import { brokenArticles } from './check-data-file.ts';
import { type Fault, type ReadText, readText } from './read-text.ts';
import { publishedVersion, seatStates } from './versions.ts';

/** More than a person mends at once. */
const mostFaults = 20;

/** A text that cannot be taken as it is: each problem names its line and its rule (docs/writing-articles). */
const refusal = (faults: readonly Fault[], language: Language): RequestError =>
  new RequestError('invalid_input', {
    problems: faults.slice(0, mostFaults).map((fault) => ({
      field: `text:${fault.line}`,
      line: fault.line,
      rule: fault.code,
      // What is quoted of the text goes out no rawer than anything else.
      problem: plainText(problemWords(fault, language), { multiline: false }),
    })),
  });

type Text = Pick<Version, 'document' | 'kind' | 'text'>;

const formOf = ({ kind, document, text }: Text, language: Language): ReadText => {
  const reading = readText(kind, document, text);
  if (!reading.ok) throw refusal(reading.faults, language);
  return reading.read;
};

/**
 * What a text is about.
 * @throws {RequestError} invalid_input when its form is wrong
 */
export const headingOf = (text: Text, language: Language): Heading => formOf(text, language).heading;

/**
 * A text that seats may be given: its form is right, and an article keeps the rules of writing, held against the published figures
 * and topics, and links only to what is or was published; a data file takes nothing away that a published article needs.
 * @throws {RequestError} invalid_input
 */
export const requirePublishable = async (db: Db, text: Text, now: number, language: Language): Promise<void> => {
  const { article: parsed } = formOf(text, language);
  const today = toInstant(now).slice(0, 10);
  if (!parsed) {
    const broken = await brokenArticles(db, text.kind, text.text, today);
    if (broken.length > 0) throw refusal(broken, language);
    return;
  }
  const { article, lineOf } = parsed;
  const policy = parsePolicy((await publishedVersion(db, 'policy'))?.text ?? '[]').policy;
  const topicsText = (await publishedVersion(db, 'topics'))?.text;
  const topics = topicsText === undefined ? new Map() : parseTopics(topicsText);
  const faults = lintArticle(article, lineOf, { policy, topics, today });
  const linked = await db
    .selectFrom('versions')
    .select('document')
    .where('state', 'in', seatStates)
    .where('document', 'in', article.related)
    .execute();
  const known = new Set(linked.map(({ document }) => document));
  const line = lineOf.get('related') ?? 1;
  for (const link of article.related) {
    if (link === article.id) faults.push({ line, code: 'link_to_self', details: {} });
    else if (!known.has(link) && !topics.has(link)) faults.push({ line, code: 'broken_link', details: { link } });
  }
  if (faults.length > 0)
    throw refusal(
      faults.toSorted((a, b) => a.line - b.line),
      language,
    );
};

/**
 * What articles read their figures, topics and other words from cannot be retired; all else can.
 * @throws {RequestError} invalid_input
 */
export const requireRetirable = (kind: DocumentKind, language: Language): void => {
  if (kind === 'policy' || kind === 'topics' || kind === 'synonyms')
    throw refusal([{ line: 1, code: 'file_needed', details: {} }], language);
};
