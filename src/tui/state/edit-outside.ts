import { type EditorEnd, editInEditor, editorCommand } from '../terminal/external-editor.ts';
import { type EditBuffer, edit } from '../text/edit-buffer.ts';
import { shownParagraph } from '../text/styled-line.ts';
import { answerLimit, draftOf, withDraft } from './desk.ts';
import { shownCall } from './selectors.ts';
import type { SeatSession } from './session.ts';

/** A draft with another text in place of all of its own, as one step to undo; nothing when the text is too long. */
const replaced = (draft: EditBuffer, text: string): EditBuffer | undefined => {
  const all = edit(draft, { do: 'select-all' }).buffer;
  if (text === '') return edit(all, { do: 'erase', to: 'left' }).buffer;
  const { buffer, refused } = edit(all, { do: 'insert', text, pasted: true });
  return refused === '' ? buffer : undefined;
};

/** What the editor left becomes the answer, unless it is too long: then the answer stays, and the text is there for the next time. */
const takeBack = (session: SeatSession, call: string, saved: string): void => {
  const { store, say } = session;
  // Editors end the last line.
  const text = shownParagraph(saved.replace(/\r?\n$/, ''));
  const draft = draftOf(store.get(), call);
  const ticket = store.get().tickets.get(store.get().calls.get(call)?.ticket ?? '');
  if (ticket && ticket.state !== 'open') {
    session.copy(text);
    session.notice('warning', say('outside.too-late', { number: ticket.number }));
    return;
  }
  const next = text === draft.text ? draft : replaced(draft, text);
  if (!next) {
    session.editedOutside.set(call, text);
    session.notice('refused', say('outside.too-long', { count: [...text].length, max: answerLimit }));
    return;
  }
  session.editedOutside.delete(call);
  if (next === draft) {
    session.notice('info', say('outside.same'));
    return;
  }
  store.update((now) => withDraft(now, call, next));
  session.notice('done', say('outside.taken', { count: [...text].length }));
};

/** Opens the answer in the person's own editor and takes back what they left there. The seat lives on: calls ring meanwhile. */
export const editOutside = async (session: SeatSession): Promise<void> => {
  const { store, say, hooks } = session;
  const call = shownCall(store.get());
  if (!call) return;
  // What belongs to calls that are done is nobody's any more.
  for (const id of session.editedOutside.keys()) if (!store.get().drafts.has(id)) session.editedOutside.delete(id);
  const command = editorCommand(process.env);
  if (command === undefined) return session.notice('refused', say('outside.none'));
  const text = session.editedOutside.get(call.id) ?? draftOf(store.get(), call.id).text;
  let end: EditorEnd | undefined;
  try {
    const lent = await hooks.lend(async () => {
      end = await editInEditor(text, command);
    });
    if (!lent) return session.notice('refused', say('outside.cannot'));
  } catch (error) {
    return session.notice('refused', say('outside.no-file', { reason: (error as Error).message }));
  }
  if (end?.state === 'saved') takeBack(session, call.id, end.text);
  else if (end?.state === 'not-found') session.notice('refused', say('outside.not-found', { command }));
  else session.notice('refused', say('outside.failed', { command, reason: end?.reason ?? '' }));
};
