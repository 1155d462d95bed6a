import { beginForm } from '../forms/fill-in.ts';
import { articleNow, citeOrTakeBack, copyPart, insertPart, pinOrUnpinArticle } from '../state/article-commands.ts';
import { withOverlay } from '../state/desk.ts';
import { citationsOf } from '../state/knowledge/citations.ts';
import { relatedNow } from '../state/knowledge/related.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { insertAnswer } from './knowledge-actions.ts';
import { anAnswer, anArticle, aPart, unless } from './reasons.ts';

const isCited = (model: SeatModel): boolean => {
  const id = articleNow(model)?.article.id;
  return id !== undefined && citationsOf(model, model.callAt).includes(id);
};

const isPinned = (model: SeatModel): boolean => {
  const id = articleNow(model)?.article.id;
  return id !== undefined && model.use.pinned.includes(id);
};

const onArticle: readonly Action[] = [
  {
    id: 'insert-part',
    name: 'action.insert-part',
    help: 'help.insert-part',
    keys: ['i', 'alt+i'],
    where: 'article',
    whyNot: unless(anArticle, aPart, anAnswer),
    run: (session) => insertPart(session, 'chosen'),
  },
  {
    id: 'cite',
    name: 'action.cite',
    help: 'help.cite',
    keys: ['c', 'alt+q'],
    where: 'article',
    nameNow: (model) => (isCited(model) ? 'action.uncite' : undefined),
    whyNot: unless(anArticle, anAnswer),
    run: citeOrTakeBack,
  },
  {
    id: 'copy-answer',
    name: 'action.copy-answer',
    help: 'help.copy-answer',
    keys: ['y', 'alt+y'],
    where: 'article',
    whyNot: anArticle,
    run: (session) => copyPart(session, 'answer'),
  },
  {
    id: 'copy-part',
    name: 'action.copy-part',
    help: 'help.copy-part',
    keys: ['Y', 'alt+u'],
    where: 'article',
    whyNot: unless(anArticle, aPart),
    run: (session) => copyPart(session, 'chosen'),
  },
  {
    id: 'sms',
    name: 'action.sms',
    help: 'help.sms',
    keys: ['s', 'alt+s'],
    where: 'article',
    whyNot: anArticle,
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'sms' })),
  },
  {
    id: 'related',
    name: 'action.related',
    help: 'help.related',
    keys: ['r', 'alt+r'],
    where: 'article',
    whyNot: unless(anArticle, (model, say) => (relatedNow(model).length > 0 ? undefined : say('why.no-related'))),
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'related', at: 0 })),
  },
  {
    id: 'pin',
    name: 'action.pin',
    help: 'help.pin',
    keys: ['p', 'alt+p'],
    where: 'article',
    nameNow: (model) => (isPinned(model) ? 'action.unpin' : undefined),
    whyNot: anArticle,
    run: pinOrUnpinArticle,
  },
  {
    id: 'correct',
    name: 'action.correct',
    help: 'help.correct',
    keys: ['e', 'alt+e'],
    where: 'article',
    whyNot: anArticle,
    run: (session) => {
      const id = articleNow(session.store.get())?.article.id;
      if (id !== undefined) beginForm(session, 'correct', id);
    },
  },
];

/** A letter pressed in the menu does the entry and closes the menu, as Enter does. */
const closeMenu = ({ store }: SeatSession): void =>
  store.update((model) => (model.overlay?.kind === 'article-menu' ? withOverlay(model, undefined) : model));

/** What can be done with the article at hand: entries of its menu (Ctrl-O), and single letters in the reader. */
export const articleActions: readonly Action[] = onArticle.map((action) => ({
  ...action,
  run: (session) => {
    closeMenu(session);
    return action.run(session);
  },
}));

/** Entries of the article's menu. The short answer has a key of its own, and comes first. */
export const menuEntries: readonly Action[] = [insertAnswer, ...articleActions];
