import { type KnowledgeDocument, kindOfDocument } from '../domain/knowledge/document.ts';
import { type Article, stateOn } from './article/article.ts';
import { parseArticle } from './article/parse-article.ts';
import { type ReadOut, readOut } from './article/read-out.ts';
import { parsePlainWords } from './parse-plain-words.ts';
import { parsePolicy } from './parse-policy.ts';
import type { PlainWord } from './plain-words.ts';
import type { Policy } from './policy.ts';
import { Refused } from './refused.ts';
import type { Entry } from './search/entry.ts';
import { entryOfArticle } from './search/entry-of-article.ts';
import { highlight, type Reason, type Span } from './search/highlight.ts';
import { readIndexFile, writeIndexFile } from './search/index-file.ts';
import { type Asked, type Hit, KnowledgeSearch } from './search/knowledge-search.ts';
import { emptyLexicon, parseLexicon } from './search/lexicon.ts';
import { NearestTopics } from './search/nearest-topics.ts';
import { type Lexicon, type Listed, SearchIndex } from './search/search-index.ts';
import { parseSnippets } from './snippets/parse-snippets.ts';
import type { Snippet } from './snippets/snippet.ts';
import { parseTopics, type Topic } from './topics.ts';

/** A result as it is shown: what of it matched, where, and how. */
export interface Finding extends Omit<Hit, 'doc' | 'at'> {
  readonly title: string;
  /** The line that the query fits best. */
  readonly line: string;
  readonly titleSpans: readonly Span[];
  readonly lineSpans: readonly Span[];
  readonly reasons: readonly Reason[];
}

/** The answer to one key press. `nearest` is there when nothing was found, so that there is always something to go on with. */
export interface Findings {
  readonly query: string;
  readonly results: readonly Finding[];
  readonly nearest: readonly Topic[];
}

/** Reads a data document when it is wanted, and again when its text has changed. */
const readWhenWanted = <T>(read: (text: string) => T): ((text: string | undefined) => T) => {
  let known: { readonly text: string | undefined; readonly value: T } | undefined;
  return (text) => {
    if (!known || known.text !== text) known = { text, value: read(text ?? '') };
    return known.value;
  };
};

/** After so many changed articles a fresh index is quicker than taking each change in beside it. */
const mostDrift = 300;

const topicsOf = (text: string | undefined): ReadonlyMap<string, Topic> => {
  try {
    return text === undefined ? new Map() : parseTopics(text);
  } catch (error) {
    if (error instanceof Refused) return new Map();
    throw error;
  }
};

/**
 * The knowledge base as a seat uses it: documents, and the index that finds them. Reads nothing by itself; it is given its documents
 * and, when they change, the changes. Documents of a wrong form are left out (the hub takes none in).
 */
export class KnowledgeBase {
  private readonly texts = new Map<string, string>();
  private readonly parsed = new Map<string, Article | undefined>();
  private topicMap: ReadonlyMap<string, Topic> = new Map();
  private policyMap: Policy = new Map();
  private lexicon: Lexicon = emptyLexicon;
  private searcher!: KnowledgeSearch;
  private nearest!: NearestTopics;
  private readonly readSnippets = readWhenWanted((text) => parseSnippets(text).snippets);
  private readonly readPlainWords = readWhenWanted((text) => parsePlainWords(text).words);
  private listed: readonly Listed[] | undefined;
  private listedByTopic: ReadonlyMap<string, readonly Listed[]> | undefined;
  private readonly indexFile: string | undefined;

  /**
   * `index`: where the index is kept between starts, and the hash of the documents (domain/knowledge/whole-hash), by which it is
   * known to be theirs. Without it the index is built each time. A file that cannot be written is no error.
   */
  constructor(documents: Iterable<KnowledgeDocument>, index?: { readonly file: string; readonly hash: string }) {
    for (const { id, text } of documents) this.texts.set(id, text);
    this.indexFile = index?.file;
    this.readData();
    const kept = index && readIndexFile(index.file, index.hash);
    if (kept) this.searchOn(new SearchIndex(kept, this.lexicon));
    else this.rebuild(index?.hash);
  }

  get topics(): ReadonlyMap<string, Topic> {
    return this.topicMap;
  }

  /** What a topic is called; one that is not known here by its code. */
  topicName(topic: string): string {
    return this.topics.get(topic)?.name ?? topic;
  }

  get policy(): Policy {
    return this.policyMap;
  }

  /** What experts say all day, as the centre words it. */
  get snippets(): readonly Snippet[] {
    return this.readSnippets(this.texts.get('snippets'));
  }

  /** Words of the trade, and how they are said to citizens. */
  get plainWords(): readonly PlainWord[] {
    return this.readPlainWords(this.texts.get('plain-words'));
  }

  /** How many articles there are. */
  get size(): number {
    return this.searcher.index.size;
  }

  /** All articles in order of their ids. */
  list(): readonly Listed[] {
    this.listed ??= this.searcher.index.list();
    return this.listed;
  }

  /** The articles of a topic in order of their ids. */
  ofTopic(topic: string): readonly Listed[] {
    this.listedByTopic ??= Map.groupBy(this.list(), (listed) => listed.topic);
    return this.listedByTopic.get(topic) ?? [];
  }

  article(id: string): Article | undefined {
    if (!this.parsed.has(id)) {
      const text = isArticle(id) ? this.texts.get(id) : undefined;
      this.parsed.set(id, text === undefined ? undefined : parseArticle(text).article);
    }
    return this.parsed.get(id);
  }

  /** A document's text as it was published. */
  text(id: string): string | undefined {
    return this.texts.get(id);
  }

  /** An article with its figures as they hold on a day (`YYYY-MM-DD`). */
  readOut(id: string, day: string): ReadOut | undefined {
    const article = this.article(id);
    return article && readOut(article, this.policyMap, day);
  }

  /** The articles that one names as related, itself or by their topic; the named ones first. */
  related(article: Article): Listed[] {
    const named = article.related.flatMap((link) => {
      // A link names an article, which is in the list of its topic, or a topic.
      const topic = this.article(link)?.topic;
      return topic === undefined ? this.ofTopic(link) : this.ofTopic(topic).filter(({ id }) => id === link);
    });
    return [...new Set([...named, ...this.ofTopic(article.topic)])].filter(({ id }) => id !== article.id);
  }

  /** The answer to what was typed so far. */
  find(text: string, asked: Asked = {}): Findings {
    const { query, hits } = this.searcher.answer(text, asked);
    const { concepts } = this.searcher.index;
    const found = hits.map((hit): Finding => {
      const { doc: _, at: __, ...rest } = hit;
      const [title, line] = [this.searcher.titleOf(hit), this.searcher.lineOf(hit)];
      const inTitle = highlight(title, query, concepts);
      const inLine = line === title ? inTitle : highlight(line, query, concepts);
      return { ...rest, title, line, titleSpans: inTitle.spans, lineSpans: inLine.spans, reasons: inLine.reasons };
    });
    const results = this.named(text, asked, found);
    const nearest = results.length > 0 ? [] : this.nearest.find(text, asked.call ?? asked);
    return { query: text, results, nearest };
  }

  /** An article whose id was typed comes first, whatever else has such characters. */
  private named(text: string, { domain, topic, today }: Asked, found: readonly Finding[]): readonly Finding[] {
    const typed = /^\s*([a-z]{2,8})[-_\s]?(\d{4,6})\s*$/i.exec(text.slice(0, 40).normalize('NFKC'));
    const article = typed && this.article(`${typed[1]!.toLowerCase()}-${typed[2]}`);
    const fits =
      article && (!domain || article.domain === domain) && (!topic || `${article.topic}.`.startsWith(`${topic}.`));
    if (!fits) return found;
    const { id, title } = article;
    const state = today === undefined ? 'in-force' : stateOn(article, today);
    const line = {
      field: 'title' as const,
      line: title,
      titleSpans: [],
      lineSpans: [],
      reasons: ['characters' as const],
    };
    return [
      { id, topic: article.topic, domain: article.domain, title, score: (found[0]?.score ?? 0) + 1, state, ...line },
    ];
  }

  /** Takes changed documents in; `text` null means that it is gone. Articles go into the index as a delta; other data rebuild it. */
  apply(changes: readonly { readonly id: string; readonly text: string | null }[]): void {
    this.listed = undefined;
    this.listedByTopic = undefined;
    for (const { id, text } of changes) {
      if (text === null) this.texts.delete(id);
      else this.texts.set(id, text);
      this.parsed.delete(id);
    }
    if (changes.some(({ id }) => id === 'policy'))
      this.policyMap = parsePolicy(this.texts.get('policy') ?? '[]').policy;
    if (changes.some(({ id }) => id === 'topics' || id === 'synonyms')) {
      this.readData();
      this.rebuild();
      return;
    }
    const ids = changes.map(({ id }) => id).filter(isArticle);
    this.searcher.index.apply(
      ids.flatMap((id) => this.entry(id) ?? []),
      ids.filter((id) => !this.article(id)),
    );
    if (this.searcher.index.drift > mostDrift) this.rebuild();
  }

  private readData(): void {
    this.topicMap = topicsOf(this.texts.get('topics'));
    this.policyMap = parsePolicy(this.texts.get('policy') ?? '[]').policy;
    const synonyms = this.texts.get('synonyms');
    this.lexicon = synonyms === undefined ? emptyLexicon : parseLexicon(synonyms).lexicon;
    this.nearest = new NearestTopics(this.topicMap, this.lexicon);
  }

  private rebuild(hash?: string): void {
    const index = SearchIndex.build(
      [...this.texts.keys()].filter(isArticle).flatMap((id) => this.entry(id) ?? []),
      this.lexicon,
    );
    this.searchOn(index);
    if (hash === undefined || this.indexFile === undefined) return;
    try {
      writeIndexFile(this.indexFile, index.main, hash);
    } catch {
      // A full or read-only disk: the next start builds it again.
    }
  }

  private searchOn(index: SearchIndex): void {
    this.searcher = new KnowledgeSearch(index);
  }

  private entry(id: string): Entry | undefined {
    const article = this.article(id);
    return article && entryOfArticle(article, this.topicMap.get(article.topic));
  }
}

const isArticle = (id: string): boolean => kindOfDocument(id) === 'article';
