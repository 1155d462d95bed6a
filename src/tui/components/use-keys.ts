import { useInput, usePaste } from 'ink';
import { useMemo } from 'react';
import { isWriting } from '../actions/contexts.ts';
import { actionFor, isPrefix, pressKey } from '../actions/dispatch.ts';
import { cancelPrefix } from '../keymap/prefix.ts';
import type { SeatSession } from '../state/session.ts';
import { type KeyStroke, keyStrokes, keyToEdit } from '../text/key-to-edit.ts';
import { normalKey } from '../text/normal-key.ts';
import { graphemes } from '../text/width.ts';
import { KeyHolder, keyOfText, strokeName } from './held-keys.ts';

const press = (session: SeatSession, holder: KeyHolder, [input, key]: KeyStroke): void => {
  const name = strokeName(input, key);
  const model = session.store.get();
  const follows = model.prefix && (name || keyOfText(input));
  if (follows) {
    holder.take();
    pressKey(session, follows);
    return;
  }
  if (name === '') {
    // What an input method commits follows no prefix, and must not get lost.
    cancelPrefix(session);
    // Text: a field's own while one has the focus, else every character is a key.
    if (!isWriting(model)) for (const { text } of graphemes(input)) pressKey(session, normalKey(text));
    return;
  }
  const editsField = isWriting(model) && keyToEdit(input, key, { multiline: true, enter: 'newline' }) !== undefined;
  if (!editsField || actionFor(model, name) || isPrefix(model, name)) pressKey(session, name);
};

/** Every key goes through the one table of actions; fields take what is text, beside it, unless it is held from them. */
export const useKeys = (session: SeatSession): KeyHolder => {
  const holder = useMemo(() => new KeyHolder(session), [session]);
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    for (const stroke of keyStrokes(input, key)) press(session, holder, stroke);
  });
  // Keeps bracketed paste on, so that a paste outside a field is never read as keys.
  usePaste(() => cancelPrefix(session));
  return holder;
};
