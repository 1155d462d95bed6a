import type { CopyState } from '../kb/copy/copy-state.ts';
import type { KnowledgeCopy } from '../kb/copy/knowledge-copy.ts';
import type { HubClient } from './hub-client.ts';

/** What the hub gives as its knowledge base does not come to the hash that it gives for it. The copy is as it was. */
export class KnowledgeUnfit extends Error {
  readonly url: string;

  constructor(url: string) {
    super(`${url}: the knowledge base does not fit its hash`);
    this.name = 'KnowledgeUnfit';
    this.url = url;
  }
}

export interface CatchUpOptions {
  signal?: AbortSignal;
  /** Documents a page. */
  pageSize?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Some 800 KB of articles: seconds on a poor line, and one request after a week. */
export const usualPage = 200;

/** A delta may turn out to need everything, twice when it is another hub's; more is a hub that contradicts itself. */
const mostBeginnings = 4;

/**
 * Brings the copy to what the hub has now, and returns its state then. What was loaded before it broke off is not loaded again.
 * @throws {KnowledgeUnfit} and what HubClient.call throws; the copy is as it was
 */
export const catchUp = async (
  client: HubClient,
  copy: KnowledgeCopy,
  { signal, pageSize = usualPage, now = Date.now }: CatchUpOptions = {},
): Promise<CopyState> => {
  let beginnings = 1;
  while (beginnings <= mostBeginnings) {
    const position = copy.position();
    const { after, from } = position;
    const page = await client.call('kb.changes', {
      query: { after, limit: pageSize, ...(from !== undefined && { from }) },
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    const taken = copy.take(position, page, now());
    if (taken === 'done') return copy.state();
    if (taken === 'unfit') break;
    if (taken === 'again') beginnings += 1;
  }
  throw new KnowledgeUnfit(client.options.url);
};
