import { articles } from './articles.ts';
import type { Engine } from './engine.ts';
import { type Half, kinds, questionsOf } from './questions.ts';

/** Of some questions: share with the right topic first, among the first five, and the mean of 1 / its place. */
export interface Quality {
  readonly questions: number;
  readonly first: number;
  readonly firstFive: number;
  readonly reciprocal: number;
}

/** So many articles are asked for; topics further down count as not found. */
const depth = 50;

/** The place of the right topic, from 1, when each topic counts where it first appears; 0 when it does not. */
export const placeOf = (topic: string, found: readonly string[]): number => [...new Set(found)].indexOf(topic) + 1;

/** Totals over places as `placeOf` gives them. */
export const qualityOf = (places: readonly number[]): Quality => {
  const mean = (value: (place: number) => number): number =>
    places.length === 0 ? 0 : places.reduce((sum, place) => sum + value(place), 0) / places.length;
  return {
    questions: places.length,
    first: mean((place) => (place === 1 ? 1 : 0)),
    firstFive: mean((place) => (place >= 1 && place <= 5 ? 1 : 0)),
    reciprocal: mean((place) => (place === 0 ? 0 : 1 / place)),
  };
};

export interface QualityReport {
  readonly overall: Quality;
  /** Without the kinds that are typed in pinyin, which the peers were not made for. */
  readonly inCharacters: Quality;
  readonly byKind: Readonly<Record<string, Quality>>;
}

const inPinyin = ['initials', 'mixed'];

/** Asks an engine one half of the questions over the articles that ship. Totals only: no single question leaves this function. */
export const measureQuality = async (engine: Engine, half: Half): Promise<QualityReport> => {
  const docs = await articles();
  await engine.build(docs);
  const topicOf = new Map(docs.map(({ id, topic }) => [id, topic]));
  const asked = questionsOf(half).map(({ topic, kind, query }) => ({
    kind,
    place: placeOf(
      topic,
      engine.search(query, depth).map((id) => topicOf.get(id)!),
    ),
  }));
  const of = (wanted: (kind: string) => boolean): Quality =>
    qualityOf(asked.filter(({ kind }) => wanted(kind)).map(({ place }) => place));
  return {
    overall: of(() => true),
    inCharacters: of((kind) => !inPinyin.includes(kind)),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, of((other) => other === kind)])),
  };
};
