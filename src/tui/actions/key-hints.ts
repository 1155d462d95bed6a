import { keymapOf } from '../keymap/keymap.ts';
import type { SeatModel } from '../state/model.ts';
import type { Say } from '../words/words.ts';
import type { Action } from './action.ts';
import { bestKey, keyLabel } from './keys.ts';
import { nameOf } from './meant.ts';
import { actions } from './table.ts';

const named = (id: string): Action => {
  const action = actions.find((known) => known.id === id);
  if (!action) throw new Error(`no action is called ${id}`);
  return action;
};

const keyOf = (model: SeatModel, id: string): string => keyLabel(bestKey(keymapOf(model).keysOf(named(id))));

/** Keys and names of actions, for the lower edge of a window: the keys in force, as the key bar shows them. */
export const keyHints = (model: SeatModel, say: Say, ...ids: readonly string[]): string =>
  ids.map((id) => `${keyOf(model, id)} ${say(nameOf(named(id), model))}`).join(' · ');

/** The keys of actions by themselves, side by side. */
export const keysShown = (model: SeatModel, ...ids: readonly string[]): string =>
  ids.map((id) => keyOf(model, id)).join(' ');
