import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DataKind, dataKinds, documentIdPattern, type KnowledgeDocument } from '../domain/knowledge/document.ts';

/** The files of the data documents. */
export const dataFileOf: Readonly<Record<DataKind, string>> = {
  policy: 'policy.yaml',
  topics: 'topics.tsv',
  synonyms: 'synonyms.yaml',
  snippets: 'snippets.yaml',
  'plain-words': 'plain-words.yaml',
};

export const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Articles of one domain's folder, by file name. A file that is not named by an article's id is none. */
const articlesIn = async (dir: string): Promise<KnowledgeDocument[]> => {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.md')).sort();
  const ids = names.map((name) => name.slice(0, -'.md'.length)).filter((id) => documentIdPattern.test(id));
  return Promise.all(
    ids.map(async (id) => ({ id, kind: 'article' as const, text: await readFile(path.join(dir, `${id}.md`), 'utf8') })),
  );
};

/**
 * A folder of knowledge as documents: the data files that are there, then every article of every domain. Forms are not checked.
 * @throws what the file system throws when the folder cannot be read
 */
export const readSnapshot = async (dir: string): Promise<KnowledgeDocument[]> => {
  const documents: KnowledgeDocument[] = [];
  for (const kind of dataKinds) {
    const text = await readIfThere(path.join(dir, dataFileOf[kind]));
    if (text !== undefined) documents.push({ id: kind, kind, text });
  }
  const entries = await readdir(dir, { withFileTypes: true });
  const domains = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const domain of domains.sort()) documents.push(...(await articlesIn(path.join(dir, domain))));
  return documents;
};
