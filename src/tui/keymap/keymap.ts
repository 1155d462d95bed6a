import { defaultPreferences, type SeatPreferences } from '../../client/seat-preferences.ts';
import type { Action, Context } from '../actions/action.ts';
import { prefixesOf, strokesOf } from '../actions/keys.ts';
import { actions } from '../actions/table.ts';
import type { SeatModel } from '../state/model.ts';
import { checkOwnKeys } from './own-keys.ts';

/** What may follow a prefix: an action, or another prefix, which has none. */
export interface Continuation {
  readonly key: string;
  readonly action: Action | undefined;
}

/** What keys mean at one seat: the table's own, but for those that the person gave to other keys. */
export class Keymap {
  private readonly own: SeatPreferences['keys'];
  /** By place, what each sequence means; undefined: it is the beginning of longer ones. */
  private readonly places = new Map<Context, Map<string, Action | undefined>>();

  constructor(own: SeatPreferences['keys']) {
    this.own = own;
    for (const action of actions) for (const keys of this.keysOf(action)) this.bind(action, keys);
  }

  keysOf(action: Action): readonly string[] {
    return this.own[action.id] ?? action.keys;
  }

  /** The keys of an action by its id. */
  keysNamed(id: string): readonly string[] {
    return actions.filter((action) => action.id === id).flatMap((action) => this.keysOf(action));
  }

  /** Whether these keys are a person's own. */
  isOwn({ id }: Action): boolean {
    return Object.hasOwn(this.own, id);
  }

  /** The action that a sequence means in the nearest of these places. */
  find(contexts: readonly Context[], sequence: string): Action | undefined {
    for (const context of contexts) {
      const action = this.places.get(context)?.get(sequence);
      if (action) return action;
    }
    return undefined;
  }

  /** What may follow these keys; nothing when they are no prefix here. */
  continuations(contexts: readonly Context[], prefix: string): readonly Continuation[] {
    const found = new Map<string, Action | undefined>();
    for (const context of contexts)
      for (const [sequence, action] of this.places.get(context) ?? []) {
        const key = sequence.startsWith(`${prefix} `) ? sequence.slice(prefix.length + 1) : '';
        if (strokesOf(key).length === 1 && key !== '' && !found.has(key)) found.set(key, action);
      }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, action]) => ({ key, action }));
  }

  private bind(action: Action, keys: string): void {
    const place = this.places.get(action.where) ?? new Map<string, Action | undefined>();
    this.places.set(action.where, place);
    for (const prefix of prefixesOf(keys)) if (!place.has(prefix)) place.set(prefix, undefined);
    place.set(keys, action);
  }
}

const known = new WeakMap<SeatPreferences['keys'], Keymap>();

/** The keymap with somebody's own keys; what is wrong with them is left out (`own-keys.ts` tells it). */
export const keymapWith = (own: SeatPreferences['keys']): Keymap => {
  const keymap = known.get(own) ?? new Keymap(checkOwnKeys(own).keys);
  known.set(own, keymap);
  return keymap;
};

export const defaultKeymap = (): Keymap => keymapWith(defaultPreferences.keys);

/** What keys mean at this seat. */
export const keymapOf = ({ preferences }: Pick<SeatModel, 'preferences'>): Keymap => keymapWith(preferences.keys);
