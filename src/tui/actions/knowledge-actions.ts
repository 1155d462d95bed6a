import { insertPart, readArticle } from '../state/article-commands.ts';
import { besideCallOrScreen, nextCallPane, showScreen, withOverlay } from '../state/desk.ts';
import {
  chosenRow,
  clearQuery,
  closeArticle,
  lookupKeyNow,
  lookupOf,
  moveChosen,
  screenLookup,
  selectQuery,
  withTopic,
} from '../state/knowledge/lookup.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { anAnswer, anArticle, signedIn, unless } from './reasons.ts';
import { findTickets } from './ticket-actions.ts';

const step = (session: SeatSession, by: number): void =>
  session.store.update((model) => moveChosen(model, lookupKeyNow(model), by));

/** The knowledge screen is found narrowed as it was left, also tomorrow. */
const rememberTopic = (session: SeatSession): void => {
  const { topic } = lookupOf(session.store.get(), screenLookup);
  if (topic !== session.store.get().lists.topic) session.habits.changeLists((lists) => ({ ...lists, topic }));
};

/** Enter: an article opens, a topic narrows the list. */
const openChosen = (session: SeatSession): void => {
  const model = session.store.get();
  const key = lookupKeyNow(model);
  const row = chosenRow(model, key);
  if (row?.kind === 'article') readArticle(session, row.id);
  else if (row) {
    session.store.update((now) => withTopic(now, key, row.topic.id));
    rememberTopic(session);
  }
};

/**
 * The search field gets the keys, and what is typed replaces what stands in it: beside the call in a call, else on the knowledge
 * screen. Pressed again in a call, the answer gets them.
 */
const search = (model: SeatModel): SeatModel => {
  if (model.screen === 'call' && model.pane === 'lookup') return { ...model, pane: 'main' };
  const shown = besideCallOrScreen(model);
  const key = lookupKeyNow(shown);
  return selectQuery(shown.screen === 'knowledge' ? closeArticle(shown, key) : shown, key);
};

/** The knowledge screen as it was left, an open article too; on that screen already, its search field. */
const showKnowledge = (model: SeatModel): SeatModel =>
  model.screen === 'knowledge' ? search(model) : selectQuery(showScreen(model, 'knowledge'), screenLookup);

const isNarrowed = (model: SeatModel): boolean => {
  const { query, topic } = lookupOf(model, lookupKeyNow(model));
  return query.text !== '' || topic !== undefined;
};

/** What a call is mostly searched for: the answer, into the answer. */
export const insertAnswer: Action = {
  id: 'insert-answer',
  name: 'action.insert-answer',
  help: 'help.insert-answer',
  keys: ['ctrl+y'],
  where: 'kb',
  bar: 11.5,
  whyNot: unless(anArticle, anAnswer),
  run: (session) => insertPart(session, 'answer'),
};

/** Searching: the keys that work on every screen, in the list, beside a call, and on the knowledge screen. */
export const knowledgeActions: readonly Action[] = [
  {
    id: 'show-knowledge',
    name: 'action.knowledge',
    help: 'help.knowledge',
    keys: ['f4'],
    where: 'anywhere',
    bar: 32,
    idle: ({ screen }) => screen === 'knowledge',
    whyNot: signedIn,
    run: ({ store }) => store.update(showKnowledge),
  },
  {
    id: 'search',
    name: 'action.search',
    help: 'help.search',
    keys: ['ctrl+f'],
    where: 'anywhere',
    bar: 12.5,
    idle: (model) =>
      model.screen === 'queue' || (model.screen === 'knowledge' && !lookupOf(model, lookupKeyNow(model)).reading),
    nameNow: ({ screen, pane, ticketList }) => {
      if (screen === 'tickets') return ticketList.typing ? 'action.back-to-tickets' : 'action.tickets-find';
      return screen === 'call' && pane === 'lookup' ? 'action.back-to-answer' : undefined;
    },
    whyNot: signedIn,
    run: (session) => (session.store.get().screen === 'tickets' ? findTickets(session) : session.store.update(search)),
  },
  insertAnswer,
  {
    id: 'article-menu',
    name: 'action.article-menu',
    help: 'help.article-menu',
    keys: ['ctrl+o'],
    where: 'kb',
    bar: 12.7,
    whyNot: anArticle,
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'article-menu', at: 0 })),
  },

  {
    ...hidden('lookup', 'open', 'action.read', 'help.read', ['enter'], openChosen, 5),
    idle: (model) => chosenRow(model, lookupKeyNow(model)) === undefined,
    nameNow: (model) => (chosenRow(model, lookupKeyNow(model))?.kind === 'topic' ? 'action.choose' : undefined),
  },
  hidden('lookup', 'up', 'action.up', 'help.lookup-move', ['up'], (session) => step(session, -1)),
  hidden('lookup', 'down', 'action.down', 'help.lookup-move', ['down'], (session) => step(session, 1)),
  hidden('lookup', 'page-up', 'action.page-up', 'help.page', ['pageup'], (session) =>
    step(session, -session.shelf.rows),
  ),
  hidden('lookup', 'page-down', 'action.page-down', 'help.page', ['pagedown'], (session) =>
    step(session, session.shelf.rows),
  ),

  {
    ...hidden('beside-call', 'back', 'action.back-to-answer', 'help.leave-search', ['escape'], ({ store }) =>
      store.update((model) =>
        isNarrowed(model) ? clearQuery(model, lookupKeyNow(model)) : { ...model, pane: 'main' },
      ),
    ),
    bar: 5.5,
    nameNow: (model) => (isNarrowed(model) ? 'action.clear' : undefined),
  },
  hidden('beside-call', 'next-pane', 'action.pane', 'help.pane', ['tab'], ({ store }) =>
    store.update((model) => nextCallPane(model, 1)),
  ),
  hidden('beside-call', 'previous-pane', 'action.pane', 'help.pane', ['shift+tab'], ({ store }) =>
    store.update((model) => nextCallPane(model, -1)),
  ),

  {
    ...hidden('knowledge', 'clear', 'action.clear', 'help.clear-search', ['escape'], (session) => {
      session.store.update((model) => clearQuery(model, lookupKeyNow(model)));
      rememberTopic(session);
    }),
    bar: 9,
    idle: (model) => !isNarrowed(model),
  },
  hidden('knowledge', 'read', 'action.read', 'help.read', ['tab'], openChosen),
];
