/** Names of keys as they are printed on them; the same in every language. */
const labels: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  backspace: 'Backspace',
  delete: 'Delete',
  ' ': 'Space',
  space: 'Space',
};

const labelOfPart = (part: string): string => {
  if (part === 'ctrl') return 'Ctrl';
  if (part === 'alt') return 'Alt';
  if (part === 'shift') return 'Shift';
  return labels[part] ?? part.toUpperCase();
};

/** The keys of a sequence, one after the other: `ctrl+x ctrl+e` are two. The space bar alone is a key as well. */
export const strokesOf = (keys: string): readonly string[] => (keys === ' ' ? [' '] : keys.split(' '));

/** The beginnings of a sequence that are not all of it. */
export const prefixesOf = (keys: string): readonly string[] => {
  const strokes = strokesOf(keys);
  return strokes.slice(1).map((_, at) => strokes.slice(0, at + 1).join(' '));
};

/** A key behind those pressed before it. */
export const followedBy = (before: string | undefined, key: string): string =>
  before === undefined ? key : `${before} ${key === ' ' ? 'space' : key}`;

const labelOfStroke = (key: string): string =>
  key.length === 1 ? (labels[key] ?? key) : key.split('+').map(labelOfPart).join('-');

/** `ctrl+x ctrl+e` as `Ctrl-X Ctrl-E`. A single character keeps its case: `g` and `G` are two keys. */
export const keyLabel = (keys: string): string => strokesOf(keys).map(labelOfStroke).join(' ');

/**
 * Whether keys reach the program with a Chinese input method switched on: letters and signs go to the input method, digits and the space
 * choose its candidates.
 */
export const passesThrough = (keys: string): boolean =>
  strokesOf(keys).every((stroke) => stroke.length > 1 && stroke !== 'space');

/** Of an action's keys, the one to show: the first that an input method lets through. */
export const bestKey = (keys: readonly string[]): string => keys.find(passesThrough) ?? keys[0] ?? '';
