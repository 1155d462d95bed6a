import type { Topic } from '../topics.ts';
import { KnowledgeSearch } from './knowledge-search.ts';
import type { Lexicon } from './search-index.ts';

const enough = 5;

/** What to offer when no article was found: the topics whose names are nearest, then those around the call's own. Never empty while there are topics. */
export class NearestTopics {
  private readonly topics: ReadonlyMap<string, Topic>;
  private readonly search: KnowledgeSearch;

  constructor(topics: ReadonlyMap<string, Topic>, lexicon: Lexicon) {
    this.topics = topics;
    const entries = [...topics.values()].map(({ id, domain, group, name }) => ({
      id,
      topic: id,
      domain,
      from: '0001-01-01',
      lines: [
        { field: 'title' as const, text: name },
        { field: 'keyword' as const, text: group },
      ],
    }));
    this.search = KnowledgeSearch.build(entries, lexicon);
  }

  find(
    text: string,
    call?: { readonly domain?: string | undefined; readonly topic?: string | null | undefined },
  ): Topic[] {
    const found = this.search.search(text, { limit: enough }).map(({ id }) => this.topics.get(id)!);
    const own = call?.topic ? this.topics.get(call.topic) : undefined;
    const around = [...this.topics.values()].filter((topic) =>
      own
        ? topic.group === own.group && topic.domain === own.domain
        : call?.domain === undefined || topic.domain === call.domain,
    );
    return [...new Set([...found, ...(own ? [own] : []), ...around])].slice(0, enough);
  }
}
