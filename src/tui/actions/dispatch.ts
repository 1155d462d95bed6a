import { typeOn } from '../forms/sums/type-on.ts';
import { isChoosing, typeOnChoice } from '../forms/type-choice.ts';
import { keymapOf } from '../keymap/keymap.ts';
import { cancelPrefix, dropPrefix, holdPrefix, showHint } from '../keymap/prefix.ts';
import type { SeatModel } from '../state/model.ts';
import { withoutNotice, withoutOldNotice } from '../state/old-notice.ts';
import type { SeatSession } from '../state/session.ts';
import { readsResult } from '../state/sums/result-window.ts';
import { normalKey } from '../text/normal-key.ts';
import { graphemes } from '../text/width.ts';
import type { Action } from './action.ts';
import { explain, explainText } from './explain.ts';
import { followedBy, strokesOf } from './keys.ts';
import { actionFor, isPrefix } from './meant.ts';

/** Does an action, or says why not. */
export const perform = (session: SeatSession, action: Action): void => {
  const model = session.store.get();
  const reason = action.whyNot?.(model, session.say);
  if (reason !== undefined) {
    session.notice('info', reason);
    return;
  }
  // The answer to the key before has been read by now; moving about leaves what was done there.
  session.store.update((now) => {
    if (action.hidden && now.notice?.kind === 'done') return now;
    return action.hidden ? withoutOldNotice(now, session.clock.now()) : withoutNotice(now);
  });
  void action.run(session);
};

/** The keys of the help ask what follows a prefix, where they do not follow it themselves; so does the prefix once more. */
const asksForHint = (model: SeatModel, prefix: string, key: string): boolean =>
  [...keymapOf(model).keysNamed('help'), strokesOf(prefix).at(-1)].includes(key);

/** One key pressed. Keys of a text field that mean no action are the field's own. */
export const pressKey = (session: SeatSession, key: string): void => {
  const model = session.store.get();
  const { prefix } = model;
  const keys = followedBy(prefix?.keys, key);
  const action = actionFor(model, keys);
  if (action) {
    dropPrefix(session);
    perform(session, action);
  } else if (isPrefix(model, keys)) holdPrefix(session, keys);
  else if (!prefix) explain(session, key);
  else if (asksForHint(model, prefix.keys, key)) showHint(session);
  else cancelPrefix(session, key);
};

/** Text that nobody meant for keys: a choice takes it, or the form whose result is read; or it is told as a whole that it got lost. */
export const takeText = (session: SeatSession, text: string): void => {
  const model = session.store.get();
  if (isChoosing(model)) typeOnChoice(session, text);
  else if (readsResult(model)) typeOn(session, text);
  else explainText(session, text);
};

/** Text that came while no field has the keys: keys, one after the other, when each of them means something here. */
export const pressText = (session: SeatSession, text: string): void => {
  const model = session.store.get();
  const keys = graphemes(text).map((one) => normalKey(one.text));
  const isKey = (key: string): boolean => actionFor(model, key) !== undefined || isPrefix(model, key);
  const [only = ''] = keys.length === 1 ? keys : [];
  const isPressed = /^[\x20-\x7e]$/.test(only) && !isChoosing(model) && !readsResult(model);
  if (isPressed || keys.every(isKey)) for (const key of keys) pressKey(session, key);
  else takeText(session, text);
};
