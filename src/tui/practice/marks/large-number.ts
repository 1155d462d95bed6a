/** Figures of three cells and three rows. */
const figures: Readonly<Record<string, readonly [string, string, string]>> = {
  '0': ['█▀█', '█ █', '▀▀▀'],
  '1': [' ▄█', '  █', '  ▀'],
  '2': ['▀▀█', '█▀▀', '▀▀▀'],
  '3': ['▀▀█', ' ▀█', '▀▀▀'],
  '4': ['█ █', '▀▀█', '  ▀'],
  '5': ['█▀▀', '▀▀█', '▀▀▀'],
  '6': ['█▀▀', '█▀█', '▀▀▀'],
  '7': ['▀▀█', '  █', '  ▀'],
  '8': ['█▀█', '█▀█', '▀▀▀'],
  '9': ['█▀█', '▀▀█', '▀▀▀'],
  '.': [' ', ' ', '▀'],
};

/** A number that is read from across the room. */
export const largeNumber = (value: number): readonly [string, string, string] => {
  const rows = [0, 1, 2].map((row) => [...String(value)].map((char) => figures[char]?.[row] ?? ' ').join(' '));
  return rows as unknown as readonly [string, string, string];
};
