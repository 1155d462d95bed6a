import type { Action } from '../actions/action.ts';
import { isPlaceHere } from '../actions/contexts.ts';
import { keyLabel } from '../actions/keys.ts';
import { nameOf } from '../actions/meant.ts';
import { actions } from '../actions/table.ts';
import { keymapOf } from '../keymap/keymap.ts';
import { foundArticles } from '../state/knowledge/rows.ts';
import type { SeatModel } from '../state/model.ts';
import { type Offer, offerName, type SettingKey } from '../state/palette/offer.ts';
import { settingKeys, settingValues, typedValue, valueText } from '../state/palette/settings.ts';
import { activeCall, myCalls, waitingCalls } from '../state/selectors.ts';
import { type ReadTyped, readCharacters, type TypedTest } from '../text/typed.ts';
import { writingKeys } from '../text/writing-keys.ts';
import type { Say } from '../words/words.ts';
import type { FoundTicket } from './find-tickets.ts';

/** What the palette rests on besides the model. */
export interface Looking {
  readonly typed: string;
  readonly say: Say;
  /** How what was typed is read: by pinyin as well, as soon as that is there. */
  readonly read?: ReadTyped | undefined;
  readonly tickets?: readonly FoundTicket[];
}

const mostArticles = 6;
/** So many chosen before stand at the head while nothing is typed. */
const mostRecent = 5;
/** A single letter stands in every article. */
const leastQuery = 2;
/** Up to here something is called by its name; worse ones stand below the articles. */
const called = 1;

/** What the palette offers of the actions: everything but moving about. */
const notHidden = actions.filter((action) => !action.hidden);
const offeredIn = (model: SeatModel): readonly Action[] => notHidden.filter(({ where }) => isPlaceHere(where, model));

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

/** Something that answers to what was typed; lower is better. */
interface Scored {
  readonly offer: Offer;
  readonly score: number;
}

const byName = (test: TypedTest, offer: Omit<Offer, 'mark'>): Scored | undefined => {
  const mark = test(offer.title);
  return mark && { offer: { ...offer, mark }, score: mark[0] === 0 ? 0 : 1 };
};

/** How well a key is met: `f1` is F1 rather than F10. */
const byKey = (keys: readonly string[], wanted: string): number | undefined => {
  const labels = keys.map((key) => plain(keyLabel(key)));
  if (labels.includes(wanted)) return 0;
  return wanted.length > 1 && labels.some((label) => label.startsWith(wanted)) ? 1 : undefined;
};

/** Two Latin letters stand in almost every sentence; two Chinese characters are a word. */
const isTelling = (wanted: string): boolean => wanted.length > 2 || /[^\x00-\x7f]/.test(wanted);

const actionOffer = (action: Action, model: SeatModel, say: Say): Offer => ({
  kind: 'action',
  id: action.id,
  title: say(nameOf(action, model)),
});

const settingOffer = (key: SettingKey, say: Say): Offer => ({ kind: 'setting', id: key, title: say(`setting.${key}`) });

/** Actions, settings, and the keys of the text fields. */
const byCommands = (model: SeatModel, { typed, say }: Looking, test: TypedTest): Scored[] => {
  const wanted = plain(typed);
  const inWords = (text: string): boolean => isTelling(wanted) && plain(text).includes(wanted);
  const found = offeredIn(model).flatMap((action): Scored[] => {
    const offer = actionOffer(action, model, say);
    const named = byName(test, offer);
    const keyed = byKey(keymapOf(model).keysOf(action), wanted);
    if (named && !(keyed !== undefined && keyed < named.score)) return [named];
    if (keyed !== undefined) return [{ offer, score: keyed }];
    return inWords(say(action.help)) ? [{ offer, score: 4 }] : [];
  });
  const settings = settingKeys.flatMap((key): Scored[] => {
    const offer = settingOffer(key, say);
    const named = byName(test, offer);
    if (named) return [named];
    const valued = settingValues[key].some((value) => test(valueText(model.language, say, key, value)));
    return valued || inWords(say(`setting.${key}.about`)) ? [{ offer, score: 4 }] : [];
  });
  const writing = writingKeys.flatMap(({ id, name, keys }): Scored[] => {
    const offer: Offer = { kind: 'writing', id, title: say(name) };
    const keyed = byKey(keys, wanted);
    const named = byName(test, offer) ?? (keyed === undefined ? undefined : { offer, score: keyed });
    return named ? [named] : [];
  });
  return [...found, ...settings, ...writing];
};

/** The open calls: those at this seat, and those that wait. */
const callsAtHand = (model: SeatModel): Offer[] =>
  [...new Set([activeCall(model), ...myCalls(model), ...waitingCalls(model)])]
    .filter((call) => call !== undefined)
    .map(({ id, name }) => ({ kind: 'call', id, title: name }));

const byCalls = (model: SeatModel, test: TypedTest): Scored[] =>
  callsAtHand(model).flatMap((offer): Scored[] => {
    const named = byName(test, offer);
    if (named) return [named];
    const call = model.calls.get(offer.id);
    return call && (test(call.question) || test(call.ticket)) ? [{ offer, score: 2 }] : [];
  });

const chosenBefore = (model: SeatModel): ReadonlyMap<string, number> =>
  new Map((model.use.chosen ?? []).map((name, at) => [name, at]));

/** What cannot be done from here stands behind what can; a key of the text fields is only told. */
const isBlocked = ({ kind, id }: Offer, model: SeatModel, say: Say): boolean =>
  kind === 'writing' ||
  (kind === 'action' && actions.find((action) => action.id === id)?.whyNot?.(model, say) !== undefined);

/** While nothing is typed: what was chosen last, the calls, then what applies here and now. */
const everything = (model: SeatModel, say: Say): readonly Offer[] => {
  const elsewhere = (action: Action): number => Number(action.where !== model.screen);
  const offered = offeredIn(model);
  const blocked = new Map(offered.map((action) => [action, Number(action.whyNot?.(model, say) !== undefined)]));
  const commands = [...offered]
    .sort((a, b) => blocked.get(a)! - blocked.get(b)! || elsewhere(a) - elsewhere(b))
    .map((action) => actionOffer(action, model, say));
  const settings = settingKeys.map((key) => settingOffer(key, say));
  const rest = [...callsAtHand(model).slice(0, mostRecent), ...commands, ...settings];
  const known = new Map(rest.map((offer) => [offerName(offer), offer]));
  const recent = (model.use.chosen ?? [])
    .flatMap((name) => known.get(name) ?? remembered(model, name) ?? [])
    .slice(0, mostRecent);
  const names = new Set(recent.map(offerName));
  return [...recent, ...rest.filter((offer) => !names.has(offerName(offer)))];
};

/** An article or ticket by its name among those chosen before, as long as it is at hand. */
const remembered = (model: SeatModel, name: string): Offer | undefined => {
  const [kind = '', id = ''] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  const article = kind === 'article' ? model.knowledge.base?.article(id) : undefined;
  if (article) return { kind: 'article', id, title: article.title };
  const ticket = kind === 'ticket' ? model.tickets.get(id) : undefined;
  return ticket && { kind: 'ticket', id, title: `${ticket.number}  ${ticket.name}` };
};

/** The values of a setting, and one that was typed. */
export const valueOffers = (key: SettingKey, model: SeatModel, { typed, say, read }: Looking): readonly Offer[] => {
  const test = (read ?? readCharacters)(typed);
  const offers = settingValues[key].flatMap((value): Offer[] => {
    const title = valueText(model.language, say, key, value);
    const mark = test(title) ?? test(String(value));
    return typed.trim() === '' || mark ? [{ kind: 'value', id: String(value), title }] : [];
  });
  const value = typedValue(key, typed);
  if (value === undefined || offers.some(({ id }) => id === String(value))) return offers;
  return [{ kind: 'value', id: String(value), title: valueText(model.language, say, key, value) }, ...offers];
};

/** All that answers to what was typed, best first: what is called so, citizens of that name, articles, what only mentions it. */
export const findOffers = (model: SeatModel, looking: Looking): readonly Offer[] => {
  const { typed, say, read = readCharacters, tickets = [] } = looking;
  if (typed.trim() === '') return everything(model, say);
  const test = read(typed);
  const before = chosenBefore(model);
  const recency = (offer: Offer): number => before.get(offerName(offer)) ?? before.size;
  const { signedIn } = model;
  const scored = [...byCommands(model, looking, test), ...(signedIn ? byCalls(model, test) : [])];
  const blocked = new Map(scored.map(({ offer }) => [offer, Number(isBlocked(offer, model, say))]));
  scored.sort(
    (a, b) =>
      Math.max(a.score, called) - Math.max(b.score, called) ||
      recency(a.offer) - recency(b.offer) ||
      a.score - b.score ||
      blocked.get(a.offer)! - blocked.get(b.offer)!,
  );
  const articles = signedIn && typed.trim().length >= leastQuery ? foundArticles(model, typed, mostArticles) : [];
  return [
    ...scored.filter(({ score }) => score <= called).map(({ offer }) => offer),
    ...tickets.filter(({ named }) => named).map(({ offer }) => offer),
    ...articles.map(({ id, title }): Offer => ({ kind: 'article', id, title, mark: test(title) })),
    ...tickets.filter(({ named }) => !named).map(({ offer }) => offer),
    ...scored.filter(({ score }) => score > called).map(({ offer }) => offer),
  ];
};
