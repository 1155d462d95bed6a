import type { SumResult } from '../../../kb/sums/result.ts';
import type { SumId } from '../../../kb/sums/sum-forms.ts';
import { shown, shownParagraph } from '../../text/styled-line.ts';
import { answerLimit, draftOf, withDraft, withNotice, withOverlay } from '../desk.ts';
import { withPassage } from '../insert-text.ts';
import type { SeatSession } from '../session.ts';

/** Puts what a sum says into a call's answer, on a line of its own where the caret stands; the answer then has the keys. */
export const insertResult = (session: SeatSession, id: SumId, { said }: SumResult, call: string): void => {
  const { say, store, clock } = session;
  const model = store.get();
  const about = shown(model.calls.get(call)?.name ?? '');
  const begin = say('answer.begin', { name: about });
  const draft = withPassage(draftOf(model, call), shownParagraph(said[model.language]), begin);
  if (!draft) {
    session.notice('refused', say('sums.no-room', { max: answerLimit }));
    return;
  }
  const told = say('sums.inserted', { sum: say(`sum.${id}`), about });
  store.update((now) => {
    const closed = withOverlay(withDraft(now, call, draft), undefined);
    return withNotice(now.screen === 'call' ? { ...closed, pane: 'main' } : closed, 'done', told, clock.now());
  });
};

/** Hands what a sum says to the terminal's clipboard. */
export const copyResult = (session: SeatSession, id: SumId, { said }: SumResult): void => {
  const { say, store } = session;
  const text = said[store.get().language];
  session.copy(text);
  session.notice('done', say('sums.copied', { sum: say(`sum.${id}`), count: [...text].length }));
};

/** The table with tabs between its cells, as spreadsheets take it. */
export const copyTable = (session: SeatSession, id: SumId, { table }: SumResult): void => {
  const { say, store } = session;
  const { language } = store.get();
  const rows = [table.headings, ...table.rows].map((row) => row.map((cell) => cell[language]).join('\t'));
  session.copy(rows.join('\n'));
  session.notice('done', say('sums.table-copied', { sum: say(`sum.${id}`), rows: table.rows.length }));
};
