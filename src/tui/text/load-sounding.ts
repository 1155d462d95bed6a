import type { ReadTyped } from './typed.ts';

let loading: Promise<ReadTyped> | undefined;
let loaded: ReadTyped | undefined;

/** Reads what was typed also by pinyin. Its tables of characters take longer to read than a window may take to open. */
export const loadReadSounds = (): Promise<ReadTyped> => {
  loading ??= import('./sounding.ts').then(({ readSounds }) => {
    loaded = readSounds;
    return readSounds;
  });
  return loading;
};

/** It, when it has been read already. */
export const readSoundsNow = (): ReadTyped | undefined => loaded;
