import type { Key } from 'ink';
import type { Edit, Reach } from './edit-buffer.ts';

/** One key as Ink's `useInput` gives it. */
export type KeyStroke = readonly [input: string, key: Partial<Key>];

/** What a key does in a field: an edit, or one with the register, which is the field's to reach. */
export type FieldKey = Edit | { readonly do: 'cut' } | { readonly do: 'copy' } | { readonly do: 'paste' };

const move = (to: Reach): Extract<Edit, { do: 'move' }> => ({ do: 'move', to });
const erase = (to: Reach): Edit => ({ do: 'erase', to });
const newline: Edit = { do: 'insert', text: '\n' };

/** Keys of every field. What is not here (function keys, Esc, Tab, Ctrl-K, Ctrl-N …) is left to the actions. */
const EDITS: Readonly<Record<string, FieldKey>> = {
  left: move('left'),
  right: move('right'),
  'ctrl+left': move('word-left'),
  'ctrl+right': move('word-right'),
  'alt+left': move('word-left'),
  'alt+right': move('word-right'),
  'alt+b': move('word-left'),
  'alt+f': move('word-right'),
  home: move('line-start'),
  end: move('line-end'),
  'ctrl+a': move('line-start'),
  'ctrl+e': move('line-end'),
  'ctrl+home': move('text-start'),
  'ctrl+end': move('text-end'),
  'alt+a': { do: 'select-all' },
  backspace: erase('left'),
  'shift+backspace': erase('left'),
  delete: erase('right'),
  'ctrl+w': erase('word-left'),
  'ctrl+backspace': erase('word-left'),
  'alt+backspace': erase('word-left'),
  'alt+d': erase('word-right'),
  'ctrl+delete': erase('word-right'),
  'alt+delete': erase('word-right'),
  'ctrl+u': erase('line-start'),
  'alt+k': erase('line-end'),
  'ctrl+z': { do: 'undo' },
  'ctrl+_': { do: 'undo' },
  'ctrl+shift+z': { do: 'redo' },
  'alt+shift+z': { do: 'redo' },
  'alt+y': { do: 'redo' },
  'alt+x': { do: 'cut' },
  'shift+delete': { do: 'cut' },
  'alt+w': { do: 'copy' },
  'alt+v': { do: 'paste' },
};

/** Keys of fields with several lines only; in a single line they are free, up and down for the list below a search, say. */
const MULTILINE_EDITS: Readonly<Record<string, FieldKey>> = {
  'shift+pageup': { ...move('page-up'), select: true },
  'shift+pagedown': { ...move('page-down'), select: true },
  up: move('up'),
  down: move('down'),
  'alt+enter': newline,
  'shift+enter': newline,
  'ctrl+j': newline,
};

const NAMED = {
  upArrow: 'up',
  downArrow: 'down',
  leftArrow: 'left',
  rightArrow: 'right',
  pageUp: 'pageup',
  pageDown: 'pagedown',
  home: 'home',
  end: 'end',
  return: 'enter',
  escape: 'escape',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
} as const satisfies Partial<Record<keyof Key, string>>;

/**
 * A key by name, as key tables write it: `ctrl+left`, `alt+b`, `shift+tab`, `enter`, `space`. Empty for text, and for keys that Ink does
 * not tell apart (function keys).
 */
export const keyName = (input: string, key: Partial<Key>): string => {
  const named = Object.entries(NAMED).find(([flag]) => key[flag as keyof typeof NAMED])?.[1];
  if (!named && input === '\n') return 'ctrl+j';
  const base = named ?? (key.ctrl || key.meta ? (input === ' ' ? 'space' : input.toLowerCase()) : '');
  if (base === '') return '';
  return `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}${key.shift ? 'shift+' : ''}${base}`;
};

/** The edit that a key means in a text field, or nothing when the key is not the field's. Enter is the field's only with `enter: 'newline'`. */
export const keyToEdit = (
  input: string,
  key: Partial<Key>,
  field: { multiline: boolean; enter?: 'newline' | 'pass' },
): FieldKey | undefined => {
  if (key.eventType === 'release' || key.super || key.hyper) return undefined;
  const name = keyName(input, key);
  const find = (wanted: string): FieldKey | undefined =>
    EDITS[wanted] ?? (field.multiline ? MULTILINE_EDITS[wanted] : undefined);
  if (name === '') return input !== '' && !/[\x00-\x1f\x7f]/.test(input) ? { do: 'insert', text: input } : undefined;
  if (name === 'enter') return field.multiline && field.enter === 'newline' ? newline : undefined;
  const found = find(name);
  if (found || !key.shift) return found;
  // Shift with a key that moves selects.
  const moved = find(name.replace('shift+', ''));
  return moved?.do === 'move' ? { ...moved, select: true } : undefined;
};

/** Every key of the fields but Enter and Shift with what moves, for the test that the help names each. */
export const editKeys: readonly string[] = [...Object.keys(EDITS), ...Object.keys(MULTILINE_EDITS)];

/** Whether a field takes this key, by its name, for an edit of its text. */
export const isEditKey = (name: string, multiline: boolean): boolean => {
  const find = (wanted: string): FieldKey | undefined =>
    EDITS[wanted] ?? (multiline ? MULTILINE_EDITS[wanted] : undefined);
  return (
    find(name) !== undefined ||
    (multiline && name === 'enter') ||
    (name.startsWith('shift+') && find(name.slice('shift+'.length))?.do === 'move')
  );
};

const control = (char: string): KeyStroke => {
  const code = char.charCodeAt(0);
  if (char.startsWith('\r')) return ['\r', { return: true }];
  if (char === '\n') return ['\n', {}];
  if (char === '\t') return ['', { tab: true }];
  if (char === '\x7f' || char === '\b') return ['', { backspace: true }];
  return [code === 0 ? ' ' : String.fromCharCode(code + (code <= 26 ? 96 : 64)), { ctrl: true }];
};

/**
 * The single keys of one `useInput` event. Keys that reach the program in one read (fast typing, a slow line) come from Ink as one input,
 * `abc\r`, without a word about the Enter in it; whoever handles keys has to take them apart or loses some.
 */
export const keyStrokes = (input: string, key: Partial<Key>): readonly KeyStroke[] =>
  input.length < 2 || key.ctrl || key.meta || !/[\x00-\x1f\x7f]/.test(input)
    ? [[input, key]]
    : input
        .match(/\r\n?|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g)!
        .map((part) => (/^[\x00-\x1f\x7f]/.test(part) ? control(part) : [part, {}]));
