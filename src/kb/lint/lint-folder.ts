import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../snapshot.ts';
import { type LintReport, lintDocuments } from './lint-documents.ts';

const articleFiles = async (dir: string): Promise<string[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
};

/**
 * Lints a folder of knowledge: its data files and every `.md` below it. `today`: `YYYY-MM-DD`.
 * @throws what the file system throws when the folder, or one of the data files that articles need, cannot be read
 */
export const lintFolder = async (dir: string, today: string): Promise<LintReport> => {
  const read = async (file: string) => readFile(path.join(dir, file), 'utf8');
  const ifThere = async (file: string) => readIfThere(path.join(dir, file));
  const [topics, policy, synonyms] = [await read('topics.tsv'), await read('policy.yaml'), await read('synonyms.yaml')];
  const [snippets, plainWords] = [await ifThere('snippets.yaml'), await ifThere('plain-words.yaml')];
  const articles: { file: string; text: string }[] = [];
  for (const file of await articleFiles(dir)) articles.push({ file, text: await read(file) });
  return lintDocuments({ topics, policy, synonyms, snippets, plainWords, articles }, today, true);
};
