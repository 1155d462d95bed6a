import { foldTable, soundOf } from '../../kb/search/han.ts';
import { KnowledgeSearch } from '../../kb/search/knowledge-search.ts';
import type { Lexicon } from '../../kb/search/search-index.ts';

/** Something that can be asked or said, and the ways to put it. */
export interface Understood {
  readonly id: string;
  readonly when: readonly string[];
  /** A form of words: what was said has to be little else. */
  readonly formula?: boolean;
}

/** From this score on (0 to about 1) what was said is taken to mean it; found with the shipped scenarios' own wordings. */
const clearEnough = 0.62;
/** Of what the meaning's own wording says, at least this part has to stand in what was said: a word in common is no meaning. */
const leastCovered = 0.5;
/** Of a formula so much has to be said, and of what was said so much has to be the formula. */
const leastFormula = 0.55;
const leastOf = 0.5;
/** Of two meanings as near, the matter itself comes before manners. */
const near = 0.05;

/** What people say before and behind a formula: 好的再见哈. */
const withoutFillers = (text: string): string =>
  text
    .replace(/[，。！？!?；;,.\s]+$/u, '')
    .replace(/^(?:好的?|嗯|那|行|哎|喂|哦)+[，、]?/u, '')
    .replace(/(?:哈|啊|呀|哦|了|吧|呢|您|哎)+$/u, '');

const folded = (text: string): string =>
  Array.from(text, (_, at) => foldTable[text.charCodeAt(at)]!)
    .filter((unit) => unit > 0)
    .map((unit) => String.fromCharCode(unit))
    .join('');

/** Which part of a wording's characters stand in a sentence, as written or as they sound; 0 to 1. */
const covered = (wording: string, sentence: string): number => {
  const units = (text: string): number[] =>
    Array.from(text, (_, at) => foldTable[text.charCodeAt(at)]!).filter((unit) => unit > 0);
  const there = units(sentence);
  const [written, heard] = [new Set(there), new Set(there.map((unit) => soundOf[unit]!).filter((sound) => sound > 0))];
  const asked = units(wording);
  const found = asked.filter((unit) => written.has(unit) || heard.has(soundOf[unit]!));
  return asked.length === 0 ? 0 : found.length / asked.length;
};

/** Finds what a sentence means among the things that can be understood, by our own search: synonyms, homophones, typing errors. */
export class Understanding {
  private readonly search: KnowledgeSearch;
  private readonly exact: ReadonlyMap<string, string>;
  private readonly order: ReadonlyMap<string, number>;
  private readonly meanings: ReadonlyMap<string, Understood>;

  /** @param meanings those of the matter first */
  constructor(meanings: readonly Understood[], lexicon: Lexicon) {
    this.meanings = new Map(meanings.map((meaning) => [meaning.id, meaning]));
    this.exact = new Map(
      meanings.toReversed().flatMap(({ id, when }) => when.map((wording) => [folded(wording), id] as const)),
    );
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
    // What the search takes for nothing, such as 您好, may be a wording all the same.
    const exactly = this.exact.get(folded(sentence)) ?? this.exact.get(folded(withoutFillers(sentence)));
    if (exactly !== undefined) return { id: exactly, score: 1 };
    const hits = this.search
      .search(sentence, { limit: 4 })
      .filter(({ id, score }) => score >= clearEnough && this.says(this.meanings.get(id)!, sentence));
    const [first] = hits;
    if (!first) return undefined;
    const alike = hits.filter(({ score }) => score >= first.score - near);
    alike.sort((a, b) => this.order.get(a.id)! - this.order.get(b.id)!);
    return { id: alike[0]!.id, score: alike[0]!.score };
  }

  /** Whether one of a meaning's wordings is what was said, and not a word in common. */
  private says({ when, formula }: Understood, sentence: string): boolean {
    return when.some((wording) =>
      formula
        ? covered(wording, sentence) >= leastFormula && covered(sentence, wording) >= leastOf
        : covered(wording, sentence) >= leastCovered,
    );
  }
}
