import { withNotice } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { PlainKey } from '../words/words.ts';
import type { Action } from './action.ts';
import { contextsNow, isWriting } from './contexts.ts';
import { keyLabel, passesThrough } from './keys.ts';
import { actions, actionsIn } from './table.ts';

/** The action that a key means now. */
export const actionFor = (model: SeatModel, key: string): Action | undefined => {
  if (!passesThrough(key) && isWriting(model)) return undefined;
  for (const context of contextsNow(model)) {
    const found = actionsIn(context).find((action) => action.keys.includes(key));
    if (found) return found;
  }
  return undefined;
};

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

/** A key that means nothing here gets an answer, or a person waits for what will not come. */
const explain = (session: SeatSession, key: string): void => {
  const { say, store } = session;
  const model = store.get();
  if (model.overlay || model.screen === 'sign-in') return;
  if (key === 'escape') {
    store.update((now) => (now.notice ? { ...now, notice: undefined } : now));
    return;
  }
  const elsewhere = isScreenKey(key)
    ? actions.find(({ where, keys }) => (where === 'call' || where === 'kb') && keys.includes(key))
    : undefined;
  const text = elsewhere
    ? say(elsewhere.where === 'kb' ? 'why.elsewhere.kb' : 'why.elsewhere', { name: say(elsewhere.name) })
    : isScreenKey(key) || !isWriting(model)
      ? say('why.no-such-key', { key: keyLabel(key) })
      : undefined;
  if (text !== undefined) store.update((now) => withNotice(now, 'info', text, session.clock.now()));
};

/** One key pressed. Keys of a text field that mean no action are the field's own. */
export const pressKey = (session: SeatSession, key: string): void => {
  const action = actionFor(session.store.get(), key);
  if (action) perform(session, action);
  else explain(session, key);
};
