import { keymapOf } from '../keymap/keymap.ts';
import { cancelPrefix, continuationsNow, dropPrefix, holdPrefix, showHint } from '../keymap/prefix.ts';
import { withNotice } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { PlainKey } from '../words/words.ts';
import type { Action } from './action.ts';
import { contextsNow, isWriting } from './contexts.ts';
import { followedBy, keyLabel, passesThrough, strokesOf } from './keys.ts';
import { actions } from './table.ts';

/** The action that keys mean now; a character that is text to a field means none. */
export const actionFor = (model: SeatModel, keys: string): Action | undefined =>
  isWriting(model) && !passesThrough(strokesOf(keys)[0]!) ? undefined : keymapOf(model).find(contextsNow(model), keys);

export const nameOf = (action: Action, model: SeatModel): PlainKey => action.nameNow?.(model) ?? action.name;

/** Does an action, or says why not. */
export const perform = (session: SeatSession, action: Action): void => {
  const model = session.store.get();
  const reason = action.whyNot?.(model, session.say);
  if (reason !== undefined) {
    session.notice('info', reason);
    return;
  }
  // The answer to the key before has been read by now; moving about leaves it there.
  if (!action.hidden) session.store.update((now) => (now.notice ? { ...now, notice: undefined } : now));
  void action.run(session);
};

const isScreenKey = (key: string): boolean => /^(?:f\d+|ctrl\+.)$/.test(key);

const isOfCalls = ({ where }: Action): boolean => where === 'call' || where === 'kb';

/** A key that means nothing here gets an answer, or a person waits for what will not come. */
const explain = (session: SeatSession, key: string): void => {
  const { say, store } = session;
  const model = store.get();
  if (model.overlay || model.screen === 'sign-in' || !model.windowFits) return;
  if (key === 'escape') {
    store.update((now) => (now.notice ? { ...now, notice: undefined } : now));
    return;
  }
  const elsewhere = isScreenKey(key)
    ? actions.find((action) => isOfCalls(action) && keymapOf(model).keysOf(action).includes(key))
    : undefined;
  const text = elsewhere
    ? say(elsewhere.where === 'kb' ? 'why.elsewhere.kb' : 'why.elsewhere', { name: say(elsewhere.name) })
    : isScreenKey(key) || !isWriting(model)
      ? say('why.no-such-key', { key: keyLabel(key) })
      : undefined;
  if (text !== undefined) store.update((now) => withNotice(now, 'info', text, session.clock.now()));
};

/** Whether keys that follow these mean something now. */
export const isPrefix = (model: SeatModel, keys: string): boolean => continuationsNow(model, keys).length > 0;

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
