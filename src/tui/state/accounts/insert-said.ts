import { sentenceOf } from '../../said/sentence.ts';
import { shown, shownParagraph } from '../../text/styled-line.ts';
import { answerLimit, draftOf, withDraft, withNotice } from '../desk.ts';
import { withText } from '../insert-text.ts';
import type { SeatSession } from '../session.ts';
import { accountView } from './verified.ts';

/** Puts what the account on the screen says into the call's answer, in words that can be read out. */
export const insertSaid = (session: SeatSession): void => {
  const { say, store, clock } = session;
  const model = store.get();
  const view = accountView(model);
  const call = view && model.calls.get(view.call);
  if (!call || view.query?.state !== 'shown') return;
  const { language, today, knowledge } = model;
  const text = sentenceOf(view.query.answer, {
    person: view.person,
    language,
    today,
    say,
    policy: knowledge.base?.policy,
  });
  const draft = withText(draftOf(model, call.id), shownParagraph(text));
  if (!draft) {
    session.notice('refused', say('kb.no-room', { max: answerLimit }));
    return;
  }
  const told = say('accounts.inserted', { what: say(`accounts.tab.${view.tab}`), about: shown(call.name) });
  store.update((now) => withNotice(withDraft(now, call.id, draft), 'done', told, clock.now()));
};
