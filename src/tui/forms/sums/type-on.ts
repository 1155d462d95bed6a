import type { SeatSession } from '../../state/session.ts';
import { readResult } from '../../state/sums/result-window.ts';
import { edit } from '../../text/edit-buffer.ts';
import { fieldsOf, formInUse, setField } from '../fill-in.ts';
import { typeOnChoice } from '../type-choice.ts';

/** What is typed while the result has the keys is for the field that was left last: it goes there, and the keys with it. */
export const typeOn = (session: SeatSession, text: string): void => {
  const { say, store } = session;
  store.update((model) => readResult(model, false));
  const model = store.get();
  const form = formInUse(model);
  const field = form && fieldsOf(model, form)[form.at];
  if (!field) return;
  const value = form.values[field.id];
  if (field.type === 'choice' || value?.type !== 'text') {
    typeOnChoice(session, text);
    return;
  }
  const { buffer, refused } = edit(value.buffer, { do: 'insert', text, pasted: true });
  setField(session, field.id, { type: 'text', buffer });
  if (refused !== '') session.notice('refused', say('answer.full', { max: field.max }));
};
