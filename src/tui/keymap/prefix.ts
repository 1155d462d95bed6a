import { contextsNow, isWriting } from '../actions/contexts.ts';
import { keyLabel, passesThrough, strokesOf } from '../actions/keys.ts';
import { withNotice } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import { type Continuation, keymapOf } from './keymap.ts';

/** How long somebody who knows what follows has, before the hint changes the screen. */
const hintAfterMs = 400;

/** What may follow these keys now; nothing when they are no prefix here. */
export const continuationsNow = (model: SeatModel, keys: string): readonly Continuation[] =>
  isWriting(model) && !passesThrough(strokesOf(keys)[0]!)
    ? []
    : keymapOf(model).continuations(contextsNow(model), keys);

/** Waits for the key that follows a prefix; the hint comes by itself. */
export const holdPrefix = (session: SeatSession, keys: string): void => {
  const { store } = session;
  const prefix = { keys, shown: store.get().prefix?.shown ?? false };
  store.update((model) => ({ ...model, prefix }));
  setTimeout(() => {
    if (store.get().prefix === prefix) showHint(session);
  }, hintAfterMs).unref();
};

export const showHint = ({ store }: SeatSession): void =>
  store.update((model) => (model.prefix ? { ...model, prefix: { ...model.prefix, shown: true } } : model));

export const dropPrefix = ({ store }: SeatSession): void =>
  store.update((model) => (model.prefix ? { ...model, prefix: undefined } : model));

/** Ends the wait with a word: that it was cancelled, or that this key does not follow. */
export const cancelPrefix = (session: SeatSession, key?: string): void => {
  const { prefix } = session.store.get();
  if (!prefix) return;
  dropPrefix(session);
  const keys = keyLabel(prefix.keys);
  const text =
    key === undefined || key === 'escape'
      ? session.say('keys.cancelled', { keys })
      : session.say('keys.no-such', { keys, key: keyLabel(key) });
  session.store.update((model) => withNotice(model, 'info', text, session.clock.now()));
};
