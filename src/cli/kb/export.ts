import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { exitCode } from '../../contract/exit-code.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { wholeHash } from '../../domain/knowledge/whole-hash.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { remark, show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { publishedAtHub } from './hub-documents.ts';
import { fileOf, manifestFile, manifestText } from './manifest.ts';
import { readKnowledge } from './seat-knowledge.ts';
import { unfit } from './unfit.ts';

/** What an earlier export says that it wrote; only names that can be its own are taken from it. */
const Earlier = z.object({ articles: z.array(z.object({ file: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.md$/) })) });

/** The articles that an earlier export left in the folder. @throws {Failure} exit 4 when something else lies there */
const earlierFiles = async ({ say }: Context, dir: string): Promise<string[]> => {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return [];
  try {
    const earlier = Earlier.parse(JSON.parse(await readFile(path.join(dir, manifestFile), 'utf8')));
    return earlier.articles.map(({ file }) => file);
  } catch {
    throw new Failure('in_the_way', exitCode.conflict, say('kb.export.in-the-way', { dir }), {
      hint: say('kb.export.in-the-way.hint'),
      details: { dir },
    });
  }
};

const publishedDocuments = async (context: Context, fromHub: boolean): Promise<readonly KnowledgeDocument[]> => {
  if (!fromHub) return (await readKnowledge(context)).documents;
  return withHub(context, async (client) => {
    const documents = await publishedAtHub(client);
    if (!documents) throw unfit(context, client.options.url);
    return documents;
  });
};

/** `kb export`: the documents as files, as they lie in kb-cache. What an earlier export wrote and is gone since is removed. */
export const exportKnowledge: Work<[string], { fromHub?: boolean }> = async (context, [dir], { fromHub = false }) => {
  const { say } = context;
  const earlier = await earlierFiles(context, dir);
  const documents = await publishedDocuments(context, fromHub);
  const files = documents.flatMap((document) => {
    const file = fileOf(document);
    return file === undefined ? [] : [{ file, text: document.text }];
  });
  const kept = new Set(files.map(({ file }) => file));
  for (const { file, text } of files) {
    const place = path.join(dir, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  }
  for (const file of earlier) if (!kept.has(file)) await rm(path.join(dir, file), { force: true });
  // Last, so that a folder with a manifest is one that was written to its end.
  await writeFile(path.join(dir, manifestFile), manifestText(documents));
  const hash = wholeHash(documents);
  await show(context, { dir, documents: files.length, hash }, () =>
    facts([
      [say('kb.status.dir'), dir],
      [say('kb.status.hash'), hash],
    ]),
  );
  remark(context, say('export.done', { count: files.length, file: dir }));
  return undefined;
};
