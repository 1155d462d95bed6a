import path from 'node:path';
import type { KnowledgeDocument } from '../../../domain/knowledge/document.ts';
import { wholeHash } from '../../../domain/knowledge/whole-hash.ts';
import type { DocumentOutline } from '../../../kb/copy/copy-state.ts';
import type { KnowledgeCopy } from '../../../kb/copy/knowledge-copy.ts';
import type { KnowledgeBase } from '../../../kb/knowledge-base.ts';

/** Where a seat's knowledge comes from. */
export interface KnowledgeSource {
  /** The folder in which the seat keeps its copy, its index, and what people pinned. Absent: it keeps nothing, and follows no hub. */
  readonly dir?: string | undefined;
  /** What ships with the program. */
  shipped(): Promise<readonly KnowledgeDocument[]>;
}

export interface OpenedKnowledge {
  readonly base: KnowledgeBase;
  readonly copy: KnowledgeCopy | undefined;
  /** What of the copy is in the base. */
  readonly documents: readonly DocumentOutline[];
}

const openCopied = async (dir: string, shipped: readonly KnowledgeDocument[]): Promise<KnowledgeCopy> => {
  const { openCopy } = await import('../../../kb/copy/knowledge-copy.ts');
  const copy = openCopy(dir);
  copy.seed(shipped);
  return copy;
};

/** Reads the knowledge and its index; takes a moment, so it is begun when the screen stands. */
export const openKnowledge = async ({ dir, shipped }: KnowledgeSource): Promise<OpenedKnowledge> => {
  const [{ KnowledgeBase }, documents] = await Promise.all([import('../../../kb/knowledge-base.ts'), shipped()]);
  if (dir === undefined) return { base: new KnowledgeBase(documents), copy: undefined, documents: [] };
  const copy = await openCopied(dir, documents);
  const copied = copy.read().documents;
  const index = { file: path.join(dir, 'index'), hash: wholeHash(copied) };
  const outlines = copied.map(({ text: _, ...outline }) => outline);
  return { base: new KnowledgeBase(copied, index), copy, documents: outlines };
};
