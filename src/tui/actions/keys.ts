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
  ' ': 'Space',
};

const labelOfPart = (part: string): string => {
  if (part === 'ctrl') return 'Ctrl';
  if (part === 'alt') return 'Alt';
  if (part === 'shift') return 'Shift';
  return labels[part] ?? part.toUpperCase();
};

/** `ctrl+k` as `Ctrl-K`. A single character keeps its case: `g` and `G` are two keys. */
export const keyLabel = (key: string): string =>
  key.length === 1 ? (labels[key] ?? key) : key.split('+').map(labelOfPart).join('-');

/**
 * Whether a key reaches the program with a Chinese input method switched on: letters and signs go to the input method, digits and the space
 * choose its candidates.
 */
export const passesThrough = (key: string): boolean => key.length > 1;
