/** A cell: its character (empty: the second cell of a wide one) and its style, as the parameters of one SGR sequence. */
export interface Cell {
  readonly glyph: string;
  readonly style: string;
}

/** Cells from the left edge; what is beyond them is blank. */
export type Row = readonly Cell[];

export const blank: Cell = { glyph: ' ', style: '' };
const secondCell = '';

/** Characters of which each is a cell or two by itself wherever it stands: Chinese, ASCII, and what the screen is drawn with. */
const plain =
  /^[ -~·×—‘’“”…‖\u2190-\u21ff\u2460-\u24ff\u2500-\u25fc\u2605\u2606\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e\ufdd0]*$/;
const isWide = (glyph: string): boolean => glyph >= '\u2e80' && glyph !== '\ufdd0';

const units = /\x1b\[([\d;]*)m|[^\x1b]/g;

/** What each parameter of SGR is about; one that is not here belongs to a colour. */
const slots: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};
const ends: Readonly<Record<string, readonly string[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
  39: ['ink'],
  49: ['paper'],
};
const order = ['bold', 'dim', 'italic', 'underline', 'inverse', 'strike', 'ink', 'paper'];

/** The styles in force, changed by one SGR sequence; undefined when it holds something that is not known here. */
const restyled = (style: ReadonlyMap<string, string>, parameters: string): ReadonlyMap<string, string> | undefined => {
  const next = new Map(style);
  const codes = parameters.split(';');
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    const number = Number(code);
    const slot = slots[code];
    const long = codes[at + 1] === '5' ? 3 : 5;
    if (number === 0) next.clear();
    else if (slot) next.set(slot, code);
    else if (ends[code]) for (const ended of ends[code]) next.delete(ended);
    else if (number === 38 || number === 48) {
      next.set(number === 38 ? 'ink' : 'paper', codes.slice(at, at + long).join(';'));
      at += long - 1;
    } else if ((number >= 30 && number <= 37) || (number >= 90 && number <= 97)) next.set('ink', code);
    else if ((number >= 40 && number <= 47) || (number >= 100 && number <= 107)) next.set('paper', code);
    else return undefined;
  }
  return next;
};

/** A line with its SGR sequences as cells; undefined when its characters take as many cells as only the terminal knows. */
export const cellsOf = (line: string): Row | undefined => {
  if (!plain.test(line.replaceAll(/\x1b\[[\d;]*m/g, ''))) return undefined;
  const row: Cell[] = [];
  let styles: ReadonlyMap<string, string> | undefined = new Map();
  let style = '';
  for (const [unit, parameters] of line.matchAll(units)) {
    if (parameters === undefined) {
      row.push({ glyph: unit, style });
      if (isWide(unit)) row.push({ glyph: secondCell, style });
      continue;
    }
    styles = restyled(styles, parameters);
    if (!styles) return undefined;
    const now = styles;
    style = order.flatMap((slot) => now.get(slot) ?? []).join(';');
  }
  return row;
};

const same = (a: Cell, b: Cell): boolean => a.glyph === b.glyph && a.style === b.style;
/** Going to another cell takes about as many bytes as so many cells. */
const worthSkipping = 6;

/** Column and cells of what differs between two rows, from left to right; what is near each other in one. */
const differences = (before: Row, after: Row): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  const length = Math.max(before.length, after.length);
  for (let at = 0; at < length; at++) {
    if (same(before[at] ?? blank, after[at] ?? blank)) continue;
    const last = runs.at(-1);
    if (last && at - last.to < worthSkipping) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
};

const sgr = (style: string, before: string): string => {
  if (style === before) return '';
  return `\x1b[${[before === '' ? '' : '0', style].filter((part) => part !== '').join(';') || '0'}m`;
};

/** What makes one row of the other, wherever in it the cursor is. */
export const rowChange = (before: Row, after: Row): string => {
  let text = '';
  for (const { from, to } of differences(before, after)) {
    // A run may end in the midst of a wide character, or begin behind a character that was one.
    let end = to;
    while (after[end]?.glyph === secondCell) end++;
    const cells = Array.from({ length: end - from }, (_, at) => after[from + at] ?? blank);
    const rest = cells.findLastIndex((cell) => !same(cell, blank)) + 1;
    const erases = end >= after.length && cells.length - rest > 2;
    let style = '';
    text += `\x1b[${from + 1}G`;
    for (const cell of erases ? cells.slice(0, rest) : cells) {
      text += sgr(cell.style, style) + cell.glyph;
      style = cell.style;
    }
    text += sgr('', style) + (erases ? '\x1b[K' : '');
  }
  return text;
};
