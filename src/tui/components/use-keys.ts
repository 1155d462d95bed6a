import { useInput, usePaste } from 'ink';
import { useMemo } from 'react';
import { isWriting } from '../actions/contexts.ts';
import { pressKey, pressText, takeText } from '../actions/dispatch.ts';
import { actionFor, isPrefix } from '../actions/meant.ts';
import { cancelPrefix } from '../keymap/prefix.ts';
import { withoutDone, withoutOldNotice } from '../state/old-notice.ts';
import type { SeatSession } from '../state/session.ts';
import { type FieldKey, type KeyStroke, keyStrokes, keyToEdit } from '../text/key-to-edit.ts';
import { KeyHolder, keyOfText, strokeName } from './held-keys.ts';

const changesText = new Set<FieldKey['do']>(['insert', 'erase', 'undo', 'redo', 'paste']);

/** The field changes its text, or takes that back; what was told before may be true no longer. */
const hasEdited = ({ store, clock }: SeatSession, edit: FieldKey | undefined): void => {
  if (edit === undefined || !changesText.has(edit.do)) return;
  store.update((model) => withoutOldNotice(edit.do === 'undo' ? withoutDone(model) : model, clock.now()));
};

const press = (session: SeatSession, holder: KeyHolder, [input, key]: KeyStroke): void => {
  const name = strokeName(input, key);
  const model = session.store.get();
  const follows = model.prefix && (name || keyOfText(input));
  if (follows) {
    holder.take();
    pressKey(session, follows);
    return;
  }
  const edit = isWriting(model) ? keyToEdit(input, key, { multiline: true, enter: 'newline' }) : undefined;
  if (name === '') {
    // What an input method commits follows no prefix, and must not get lost.
    hasEdited(session, edit);
    cancelPrefix(session);
    if (!isWriting(model)) pressText(session, input);
    return;
  }
  if (edit === undefined || actionFor(model, name) || isPrefix(model, name)) pressKey(session, name);
  else hasEdited(session, edit);
};

/** Every key goes through the one table of actions; fields take what is text, beside it, unless it is held from them. */
export const useKeys = (session: SeatSession): KeyHolder => {
  const holder = useMemo(() => new KeyHolder(session), [session]);
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    for (const stroke of keyStrokes(input, key)) press(session, holder, stroke);
  });
  // Keeps bracketed paste on, so that a paste outside a field is never read as keys.
  usePaste((text) => {
    const writes = isWriting(session.store.get());
    hasEdited(session, writes ? { do: 'paste' } : undefined);
    cancelPrefix(session);
    if (!writes) takeText(session, text);
  });
  return holder;
};
