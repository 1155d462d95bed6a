import { type Saying, whose } from '../../said/saying.ts';
import { sentenceOf } from '../../said/sentence.ts';
import { shown, shownParagraph } from '../../text/styled-line.ts';
import { truncate } from '../../text/width.ts';
import { answerLimit, draftOf, withDraft, withNotice } from '../desk.ts';
import { withPassage } from '../insert-text.ts';
import type { SeatSession } from '../session.ts';
import { accountView, verifiedIn } from './verified.ts';

/** Cells of what was written that its notice has room for on the narrowest screen. */
const noticedCells = 36;

/** Puts what the account on the screen says into the call's answer, in words that can be read out. */
export const insertSaid = (session: SeatSession): void => {
  const { say, store, clock } = session;
  const model = store.get();
  const view = accountView(model);
  const call = view && model.calls.get(view.call);
  const query = view?.query;
  if (!call || (query?.state !== 'shown' && query?.state !== 'none')) return;
  const { language, today, knowledge } = model;
  const saying: Saying = {
    person: view.person,
    language,
    today,
    say,
    policy: knowledge.base?.policy,
    several: verifiedIn(model, call.id).length > 1,
  };
  const text = shownParagraph(
    query.state === 'shown' ? sentenceOf(query.answer, saying) : say('said.loan.none', { whose: whose(saying) }),
  );
  const before = draftOf(model, call.id);
  if (before.text.includes(text)) {
    session.notice('info', say('accounts.already', { about: shown(call.name) }));
    return;
  }
  const draft = withPassage(before, text, say('answer.begin', { name: shown(call.name) }));
  if (!draft) {
    session.notice('refused', say('kb.no-room', { max: answerLimit }));
    return;
  }
  // The answer is on another screen; how it goes on there says that the right thing was put in.
  const told = say('accounts.inserted', {
    what: say(`accounts.tab.${view.tab}`),
    about: shown(call.name),
    text: truncate(shown(text), noticedCells),
  });
  store.update((now) => withNotice(withDraft(now, call.id, draft), 'done', told, clock.now()));
};
