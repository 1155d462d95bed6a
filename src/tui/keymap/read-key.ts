import { normalKey } from '../text/normal-key.ts';

/** Why keys, as somebody wrote them, cannot be used. */
export type KeyFault =
  /** No key has such a name. */
  | { readonly fault: 'unreadable'; readonly part: string }
  /** Terminals send it as another key, or not at all. */
  | { readonly fault: 'same-as'; readonly part: string; readonly same: string }
  | { readonly fault: 'not-sent'; readonly part: string }
  /** Terminals, or the input method, keep it for themselves. */
  | { readonly fault: 'kept'; readonly part: string }
  /** A sequence has to begin with a key that an input method lets through; Esc ends one. */
  | { readonly fault: 'prefix'; readonly part: string }
  | { readonly fault: 'escape' }
  | { readonly fault: 'too-long'; readonly most: number };

export type ReadKey = { readonly ok: true; readonly keys: string } | ({ readonly ok: false } & KeyFault);

const mostStrokes = 3;

const otherNames: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  pgup: 'pageup',
  pgdn: 'pagedown',
  pgdown: 'pagedown',
  del: 'delete',
  '↑': 'up',
  '↓': 'down',
  '←': 'left',
  '→': 'right',
};

const moving = ['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'delete'];
const alone = [...moving, 'enter', 'escape', 'tab', 'backspace'];

/** What terminals send for these is what they send for the other key. */
const sameAs: Readonly<Record<string, string>> = {
  'ctrl+i': 'Tab',
  'ctrl+m': 'Enter',
  'ctrl+j': 'Enter',
  'ctrl+h': 'Backspace',
  'ctrl+[': 'Esc',
  'ctrl+enter': 'Enter',
  'shift+enter': 'Enter',
  'ctrl+tab': 'Tab',
  'ctrl+backspace': 'Backspace',
  'shift+backspace': 'Backspace',
};

/** Stops and starts the terminal's output; switches the input method. */
const kept = ['ctrl+s', 'ctrl+q', 'ctrl+space'];

/** Modifiers in the order in which keys are named, and the key. `+` itself is a key, too. */
const partsOf = (written: string): { modifiers: readonly string[]; key: string } => {
  const parts = written.split(/[+-](?=.)/);
  const key = parts.pop()!;
  return { modifiers: parts.map((part) => part.toLowerCase()), key };
};

const order = ['ctrl', 'alt', 'shift'];

const readStroke = (written: string): ReadKey => {
  const plain = [...written].map(normalKey).join('');
  if (/^[\x21-\x7e]$/.test(plain)) return { ok: true, keys: plain };
  const { modifiers, key } = partsOf(plain);
  const lower = key.toLowerCase();
  const name = otherNames[lower] ?? lower;
  const known = modifiers.every((modifier, at) => order.includes(modifier) && modifiers.indexOf(modifier) === at);
  const isCharacter = /^[\x21-\x7e]$/.test(name);
  const isFunctionKey = /^f([1-9]|1[0-2])$/.test(name);
  if (!known || !(isCharacter || isFunctionKey || alone.includes(name) || name === 'space'))
    return { ok: false, fault: /^f\d+$/.test(name) && known ? 'not-sent' : 'unreadable', part: written };
  const keys = [...order.filter((modifier) => modifiers.includes(modifier)), name].join('+');
  const same = sameAs[keys];
  if (same !== undefined) return { ok: false, fault: 'same-as', part: written, same };
  if (kept.includes(keys)) return { ok: false, fault: 'kept', part: written };
  return isSent(keys, modifiers, name)
    ? { ok: true, keys: name === 'space' ? ' ' : keys }
    : { ok: false, fault: 'not-sent', part: written };
};

/** Whether every terminal sends these as a key of its own, and this program hears it. */
const isSent = (keys: string, modifiers: readonly string[], name: string): boolean => {
  if (modifiers.length === 0) return true;
  if (moving.includes(name)) return true;
  if (keys === 'shift+tab') return true;
  if (modifiers.length > 1) return false;
  if (modifiers[0] === 'ctrl') return /^[a-z]$/.test(name);
  // Esc with `[` or `O` begins the code of another key.
  return modifiers[0] === 'alt' && (name === 'enter' || name === 'backspace' || /^[^[]$/.test(name));
};

/** Keys as people write them (`Ctrl-K`, `ctrl+k`, `F9`, `Esc`, `／`; several one after the other with spaces between) by their names. */
export const readKeys = (written: string): ReadKey => {
  const parts = written === ' ' ? ['space'] : written.trim().split(/\s+/);
  if (parts.length > mostStrokes) return { ok: false, fault: 'too-long', most: mostStrokes };
  const strokes: string[] = [];
  for (const part of parts) {
    const read = readStroke(part);
    if (!read.ok) return read;
    strokes.push(read.keys);
  }
  if (strokes.length === 1) return { ok: true, keys: strokes[0]! };
  if (strokes.includes('escape')) return { ok: false, fault: 'escape' };
  if (strokes[0]!.length === 1) return { ok: false, fault: 'prefix', part: parts[0]! };
  return { ok: true, keys: strokes.map((stroke) => (stroke === ' ' ? 'space' : stroke)).join(' ') };
};
