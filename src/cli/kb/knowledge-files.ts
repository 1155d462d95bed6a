import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { documentIdOf } from './document-file.ts';

/** A file with its path as the person gave it, or that of the folder before its own. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * A file; or all articles and data files of a folder and the folders below it, in order of their paths.
 * @throws {Failure} exit 7 for a folder without any; and what the file system throws
 */
export const knowledgeFiles = async (context: Context, place: string): Promise<TextFile[]> => {
  if (!(await stat(place)).isDirectory()) return [{ file: place, text: await readFile(place, 'utf8') }];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && (entry.name.endsWith('.md') || documentIdOf(entry.name) !== undefined))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  // A check of nothing must not look like one that was passed.
  if (files.length === 0) throw refused(context, [{ field: place, problem: context.say('kb.lint.nothing') }]);
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
};
