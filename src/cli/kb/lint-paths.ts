import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { parseArticle } from '../../kb/article/parse-article.ts';
import { type LintedTexts, type LintReport, lintDocuments } from '../../kb/lint/lint-documents.ts';
import { lintFolder } from '../../kb/lint/lint-folder.ts';
import type { Problem } from '../../kb/problem.ts';
import type { Context } from '../context.ts';
import { documentIdOf } from './document-file.ts';
import { knowledgeFiles, type TextFile } from './knowledge-files.ts';

/** The data files that every knowledge base has. */
const dataFiles = ['topics.tsv', 'policy.yaml', 'synonyms.yaml'] as const;

/** A folder with all that belongs to a knowledge base is judged by itself; single files together with the rest that is here. */
const isWhole = async (place: string): Promise<boolean> => {
  if (!(await stat(place)).isDirectory()) return false;
  const names = await readdir(place);
  return dataFiles.every((name) => names.includes(name));
};

/** The rest with these files in place of the documents of their names, each told by its own path. */
const laidOver = (rest: readonly KnowledgeDocument[], files: readonly TextFile[]): LintedTexts => {
  const found = (name: string): string | undefined =>
    files.find(({ file }) => path.basename(file) === name)?.text ??
    rest.find(({ id }) => id === documentIdOf(name))?.text;
  const data = (name: (typeof dataFiles)[number], none: string): string => found(name) ?? none;
  const articles = files.filter(({ file }) => file.endsWith('.md'));
  const ids = new Set(articles.map(({ file, text }) => parseArticle(text).article?.id ?? documentIdOf(file)));
  return {
    topics: data('topics.tsv', 'topic\tdomain\tgroup\tname\n'),
    policy: data('policy.yaml', '[]'),
    synonyms: data('synonyms.yaml', '{synonyms: [], fillers: []}'),
    snippets: found('snippets.yaml'),
    plainWords: found('plain-words.yaml'),
    articles: [
      ...articles,
      ...rest.filter(({ id, kind }) => kind === 'article' && !ids.has(id)).map(({ id, text }) => ({ file: id, text })),
    ],
  };
};

const sameProblem = ({ file, code, details }: Problem): string => JSON.stringify([file, code, details]);

/** What is wrong in these files, and what they make wrong elsewhere. */
const lintOver = (rest: readonly KnowledgeDocument[], files: readonly TextFile[], today: string): LintReport => {
  const { topics, problems } = lintDocuments(laidOver(rest, files), today, false);
  const articles = files.filter(({ file }) => file.endsWith('.md')).length;
  const known = new Set(lintDocuments(laidOver(rest, []), today, false).problems.map(sameProblem));
  // A data file is told by its name alone; here it has a place.
  const placeOf = (name: string): string => files.find(({ file }) => path.basename(file) === name)?.file ?? name;
  const told = problems
    .map((problem) => ({ ...problem, file: placeOf(problem.file) }))
    .filter((problem) => files.some(({ file }) => file === problem.file) || !known.has(sameProblem(problem)));
  return { articles, topics, problems: told };
};

/**
 * Lints folders and single files; `rest` is what single files are held against. Problems name files as the person did.
 * @throws {Failure} exit 7 for a folder without any; and what the file system throws
 */
export const lintPaths = async (
  context: Context,
  places: readonly string[],
  rest: () => Promise<readonly KnowledgeDocument[]>,
  today: string,
): Promise<LintReport> => {
  const reports: LintReport[] = [];
  const single: TextFile[] = [];
  for (const place of places) {
    if (await isWhole(place)) {
      const { problems, ...counts } = await lintFolder(place, today);
      reports.push({
        ...counts,
        problems: problems.map((problem) => ({ ...problem, file: path.join(place, problem.file) })),
      });
    } else single.push(...(await knowledgeFiles(context, place)));
  }
  if (single.length > 0) reports.push(lintOver(await rest(), single, today));
  return {
    articles: reports.reduce((sum, { articles }) => sum + articles, 0),
    topics: Math.max(0, ...reports.map(({ topics }) => topics)),
    problems: reports.flatMap(({ problems }) => problems),
  };
};
