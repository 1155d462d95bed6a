import { keymapOf } from '../keymap/keymap.ts';
import { continuationsNow } from '../keymap/prefix.ts';
import type { SeatModel } from '../state/model.ts';
import type { PlainKey } from '../words/words.ts';
import type { Action } from './action.ts';
import { contextsNow, isWriting } from './contexts.ts';
import { passesThrough, strokesOf } from './keys.ts';

/** The action that keys mean now; a character that is text to a field means none. */
export const actionFor = (model: SeatModel, keys: string): Action | undefined =>
  isWriting(model) && !passesThrough(strokesOf(keys)[0]!) ? undefined : keymapOf(model).find(contextsNow(model), keys);

export const nameOf = (action: Action, model: SeatModel): PlainKey => action.nameNow?.(model) ?? action.name;

/** Whether keys that follow these mean something now. */
export const isPrefix = (model: SeatModel, keys: string): boolean => continuationsNow(model, keys).length > 0;
