import { KnowledgeSearch } from '../../kb/search/knowledge-search.ts';
import type { Lexicon } from '../../kb/search/search-index.ts';

/** Something that can be asked or said, and the ways to put it. */
export interface Understood {
  readonly id: string;
  readonly when: readonly string[];
}

/** From this score on (0 to about 1) what was said is taken to mean it; found with the shipped scenarios' own wordings. */
const clearEnough = 0.62;
/** Of two meanings as near, the matter itself comes before manners. */
const near = 0.05;

/** Finds what a sentence means among the things that can be understood, by our own search: synonyms, homophones, typing errors. */
export class Understanding {
  private readonly search: KnowledgeSearch;
  private readonly order: ReadonlyMap<string, number>;

  /** @param meanings those of the matter first */
  constructor(meanings: readonly Understood[], lexicon: Lexicon) {
    this.order = new Map(meanings.map(({ id }, at) => [id, at]));
    this.search = KnowledgeSearch.build(
      meanings.map(({ id, when }) => ({
        id,
        topic: 'x.y',
        domain: 'x',
        from: '0001-01-01',
        lines: when.map((text, at) => ({ field: at === 0 ? ('title' as const) : ('question' as const), text })),
      })),
      lexicon,
    );
  }

  /** What a sentence means, and how clearly; undefined when it means none of them. */
  meaningOf(sentence: string): { id: string; score: number } | undefined {
    const hits = this.search.search(sentence, { limit: 3 }).filter(({ score }) => score >= clearEnough);
    const [first] = hits;
    if (!first) return undefined;
    const alike = hits.filter(({ score }) => score >= first.score - near);
    alike.sort((a, b) => this.order.get(a.id)! - this.order.get(b.id)!);
    return { id: alike[0]!.id, score: alike[0]!.score };
  }
}
