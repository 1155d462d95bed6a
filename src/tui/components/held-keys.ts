import type { Key } from 'ink';
import { createContext } from 'react';
import type { SeatModel } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { functionKey } from '../terminal/key-stream.ts';
import { keyName } from '../text/key-to-edit.ts';
import { normalKey } from '../text/normal-key.ts';
import { graphemes } from '../text/width.ts';

/** Whether an input is no text for a field, as it belongs to keys that were begun before it. */
type IsHeld = (input: string, key: Partial<Key>) => boolean;

/** What a field asks before it takes an input. Ink gives every input to all who listen, in no order that could be relied on. */
export const HeldKeys = createContext<IsHeld>(() => false);

/** The name of a key; empty for text. */
export const strokeName = (input: string, key: Partial<Key>): string =>
  key.hyper ? functionKey(input) : keyName(input, key);

/** The key that a text means as a command; nothing for what can only be text, such as what an input method commits. */
export const keyOfText = (input: string): string | undefined => {
  const key = normalKey(input);
  return graphemes(key).length === 1 && /^[\x20-\x7e]$/.test(key) ? key : undefined;
};

/** Whether keys that others have to follow were pressed. */
type Waiting = Pick<Store<Pick<SeatModel, 'prefix'>>, 'get'>;

/** Remembers which input ended a sequence until all who listen have had it. */
export class KeyHolder {
  private readonly store: Waiting;
  private ended = false;

  constructor({ store }: { readonly store: Waiting }) {
    this.store = store;
  }

  /** This input belongs to a sequence; who hears of it later must leave it alone. */
  take(): void {
    this.ended = true;
    queueMicrotask(() => {
      this.ended = false;
    });
  }

  readonly isHeld: IsHeld = (input, key) =>
    this.ended ||
    (this.store.get().prefix !== undefined && (strokeName(input, key) !== '' || keyOfText(input) !== undefined));
}
