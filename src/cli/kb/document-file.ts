import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type KnowledgeDocument, kindOfDocument } from '../../domain/knowledge/document.ts';
import { ArticleId } from '../../kb/article/article.ts';
import { parseArticle } from '../../kb/article/parse-article.ts';
import { problemWords } from '../../kb/problem.ts';
import { dataFileOf } from '../../kb/snapshot.ts';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';

/** The id of the document that a file is named for: `policy.yaml`, `gjj-0021.md`. */
export const documentIdOf = (file: string): string | undefined => {
  const name = path.basename(file);
  const data = Object.entries(dataFileOf).find(([, known]) => known === name);
  if (data) return data[0];
  const id = name.endsWith('.md') ? name.slice(0, -'.md'.length) : undefined;
  return id !== undefined && ArticleId.safeParse(id).success ? id : undefined;
};

const decoded = (context: Context, file: string, bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused(context, [{ field: file, problem: context.say('input.not-utf8') }]);
  }
};

/**
 * A document that lies in a file: a data file by its name, any other is an article, whatever its name.
 * @throws {Failure} exit 7 with file and line when no article can be read out of it
 */
export const readDocumentFile = async (context: Context, file: string): Promise<KnowledgeDocument> => {
  const text = decoded(context, file, await readFile(file));
  const data = Object.entries(dataFileOf).find(([, name]) => name === path.basename(file));
  if (data) return { id: data[0], kind: kindOfDocument(data[0]), text };
  const { article, faults } = parseArticle(text);
  if (article) return { id: article.id, kind: 'article', text };
  throw refused(
    context,
    faults.map((fault) => ({ field: `${file}:${fault.line}`, problem: problemWords(fault, context.language) })),
  );
};
