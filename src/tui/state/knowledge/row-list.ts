import type { KnowledgeBase } from '../../../kb/knowledge-base.ts';
import { dayNumber } from '../../../kb/search/entry.ts';
import type { Listed } from '../../../kb/search/search-index.ts';
import { type ArticleRow, articleRow, type Choice, keyOf, type Row } from './row.ts';

type Heading = Extract<Row, { kind: 'heading' }>;

/** A part of the knowledge base as it is listed, with headings or without: however much it is, a row of it is made when it is looked at. */
export class Shelf {
  readonly entries: readonly (Heading | Listed)[];
  readonly articles: number;
  private readonly section: string;
  private readonly make: (section: string, id: string) => ArticleRow[];
  private places: Map<string, number> | undefined;

  constructor(base: KnowledgeBase, today: string, section: string, entries: readonly (Heading | Listed)[]) {
    this.entries = entries;
    this.articles = entries.reduce((count, entry) => count + Number('id' in entry), 0);
    this.section = section;
    this.make = (name, id) => articleRow(base, today, name, id);
  }

  at(place: number): Row | undefined {
    const entry = this.entries[place];
    return entry && ('id' in entry ? this.make(this.section, entry.id)[0] : entry);
  }

  isHeading(place: number): boolean {
    return !('id' in this.entries[place]!);
  }

  placeOf(key: string): number {
    this.places ??= this.placesById();
    const start = keyOf(this.section, '');
    return key.startsWith(start) ? (this.places.get(key.slice(start.length)) ?? -1) : -1;
  }

  private placesById(): Map<string, number> {
    const places = new Map<string, number>();
    for (const [place, entry] of this.entries.entries()) if ('id' in entry) places.set(entry.id, place);
    return places;
  }
}

/** Articles in force first; otherwise as they were. */
export const inForceFirst = (articles: readonly Listed[], today: string): readonly Listed[] => {
  const day = dayNumber(today);
  const expired = articles.filter(({ lastDay }) => lastDay < day);
  return expired.length === 0 ? articles : [...articles.filter(({ lastDay }) => lastDay >= day), ...expired];
};

/** The rows of a list: some that are ready, such as results, and behind them perhaps a shelf. */
export class RowList implements Iterable<Row> {
  readonly ready: readonly Row[];
  readonly size: number;
  /** Rows that can be chosen: headings cannot. */
  readonly choices: number;
  private readonly shelf: Shelf | undefined;

  constructor(ready: readonly Row[], shelf?: Shelf) {
    this.ready = ready;
    this.shelf = shelf;
    this.size = ready.length + (shelf?.entries.length ?? 0);
    this.choices = ready.filter(({ kind }) => kind !== 'heading').length + (shelf?.articles ?? 0);
  }

  at(place: number): Row | undefined {
    return this.ready[place] ?? this.shelf?.at(place - this.ready.length);
  }

  /** Where the row with a key stands; -1 when there is none. */
  placeOf(key: string): number {
    const place = this.ready.findIndex((row) => row.key === key);
    if (place >= 0 || !this.shelf) return place;
    const behind = this.shelf.placeOf(key);
    return behind < 0 ? -1 : this.ready.length + behind;
  }

  /** The place so many choices further down, or up; as far as there are any. */
  stepFrom(place: number, by: number): number {
    let [at, left] = [place, Math.abs(by)];
    for (let next = at + Math.sign(by); left > 0 && next >= 0 && next < this.size; next += Math.sign(by)) {
      if (this.isHeading(next)) continue;
      at = next;
      left--;
    }
    return at;
  }

  /** The row with a key, or the first that can be chosen. */
  choice(key: string | undefined): { readonly place: number; readonly row: Choice } | undefined {
    const known = key === undefined ? -1 : this.placeOf(key);
    const place = known < 0 ? this.stepFrom(-1, 1) : known;
    const row = this.at(place);
    return row && row.kind !== 'heading' ? { place, row } : undefined;
  }

  private isHeading(place: number): boolean {
    const row = this.ready[place];
    return row ? row.kind === 'heading' : this.shelf!.isHeading(place - this.ready.length);
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let place = 0; place < this.size; place++) yield this.at(place)!;
  }
}
