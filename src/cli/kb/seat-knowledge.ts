import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { cacheDir } from '../../client/places.ts';
import { exitCode } from '../../contract/exit-code.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { wholeHash } from '../../domain/knowledge/whole-hash.ts';
import { type CopyState, shippedOrigin } from '../../kb/copy/copy-state.ts';
import type { KnowledgeCopy } from '../../kb/copy/knowledge-copy.ts';
import { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';

/** The knowledge that lies on this machine, and how fresh it is. */
export interface SeatKnowledge {
  readonly documents: readonly KnowledgeDocument[];
  readonly state: CopyState;
}

/** Where the seat keeps its copy. */
export const knowledgeDir = ({ dataDir }: Pick<Context, 'dataDir'>): string => path.join(dataDir, 'knowledge');

export const hasCopy = (context: Pick<Context, 'dataDir'>): boolean =>
  existsSync(path.join(knowledgeDir(context), 'knowledge.sqlite'));

/** Where the index of what is read here is kept: beside the copy, or in the cache while there is no copy. */
export const indexFile = (context: Pick<Context, 'dataDir'>): string =>
  path.join(hasCopy(context) ? knowledgeDir(context) : cacheDir(), 'index');

/** Opens the copy in the data folder, makes it when there is none; until it meets a hub it holds what ships. */
export const openSeatCopy = async (context: Context): Promise<KnowledgeCopy> => {
  const { openCopy } = await import('../../kb/copy/knowledge-copy.ts');
  const copy = openCopy(knowledgeDir(context));
  if (copy.state().origin === shippedOrigin) copy.seed(await shippedKnowledge());
  return copy;
};

/**
 * What the copy in the data folder holds, or what ships when there is no copy: reading makes none.
 * @throws {Failure} exit 3 when there is neither
 */
export const readKnowledge = async (context: Context): Promise<SeatKnowledge> => {
  if (hasCopy(context)) {
    const copy = await openSeatCopy(context);
    try {
      const read = copy.read();
      if (read.documents.length > 0) return read;
    } finally {
      copy.close();
    }
  }
  const documents = await shippedKnowledge();
  if (documents.length === 0) {
    const { say } = context;
    throw new Failure('no_knowledge', exitCode.notFound, say('kb.no-knowledge'), { hint: say('kb.no-knowledge.hint') });
  }
  const { length: count } = documents;
  const never = { revision: 0, syncedAt: null, checkedAt: null };
  return { documents, state: { origin: shippedOrigin, count, hash: wholeHash(documents), ...never } };
};

/** The knowledge base with its index, ready to be asked. */
export const openKnowledge = async (context: Context): Promise<{ base: KnowledgeBase; state: CopyState }> => {
  const { documents, state } = await readKnowledge(context);
  const file = indexFile(context);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  } catch {
    // Without a place for it the index is built each time.
  }
  return { base: new KnowledgeBase(documents, { file, hash: state.hash }), state };
};
