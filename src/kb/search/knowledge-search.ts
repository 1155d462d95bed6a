import type { Atom } from './atom.ts';
import { dayNumber, type Entry, type Field, fields } from './entry.ts';
import { isLetter } from './han.ts';
import { type KnowsWord, type Query, readQuery } from './query.ts';
import { queryTerms } from './query-terms.ts';
import { Ranker } from './rank.ts';
import { type Candidates, Retriever } from './retrieve.ts';
import { type Lexicon, SearchIndex } from './search-index.ts';
import { type Parameters, parameters as tuned } from './search-parameters.ts';
import { lineOf } from './segment.ts';
import { wordKey } from './term-key.ts';
import { TitleSounds } from './title-sounds.ts';

/** What is known besides the words. */
export interface Asked {
  /** At most so many results; 20 unless told. */
  readonly limit?: number;
  /** Only articles of this domain, or topic (also a group of them, such as `gjj.wd`). */
  readonly domain?: string;
  readonly topic?: string;
  /** The call's own domain and topic: their articles come a little earlier, others still come. */
  readonly call?: { readonly domain: string; readonly topic?: string | null };
  /** `YYYY-MM-DD`; articles that do not hold on it come last. Unless told, all hold. */
  readonly today?: string;
  /** How often an article was used at this seat. */
  readonly uses?: (id: string) => number;
}

/** In the order in which articles are offered. */
const stateNames = ['in-force', 'coming', 'expired'] as const;

/** An article that was found. */
export interface Hit {
  readonly id: string;
  readonly topic: string;
  readonly domain: string;
  /** From 0; only their order within one answer means something. */
  readonly score: number;
  readonly state: (typeof stateNames)[number];
  /** Which field the line is from that the query fits best. */
  readonly field: Field;
  /** Where its texts lie, for `titleOf` and `lineOf`; good until the index changes. */
  readonly doc: number;
  readonly at: number;
}

/** How many candidates are compared with the query itself; on the shipped articles five times as many change nothing in the results. */
const mostCandidates = 24;
/** What scores less than this part of the best is only in the way. */
const worthShowing = 0.35;
/** The best score of what is in force, for that is what is offered first; of all, when nothing is. */
const bestOf = (score: Float64Array, states: Uint8Array): number => {
  let [inForce, any] = [0, 0];
  for (let at = 0; at < score.length; at++) {
    if (score[at]! > any) any = score[at]!;
    if (states[at] === 0 && score[at]! > inForce) inForce = score[at]!;
  }
  return inForce || any;
};

const isBetter = (hit: Hit | undefined, than: Hit | undefined): boolean => {
  if (!hit || !than) return hit !== undefined;
  const [state, other] = [stateNames.indexOf(hit.state), stateNames.indexOf(than.state)];
  return state === other ? hit.score > than.score : state < other;
};

/** Search over the knowledge base. Synchronous, made for every key press; one instance is one seat's. */
export class KnowledgeSearch {
  readonly index: SearchIndex;
  private readonly retriever = new Retriever();
  private readonly ranker = new Ranker();
  private readonly parameters: Parameters;
  private titles: TitleSounds | undefined;
  /** After how many changes of the index the titles were listened to. */
  private titlesAsOf = -1;

  constructor(index: SearchIndex, parameters: Parameters = tuned) {
    this.index = index;
    this.parameters = parameters;
  }

  static build(entries: readonly Entry[], lexicon: Lexicon, parameters?: Parameters): KnowledgeSearch {
    return new KnowledgeSearch(SearchIndex.build(entries, lexicon), parameters);
  }

  /** The best articles for what was typed so far, best first. Never throws, whatever was typed. */
  search(text: string, asked: Asked = {}): Hit[] {
    return this.answer(text, asked).hits;
  }

  /** The same, and how what was typed was understood. */
  answer(text: string, asked: Asked = {}): { query: Query; hits: Hit[] } {
    const query = readQuery(text, this.index, this.knowsWord);
    const hits = this.hitsFor(query, asked);
    if (!query.ambiguous) return { query, hits };
    const initials = readQuery(text, this.index, this.knowsWord, true);
    const others = this.hitsFor(initials, asked);
    return isBetter(others[0], hits[0]) ? { query: initials, hits: others } : { query, hits };
  }

  private hitsFor(query: Query, asked: Asked): Hit[] {
    const { index, parameters } = this;
    // 你好 asks for nothing; a single character may still become something.
    if (query.atoms.length !== 1 && query.atoms.every(({ filler }) => filler)) return [];
    const isWanted = (doc: number): boolean => !index.isDead(doc) && this.fits(doc, asked);
    const limit = asked.limit ?? 20;
    const most = Math.max(mostCandidates, limit);
    // What holds today comes first; the rest only fills up.
    const today = asked.today === undefined ? undefined : dayNumber(asked.today);
    const isFirst = today === undefined ? undefined : (doc: number): boolean => this.stateOn(doc, today) === 0;
    let candidates = this.retriever.retrieve(index, queryTerms(query, parameters), most, isWanted, isFirst);
    if (candidates.docs.length === 0) candidates = this.sounding(query.atoms[0]!, most, isWanted);
    const { docs } = candidates;
    const { score, line } = this.ranker.rank(index, query, candidates, parameters);
    const states = this.weighIn(docs, score, asked);
    const least = worthShowing * bestOf(score, states);
    const order: number[] = [];
    for (let at = 0; at < docs.length; at++) if (score[at]! > least) order.push(at);
    order.sort(
      (a, b) =>
        states[a]! - states[b]! || score[b]! - score[a]! || (index.idOf(docs[a]!) < index.idOf(docs[b]!) ? -1 : 1),
    );
    if (order.length > limit) order.length = limit;
    return order.map((at) => this.hit(docs[at]!, score[at]!, line[at]!, stateNames[states[at]!]!));
  }

  /** Adds to the scores what is known besides the words, and says how each document stands on the day. */
  private weighIn(docs: readonly number[], score: Float64Array, asked: Asked): Uint8Array {
    const states = new Uint8Array(docs.length);
    const today = asked.today === undefined ? undefined : dayNumber(asked.today);
    if (today === undefined && !asked.call && !asked.uses) return states;
    for (let at = 0; at < docs.length; at++) {
      if (score[at]! > 0) score[at]! += this.advantage(docs[at]!, asked);
      if (today !== undefined) states[at] = this.stateOn(docs[at]!, today);
    }
    return states;
  }

  /** The title of what was found. */
  titleOf({ doc }: Hit): string {
    const [segment, at] = this.index.placeOf(doc);
    return lineOf(segment, segment.docLine[at]!);
  }

  /** The line that the query fits best. */
  lineOf({ doc, at }: Hit): string {
    return lineOf(this.index.placeOf(doc)[0], at);
  }

  /** A word that stands in some article as it was typed is that word, and no pinyin. */
  private readonly knowsWord: KnowsWord = (units, start, end) =>
    end - start > 1 && isLetter(units[start]!) && this.index.documentsWith(wordKey(units, start, end)) > 0;

  /** Documents for a query of which the index has nothing: those whose titles sound like its first atom. */
  private sounding(atom: Atom, most: number, isWanted: (doc: number) => boolean): Candidates {
    if (this.titlesAsOf !== this.index.changes) {
      this.titles = new TitleSounds(this.index);
      this.titlesAsOf = this.index.changes;
    }
    const docs = this.titles!.like(atom, most, isWanted);
    return { docs, gains: new Array(docs.length).fill(0) };
  }

  private fits(doc: number, { domain, topic }: Asked): boolean {
    if (domain === undefined && topic === undefined) return true;
    const [segment, at] = this.index.placeOf(doc);
    const itsTopic = segment.topics[segment.docTopic[at]!]!;
    return (
      (domain === undefined || segment.domains[segment.docDomain[at]!] === domain) &&
      (topic === undefined || itsTopic === topic || itsTopic.startsWith(`${topic}.`))
    );
  }

  /** What is added to the score of an article for the call at hand and for its use at this seat. */
  private advantage(doc: number, { call, uses }: Asked): number {
    if (!call && !uses) return 0;
    const [segment, at] = this.index.placeOf(doc);
    const { sameTopic, sameDomain, use } = this.parameters;
    let sum = 0;
    if (call?.topic && segment.topics[segment.docTopic[at]!] === call.topic) sum += sameTopic;
    if (call && segment.domains[segment.docDomain[at]!] === call.domain) sum += sameDomain;
    if (uses) sum += use * Math.log2(1 + uses(segment.ids[at]!));
    return sum;
  }

  private stateOn(doc: number, today: number): number {
    const [segment, at] = this.index.placeOf(doc);
    if (today < segment.docFrom[at]!) return stateNames.indexOf('coming');
    return stateNames.indexOf(today > segment.docTo[at]! ? 'expired' : 'in-force');
  }

  private hit(doc: number, score: number, line: number, state: Hit['state']): Hit {
    const [segment, at] = this.index.placeOf(doc);
    return {
      id: segment.ids[at]!,
      topic: segment.topics[segment.docTopic[at]!]!,
      domain: segment.domains[segment.docDomain[at]!]!,
      score,
      state,
      field: fields[segment.lineField[line]!]!,
      doc,
      at: line,
    };
  }
}
