import type { PlainKey } from '../words/words.ts';

/** What a key of the text fields does, in words; the actions have a table of their own. */
export interface WritingKey {
  readonly id: string;
  readonly keys: readonly string[];
  readonly name: PlainKey;
  readonly help: PlainKey;
}

type Doing = { [K in PlainKey]: K extends `writing.${infer Doing}.help` ? Doing : never }[PlainKey];

const does = (id: Doing, ...keys: readonly string[]): WritingKey => ({
  id,
  keys,
  name: `writing.${id}`,
  help: `writing.${id}.help`,
});

/** The keys of `key-to-edit.ts`, the most wanted first; of several for one thing the one that terminals send most surely. */
export const writingKeys: readonly WritingKey[] = [
  does('undo', 'ctrl+z', 'ctrl+_'),
  does('redo', 'alt+y', 'ctrl+shift+z', 'alt+shift+z'),
  does('cut', 'alt+x', 'shift+delete'),
  does('copy', 'alt+w'),
  does('paste', 'alt+v'),
  does('select', 'shift+left', 'shift+right'),
  does('select-all', 'alt+a'),
  does('select-page', 'shift+pageup', 'shift+pagedown'),
  does('newline', 'alt+enter', 'ctrl+j', 'shift+enter'),
  does('move', 'left', 'right', 'up', 'down'),
  does('word-left', 'ctrl+left', 'alt+left', 'alt+b'),
  does('word-right', 'ctrl+right', 'alt+right', 'alt+f'),
  does('line-start', 'home', 'ctrl+a'),
  does('line-end', 'end', 'ctrl+e'),
  does('text-start', 'ctrl+home'),
  does('text-end', 'ctrl+end'),
  does('erase', 'backspace', 'shift+backspace'),
  does('erase-right', 'delete'),
  does('erase-word', 'ctrl+w', 'alt+backspace', 'ctrl+backspace'),
  does('erase-word-right', 'alt+d', 'alt+delete', 'ctrl+delete'),
  does('erase-line-start', 'ctrl+u'),
  does('erase-line-end', 'alt+k'),
];
