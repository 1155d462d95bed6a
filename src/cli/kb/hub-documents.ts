import type { HubClient } from '../../client/hub-client.ts';
import type { DocumentView } from '../../contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { wholeHash } from '../../domain/knowledge/whole-hash.ts';

/** Documents a request; texts of articles are a few KB each. */
const page = 200;

/**
 * Everything that seats have, read from the hub itself. Undefined when what came does not fit the hub's own hash.
 * @throws what HubClient.call throws
 */
export const publishedAtHub = async (client: HubClient): Promise<KnowledgeDocument[] | undefined> => {
  const documents = new Map<string, KnowledgeDocument>();
  for (let from: string | undefined; ; ) {
    const query = { after: 0, limit: page, ...(from !== undefined && { from }) };
    const { changes, next, hash } = await client.call('kb.changes', { query });
    for (const { id, kind, text } of changes) {
      if (text === null) documents.delete(id);
      else documents.set(id, { id, kind, text });
    }
    if (next === undefined) {
      const all = [...documents.values()];
      return wholeHash(all) === hash ? all : undefined;
    }
    from = next;
  }
};

/** Every document there is, drafts and retired ones too, by id. */
export const documentsAtHub = async (client: HubClient): Promise<Map<string, DocumentView>> => {
  const documents = new Map<string, DocumentView>();
  for (let after: string | undefined; ; ) {
    const reply = await client.call('kb.documents', { query: { limit: 500, ...(after !== undefined && { after }) } });
    for (const document of reply.documents) documents.set(document.id, document);
    if (reply.next === undefined) return documents;
    after = reply.next;
  }
};
