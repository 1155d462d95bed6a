import type { ListUse } from '../../../client/list-use.ts';
import { type EditBuffer, edit } from '../../text/edit-buffer.ts';
import type { SeatModel } from '../model.ts';
import { emptyLookup, type Lookup, type Reading } from './lookup-state.ts';
import type { Choice } from './row.ts';
import { rowsOf } from './rows.ts';

/** Names the lookup of the knowledge screen; a call's is named by the call. */
export const screenLookup = '';

/** The lookup that keys act on now: the shown call's on the call screen, else the knowledge screen's. */
export const lookupKeyNow = ({ screen, callAt }: SeatModel): string =>
  screen === 'call' && callAt !== undefined ? callAt : screenLookup;

export const lookupOf = ({ lookups }: SeatModel, key: string): Lookup => lookups.get(key) ?? emptyLookup;

const put = (model: SeatModel, key: string, change: Partial<Lookup>): SeatModel => ({
  ...model,
  lookups: new Map(model.lookups).set(key, { ...lookupOf(model, key), ...change }),
});

/** The chosen row and its place; the first one until another is walked to. */
export const choiceOf = (model: SeatModel, key: string): { readonly place: number; readonly row: Choice } | undefined =>
  rowsOf(model, key).choice(lookupOf(model, key).chosen);

export const chosenRow = (model: SeatModel, key: string): Choice | undefined => choiceOf(model, key)?.row;

/** The article that keys act on: the one in the reader, else the chosen one of the list. */
export const articleAt = (model: SeatModel, key: string): string | undefined => {
  const { reading } = lookupOf(model, key);
  if (reading) return reading.article;
  const row = chosenRow(model, key);
  return row?.kind === 'article' ? row.id : undefined;
};

/** What was typed is another text: the best result is chosen again. */
export const withQuery = (model: SeatModel, key: string, query: EditBuffer): SeatModel => {
  const lookup = lookupOf(model, key);
  if (lookup.query.text === query.text) return put(model, key, { query });
  const before = rowsOf(model, key).ready.flatMap((row) => (row.kind === 'article' ? row.id : []));
  return put(model, key, { query, before, chosen: undefined });
};

/** What was typed stays, and goes with the first character that is typed now. */
export const selectQuery = (model: SeatModel, key: string): SeatModel =>
  put(model, key, { query: edit(lookupOf(model, key).query, { do: 'select-all' }).buffer });

export const clearQuery = (model: SeatModel, key: string): SeatModel =>
  put(withQuery(model, key, emptyLookup.query), key, { topic: undefined, chosen: undefined });

/** Only the articles of a topic, all of them. */
export const withTopic = (model: SeatModel, key: string, topic: string): SeatModel =>
  put(model, key, { query: emptyLookup.query, topic, before: [], chosen: undefined });

/** The knowledge screen's list as a person left it, before they have typed anything there. */
export const withTopicOf = ({ topic }: ListUse, model: SeatModel): SeatModel => {
  const lookup = lookupOf(model, screenLookup);
  return lookup.query.text !== '' || lookup.topic === topic ? model : put(model, screenLookup, { topic });
};

export const moveChosen = (model: SeatModel, key: string, by: number): SeatModel => {
  const rows = rowsOf(model, key);
  const choice = choiceOf(model, key);
  const next = choice && rows.at(rows.stepFrom(choice.place, by));
  return next === undefined ? model : put(model, key, { chosen: next.key });
};

/** Opens an article in the reader, by the way that led there. */
export const openArticle = (model: SeatModel, key: string, article: string): SeatModel => {
  const { reading, past } = lookupOf(model, key);
  if (reading?.article === article) return model;
  return put(model, key, {
    reading: { article, part: 0, scroll: 0 },
    past: reading ? [...past, reading] : past,
    future: [],
  });
};

/** Back to the list; the way that led here is forgotten. */
export const closeArticle = (model: SeatModel, key: string): SeatModel =>
  put(model, key, { reading: undefined, past: [], future: [] });

export const withReading = (model: SeatModel, key: string, change: Partial<Reading>): SeatModel => {
  const { reading } = lookupOf(model, key);
  return reading ? put(model, key, { reading: { ...reading, ...change } }) : model;
};

/** To what was read before, or forward again. */
export const goInHistory = (model: SeatModel, key: string, way: 'past' | 'future'): SeatModel => {
  const lookup = lookupOf(model, key);
  const next = lookup[way].at(-1);
  if (!lookup.reading || !next) return model;
  const other = way === 'past' ? 'future' : 'past';
  return put(model, key, {
    reading: next,
    [way]: lookup[way].slice(0, -1),
    [other]: [...lookup[other], lookup.reading],
  });
};
