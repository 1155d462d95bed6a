import { type EditorEnd, editInEditor, editorCommand } from '../terminal/external-editor.ts';
import { type EditBuffer, edit } from '../text/edit-buffer.ts';
import { shownParagraph } from '../text/styled-line.ts';
import { answerLimit, draftOf, withDraft } from './desk.ts';
import type { Notice } from './model.ts';
import { shownCall } from './selectors.ts';
import type { SeatSession } from './session.ts';

/** A draft with another text in place of all of its own, as one step to undo; nothing when the text is too long. */
const replaced = (draft: EditBuffer, text: string): EditBuffer | undefined => {
  const all = edit(draft, { do: 'select-all' }).buffer;
  if (text === '') return edit(all, { do: 'erase', to: 'left' }).buffer;
  const { buffer, refused } = edit(all, { do: 'insert', text, pasted: true });
  return refused === '' ? buffer : undefined;
};

/** A text as it comes from an editor, which ends the last line. */
const asText = (saved: string): string => shownParagraph(saved.replace(/\r?\n$/, ''));

/** An answer as it was given to the editor. */
interface Given {
  readonly person: string;
  readonly call: string;
  readonly text: string;
}

/** What was written in the editor and cannot become the answer is put by. Whether there is any. */
const putBy = (session: SeatSession, { person, call, text }: Given, saved: string): boolean => {
  const written = asText(saved);
  if (written.trim() === '' || written === text) return false;
  session.kept.putBy(person, call, written);
  return true;
};

/** What there is to say of an editor's end. */
interface Told {
  readonly kind: Notice['kind'];
  readonly text: string;
}

/** What the editor left becomes the answer, unless it is too long: then the answer stays, and the text is there for the next time. */
const takeBack = (session: SeatSession, given: Given, saved: string): Told => {
  const { store, say } = session;
  const { call } = given;
  const text = asText(saved);
  const draft = draftOf(store.get(), call);
  const ticket = store.get().tickets.get(store.get().calls.get(call)?.ticket ?? '');
  if (ticket && ticket.state !== 'open') {
    session.copy(text);
    putBy(session, given, saved);
    return { kind: 'warning', text: say('outside.too-late', { number: ticket.number }) };
  }
  const next = text === draft.text ? draft : replaced(draft, text);
  if (!next) {
    session.editedOutside.set(call, text);
    putBy(session, given, saved);
    return { kind: 'refused', text: say('outside.too-long', { count: [...text].length, max: answerLimit }) };
  }
  session.editedOutside.delete(call);
  if (next === draft) return { kind: 'info', text: say('outside.same') };
  store.update((now) => withDraft(now, call, next));
  return { kind: 'done', text: say('outside.taken', { count: [...text].length }) };
};

/** What comes of an editor's end. */
const settle = (session: SeatSession, given: Given, end: EditorEnd, command: string): Told | undefined => {
  const { store, say } = session;
  if (end.state === 'not-found') return { kind: 'refused', text: say('outside.not-found', { command }) };
  if (end.state === 'saved' && store.get().me?.id === given.person) return takeBack(session, given, end.text);
  const isPutBy = putBy(session, given, end.text);
  if (end.state === 'saved') return undefined;
  const { reason } = end;
  return {
    kind: 'refused',
    text: isPutBy ? say('outside.failed.kept', { reason }) : say('outside.failed', { command, reason }),
  };
};

/** Opens the answer in the person's own editor and takes back what they left there. The seat lives on: calls ring meanwhile. */
export const editOutside = async (session: SeatSession): Promise<void> => {
  const { store, say, hooks } = session;
  const call = shownCall(store.get());
  const person = store.get().me?.id;
  if (!call || person === undefined) return;
  // What belongs to calls that are done is nobody's any more.
  for (const id of session.editedOutside.keys()) if (!store.get().drafts.has(id)) session.editedOutside.delete(id);
  const command = editorCommand(process.env);
  if (command === undefined) return session.notice('refused', say('outside.none'));
  let told: Told | undefined;
  try {
    const lent = await hooks.lend(async () => {
      // Taken when keys are not read any more, and given back before they are again: else what is typed in between would be lost.
      const text = session.editedOutside.get(call.id) ?? draftOf(store.get(), call.id).text;
      const given = { person, call: call.id, text };
      session.save();
      let over = false;
      const end = await editInEditor(text, command, process.env, (saved) => {
        over = true;
        putBy(session, given, saved);
      });
      // The desk may be closed by now.
      if (!over) told = settle(session, given, end, command);
    });
    if (!lent) told = { kind: 'refused', text: say('outside.cannot') };
  } catch (error) {
    told = { kind: 'refused', text: say('outside.no-file', { reason: (error as Error).message }) };
  }
  if (told) session.notice(told.kind, told.text);
};
