import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { readSnapshot } from '../../kb/snapshot.ts';

/** The folder of the knowledge that ships lies in the package's root, whether this runs from its source or its build. */
export const shippedFolder = (): string | undefined => {
  for (let dir = import.meta.dirname; ; dir = path.dirname(dir)) {
    const found = path.join(dir, 'kb-cache');
    if (existsSync(path.join(found, 'topics.tsv'))) return found;
    if (dir === path.dirname(dir)) return undefined;
  }
};

/** What a hub of this program starts with; nothing when the program was installed without it. */
export const shippedKnowledge = async (): Promise<readonly KnowledgeDocument[]> => {
  const dir = shippedFolder();
  return dir === undefined ? [] : readSnapshot(dir);
};
