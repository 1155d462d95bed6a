import { foundArticles } from '../state/knowledge/rows.ts';
import type { SeatModel } from '../state/model.ts';
import type { Say } from '../words/words.ts';
import type { Action } from './action.ts';
import { nameOf } from './dispatch.ts';
import { keyLabel } from './keys.ts';
import { actions } from './table.ts';

/** Pinyin of a text, as initials and in full; nothing until the library is there. */
export type Pinyin = (text: string) => { initials: string; full: string };

let loading: Promise<Pinyin> | undefined;

/** The library is large, and only who opens the palette needs it. */
export const loadPinyin = (): Promise<Pinyin> => {
  loading ??= import('pinyin-pro').then(({ pinyin }) => (text) => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
    return { initials: syllables.map((syllable) => syllable[0] ?? '').join(''), full: syllables.join('') };
  });
  return loading;
};

/** What the palette offers: everything but moving about. */
const offered = actions.filter((action) => !action.hidden);

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

/** How well a text is met: at its beginning, inside, or by its letters in order; lower is better. */
const match = (text: string, query: string): number | undefined => {
  const at = text.indexOf(query);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const char of query) {
    from = text.indexOf(char, from) + 1;
    if (from === 0) return undefined;
  }
  return 3;
};

const score = (
  action: Action,
  query: string,
  model: SeatModel,
  say: Say,
  pinyin: Pinyin | undefined,
): number | undefined => {
  const name = say(nameOf(action, model));
  const spoken = pinyin?.(name);
  const texts = [name, spoken?.initials ?? '', spoken?.full ?? '', ...action.keys.map(keyLabel)];
  const found = texts.map((text) => match(plain(text), query)).filter((value) => value !== undefined);
  if (found.length > 0) return Math.min(...found);
  // Two Latin letters stand in almost every sentence; two Chinese characters are a word.
  const telling = query.length > 2 || /[^\x00-\x7f]/.test(query);
  return telling && plain(say(action.help)).includes(query) ? 4 : undefined;
};

type Scored = { readonly action: Action; readonly score: number };

const scoredActions = (query: string, model: SeatModel, say: Say, pinyin: Pinyin | undefined): readonly Scored[] => {
  const wanted = plain(query);
  const blocked = (action: Action): number => Number(action.whyNot?.(model, say) !== undefined);
  if (wanted === '') {
    const elsewhere = (action: Action): number => Number(action.where !== model.screen);
    return [...offered]
      .sort((a, b) => blocked(a) - blocked(b) || elsewhere(a) - elsewhere(b))
      .map((action) => ({ action, score: 0 }));
  }
  return offered
    .map((action) => ({ action, score: score(action, wanted, model, say, pinyin) }))
    .filter((entry): entry is Scored => entry.score !== undefined)
    .sort((a, b) => a.score - b.score || blocked(a.action) - blocked(b.action));
};

/** The actions that answer to a query by characters, pinyin or key, best first; without one, what applies now comes first. */
export const findActions = (query: string, model: SeatModel, say: Say, pinyin: Pinyin | undefined): readonly Action[] =>
  scoredActions(query, model, say, pinyin).map(({ action }) => action);

/** What the palette offers: something to do, or an article to read. */
export type Offer =
  | { readonly kind: 'action'; readonly id: string; readonly action: Action }
  | { readonly kind: 'article'; readonly id: string; readonly title: string };

const mostArticles = 6;
/** A single letter stands in every article. */
const leastQuery = 2;
/** Up to here an action is called by its name; worse ones stand below the articles. */
const called = 1;

/** Actions and articles that answer to a query. */
export const findOffers = (query: string, model: SeatModel, say: Say, pinyin: Pinyin | undefined): readonly Offer[] => {
  const found = scoredActions(query, model, say, pinyin);
  const offer = ({ action }: Scored): Offer => ({ kind: 'action', id: action.id, action });
  const signedIn = model.screen !== 'sign-in';
  const articles = signedIn && query.trim().length >= leastQuery ? foundArticles(model, query, mostArticles) : [];
  return [
    ...found.filter(({ score }) => score <= called).map(offer),
    ...articles.map(({ id, title }): Offer => ({ kind: 'article', id, title })),
    ...found.filter(({ score }) => score > called).map(offer),
  ];
};
