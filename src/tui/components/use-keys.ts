import { useInput, usePaste } from 'ink';
import { isWriting } from '../actions/contexts.ts';
import { actionFor, pressKey } from '../actions/dispatch.ts';
import type { SeatSession } from '../state/session.ts';
import { functionKey } from '../terminal/key-stream.ts';
import { type KeyStroke, keyName, keyStrokes, keyToEdit } from '../text/key-to-edit.ts';
import { normalKey } from '../text/normal-key.ts';
import { graphemes } from '../text/width.ts';

const press = (session: SeatSession, [input, key]: KeyStroke): void => {
  const name = key.hyper ? functionKey(input) : keyName(input, key);
  const model = session.store.get();
  if (name === '') {
    // Text: a field's own while one has the focus, else every character is a key.
    if (!isWriting(model)) for (const { text } of graphemes(input)) pressKey(session, normalKey(text));
    return;
  }
  const editsField = isWriting(model) && keyToEdit(input, key, { multiline: true, enter: 'newline' }) !== undefined;
  if (actionFor(model, name) || !editsField) pressKey(session, name);
};

/** Every key goes through the one table of actions; fields take what is text, beside it. */
export const useKeys = (session: SeatSession): void => {
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    for (const stroke of keyStrokes(input, key)) press(session, stroke);
  });
  // Keeps bracketed paste on, so that a paste outside a field is never read as keys.
  usePaste(() => undefined);
};
