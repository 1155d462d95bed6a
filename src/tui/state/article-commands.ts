import { haveOpened, haveUsed, pinOrUnpin } from '../../client/article-use.ts';
import type { PartName } from '../../kb/article/article.ts';
import type { ReadOut } from '../../kb/article/read-out.ts';
import { shown, shownParagraph } from '../text/styled-line.ts';
import { term } from '../words/words.ts';
import type { Outcome } from './asked.ts';
import { answerLimit, draftOf, withDraft, withNotice } from './desk.ts';
import { withPassage } from './insert-text.ts';
import { citationsOf, cite, mostCitations, takeBackCitation } from './knowledge/citations.ts';
import { articleAt, lookupKeyNow, lookupOf, openArticle, withReading } from './knowledge/lookup.ts';
import type { SeatModel } from './model.ts';
import { post } from './post.ts';
import { shownCall } from './selectors.ts';
import type { SeatSession } from './session.ts';

/** The article that keys act on now, with its figures as they hold today. */
export const articleNow = (model: SeatModel): ReadOut | undefined => {
  const id = articleAt(model, lookupKeyNow(model));
  return id === undefined ? undefined : model.knowledge.base?.readOut(id, model.today);
};

/** The part chosen in the reader; the short answer while the list has the keys. */
export const partNow = (model: SeatModel): { name: PartName; text: string } | undefined =>
  articleNow(model)?.parts[lookupOf(model, lookupKeyNow(model)).reading?.part ?? 0];

/** Opens an article to read it. */
export const readArticle = (session: SeatSession, id: string): void => {
  session.store.update((model) => openArticle(model, lookupKeyNow(model), id));
  session.habits.changeUse((use) => haveOpened(use, id));
};

/** Opens an article at its end, where the own corrections and what the centre answered stand. */
export const readCorrections = (session: SeatSession, id: string): void => {
  readArticle(session, id);
  session.store.update((model) => withReading(model, lookupKeyNow(model), { scroll: Number.MAX_SAFE_INTEGER }));
};

/** Expired or not yet in force: it must not go into an answer unnoticed. */
const warning = ({ state }: ReadOut, session: SeatSession): string =>
  state === 'in-force' ? '' : session.say(state === 'expired' ? 'kb.warn.expired' : 'kb.warn.coming');

/** Puts a part of the article at hand into the shown call's answer, on lines of its own where the caret stands, and cites the article. */
export const insertPart = (session: SeatSession, which: 'answer' | 'chosen'): void => {
  const { say, store } = session;
  const model = store.get();
  const read = articleNow(model);
  const call = shownCall(model);
  const part = which === 'answer' ? read?.parts[0] : partNow(model);
  if (!read || !call || !part) return;
  const draft = draftOf(model, call.id);
  if (draft.text.includes(shownParagraph(part.text))) {
    session.notice('info', say('accounts.already', { about: shown(call.name) }));
    return;
  }
  const buffer = withPassage(draft, shownParagraph(part.text), say('answer.begin', { name: shown(call.name) }));
  if (!buffer) {
    session.notice('refused', say('kb.no-room', { max: answerLimit }));
    return;
  }
  const { id } = read.article;
  const told = say('kb.inserted', { part: term(model.language, 'part', part.name), about: shown(call.name), id });
  const warned = warning(read, session);
  store.update((now) =>
    withNotice(
      // On the call screen the next thing is to finish the sentence.
      { ...cite(withDraft(now, call.id, buffer), call.id, id), pane: now.screen === 'call' ? 'main' : now.pane },
      warned === '' ? 'done' : 'warning',
      `${told}${warned}`,
      session.clock.now(),
    ),
  );
  session.habits.changeUse((use) => haveUsed(use, id));
};

/** Cites the article at hand on the shown call's ticket, or takes it back. */
export const citeOrTakeBack = (session: SeatSession): void => {
  const { say, store } = session;
  const model = store.get();
  const read = articleNow(model);
  const call = shownCall(model);
  if (!read || !call) return;
  const { id } = read.article;
  const about = shown(call.name);
  const cited = citationsOf(model, call.id);
  if (cited.includes(id)) {
    store.update((now) => takeBackCitation(now, call.id, id));
    session.notice('done', say('kb.uncited', { id, about }));
  } else if (cited.length >= mostCitations) {
    session.notice('refused', say('kb.cited.most', { max: mostCitations }));
  } else {
    store.update((now) => cite(now, call.id, id));
    session.notice('done', say('kb.cited', { id, about }));
    session.habits.changeUse((use) => haveUsed(use, id));
  }
};

const copy = (session: SeatSession, text: string, what: string): void => {
  session.copy(text);
  session.notice('done', session.say('kb.copied', { what, count: [...text].length }));
};

/** Hands a part to the terminal's clipboard. */
export const copyPart = (session: SeatSession, which: 'answer' | 'chosen'): void => {
  const model = session.store.get();
  const read = articleNow(model);
  const part = which === 'answer' ? read?.parts[0] : partNow(model);
  if (!read || !part) return;
  copy(session, shownParagraph(part.text), term(model.language, 'part', part.name));
  session.habits.changeUse((use) => haveUsed(use, read.article.id));
};

export const copySms = (session: SeatSession): void => {
  const read = articleNow(session.store.get());
  if (read) copy(session, shownParagraph(read.sms), session.say('kb.sms'));
};

/** Keeps the article at the head of the list, or no longer. */
export const pinOrUnpinArticle = (session: SeatSession): void => {
  const read = articleNow(session.store.get());
  if (!read) return;
  const { id } = read.article;
  session.habits.changeUse((use) => pinOrUnpin(use, id));
  const pinned = session.store.get().use.pinned.includes(id);
  session.notice('done', session.say(pinned ? 'kb.pinned' : 'kb.unpinned', { id }));
};

/** Tells the centre what is wrong with an article. `part` null: the whole of it. */
export const fileCorrection = (
  session: SeatSession,
  article: string,
  part: string | null,
  note: string,
): Promise<Outcome> => {
  const model = session.store.get();
  const call = shownCall(model);
  const ticket = call?.seat?.id === model.me?.id ? call?.ticket : undefined;
  const body = { note, ...(part !== null && { part }), ...(ticket !== undefined && { ticket }) };
  return post(session, { route: 'kb.correct', params: { document: article }, body, about: article, subject: article });
};
