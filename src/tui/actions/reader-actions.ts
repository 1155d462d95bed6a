import { partNames } from '../../kb/article/article.ts';
import { insertPart } from '../state/article-commands.ts';
import { closeArticle, goInHistory, lookupKeyNow, lookupOf, withReading } from '../state/knowledge/lookup.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { anAnswer, unless } from './reasons.ts';

const readingOf = (model: SeatModel) => lookupOf(model, lookupKeyNow(model)).reading;

/** Goes to a part; its heading comes to the top as far as the text reaches. */
const toPart = (session: SeatSession, part: number): void =>
  session.store.update((model) =>
    withReading(model, lookupKeyNow(model), {
      part,
      scroll: Math.min(session.shelf.parts[part] ?? 0, session.shelf.most),
    }),
  );

const nextPart = (session: SeatSession, by: 1 | -1): void => {
  const at = readingOf(session.store.get())?.part ?? 0;
  toPart(session, (at + by + partNames.length) % partNames.length);
};

/** Scrolls. The chosen part stays chosen while anything of it is in view, else it is the first or last one that is. */
const scroll = (session: SeatSession, by: number): void =>
  session.store.update((model) => {
    const reading = readingOf(model);
    if (!reading) return model;
    const { most, page, parts } = session.shelf;
    const top = Math.max(0, Math.min(Math.min(reading.scroll, most) + by, most));
    const first = Math.max(
      0,
      parts.findLastIndex((start) => start <= top),
    );
    const last = Math.max(
      first,
      parts.findLastIndex((start) => start <= top + page),
    );
    const part = Math.max(first, Math.min(reading.part, last));
    return withReading(model, lookupKeyNow(model), { scroll: top, part });
  });

const history = (session: SeatSession, way: 'past' | 'future'): void => {
  const model = session.store.get();
  const next = goInHistory(model, lookupKeyNow(model), way);
  if (next === model) session.notice('info', session.say(way === 'past' ? 'kb.no-past' : 'kb.no-future'));
  else session.store.update(() => next);
};

/** In force while an article is being read. */
export const readerActions: readonly Action[] = [
  {
    ...hidden('reader', 'insert', 'action.insert-part', 'help.insert-part', ['enter'], (session) =>
      insertPart(session, 'chosen'),
    ),
    bar: 5,
    whyNot: unless(anAnswer),
  },
  hidden('reader', 'next-part', 'action.next-part', 'help.next-part', ['tab'], (session) => nextPart(session, 1), 9),
  hidden('reader', 'previous-part', 'action.previous-part', 'help.previous-part', ['shift+tab'], (session) =>
    nextPart(session, -1),
  ),
  hidden('reader', 'up', 'action.up', 'help.scroll', ['up', 'k'], (session) => scroll(session, -1)),
  hidden('reader', 'down', 'action.down', 'help.scroll', ['down', 'j'], (session) => scroll(session, 1)),
  hidden('reader', 'page-up', 'action.page-up', 'help.scroll', ['pageup'], (session) =>
    scroll(session, -session.shelf.page),
  ),
  hidden('reader', 'page-down', 'action.page-down', 'help.scroll', ['pagedown', ' '], (session) =>
    scroll(session, session.shelf.page),
  ),
  hidden('reader', 'first', 'action.first', 'help.first-part', ['home', 'g'], (session) =>
    scroll(session, -session.shelf.most),
  ),
  hidden('reader', 'last', 'action.last', 'help.last-part', ['end', 'G'], (session) =>
    scroll(session, session.shelf.most),
  ),
  hidden('reader', 'back', 'action.history-back', 'help.history-back', ['left', 'h'], (session) =>
    history(session, 'past'),
  ),
  hidden('reader', 'forward', 'action.history-forward', 'help.history-forward', ['right', 'l'], (session) =>
    history(session, 'future'),
  ),
  hidden(
    'reader',
    'close',
    'action.back',
    'help.close-article',
    ['escape'],
    ({ store }) => store.update((model) => closeArticle(model, lookupKeyNow(model))),
    10,
  ),
  ...partNames.map((name, index) =>
    hidden(
      'reader',
      `part-${index + 1}`,
      `part.${name}`,
      'help.to-part',
      [`${index + 1}`, `alt+${index + 1}`],
      (session) => toPart(session, index),
    ),
  ),
];
