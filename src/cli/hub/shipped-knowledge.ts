import path from 'node:path';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { shippedPath } from '../../files/shipped-path.ts';
import { readSnapshot } from '../../kb/snapshot.ts';

/** The folder of the knowledge that ships. */
export const shippedFolder = (): string | undefined => {
  const topics = shippedPath('kb-cache/topics.tsv');
  return topics === undefined ? undefined : path.dirname(topics);
};

/** What a hub of this program starts with; nothing when the program was installed without it. */
export const shippedKnowledge = async (): Promise<readonly KnowledgeDocument[]> => {
  const dir = shippedFolder();
  return dir === undefined ? [] : readSnapshot(dir);
};
