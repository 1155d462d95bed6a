import type { SeatPreferences } from '../../client/seat-preferences.ts';
import { keyLabel, passesThrough } from '../actions/keys.ts';
import { actions } from '../actions/table.ts';
import type { OwnKeyOf } from '../words/words.ts';
import { keymapWith } from './keymap.ts';

/** For sentences that name a key: the one that the person gave to the action, if they did. */
export const ownKeyOf =
  (own: SeatPreferences['keys']): OwnKeyOf =>
  (id) => {
    const action = actions.find((known) => known.id === id);
    const keymap = keymapWith(own);
    const key = action && keymap.isOwn(action) ? keymap.keysOf(action).find(passesThrough) : undefined;
    return key === undefined ? undefined : keyLabel(key);
  };
