import { plainText } from '../../domain/text/plain-text.ts';
import { cellWidth, graphemes, type Line, offsetAtCell, wrap } from './width.ts';

/** What undo goes back to. The steps before it hang on it, so a step costs nothing to keep but its text. */
interface Step {
  /** How many steps there are from it on. */
  readonly count: number;
  readonly text: string;
  readonly caret: number;
  readonly anchor?: number;
  readonly next?: Step;
}

/** A text being edited. Never changed, only replaced. Offsets are UTF-16 and stand on grapheme boundaries. */
export interface EditBuffer {
  readonly text: string;
  readonly caret: number;
  /** The other end of the selection, when there is one. */
  readonly anchor?: number;
  /** Where a wrapped line ends the next begins, at one offset. Set when the caret stands at the end, not at the beginning. */
  readonly atLineEnd?: boolean;
  readonly multiline: boolean;
  /** The most code points the text may have. */
  readonly max: number;
  /** The cell that up and down keep to. */
  readonly goal?: number;
  /** The kind of change that the last one was, while the next of that kind belongs to the same undo step. */
  readonly run?: string;
  readonly past?: Step;
  readonly future?: Step;
}

/** Where a key leads from the caret. Lines are lines as shown. */
export type Reach =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'text-start'
  | 'text-end';

/** What can be done to a buffer. */
export type Edit =
  | { readonly do: 'insert'; readonly text: string; readonly pasted?: boolean }
  | { readonly do: 'erase'; readonly to: Reach }
  | { readonly do: 'move'; readonly to: Reach; readonly select?: boolean }
  | { readonly do: 'select-all' }
  /** From one offset to another, where the caret then is; both grapheme boundaries. */
  | { readonly do: 'select'; readonly from: number; readonly to: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

/** The buffer after an edit (the same object when there was nothing to do) and the text for which there was no room. */
export interface Edited {
  readonly buffer: EditBuffer;
  readonly refused: string;
}

/** A buffer with the caret at the end of its text. `max` stops what is typed later; a text that is longer already stays whole. */
export const editBuffer = (text = '', options: { multiline?: boolean; max?: number } = {}): EditBuffer => {
  const multiline = options.multiline ?? false;
  const clean = plainText(text, { multiline, trim: false });
  return { text: clean, caret: clean.length, multiline, max: options.max ?? Number.POSITIVE_INFINITY };
};

/** The selection as `[from, to]`; both are the caret when nothing is selected. */
export const selection = ({ caret, anchor = caret }: EditBuffer): [from: number, to: number] =>
  caret < anchor ? [caret, anchor] : [anchor, caret];

export const selectedText = (buffer: EditBuffer): string => buffer.text.slice(...selection(buffer));

/** Made when first asked: nobody edits in the first frame. */
const cutBy = (granularity: 'grapheme' | 'word'): ((text: string) => Intl.Segments) => {
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    segmenter ??= new Intl.Segmenter('zh', { granularity });
    return segmenter.segment(text);
  };
};
const characters = cutBy('grapheme');
const words = cutBy('word');

const nextCharacter = (text: string, offset: number): number => {
  const found = characters(text).containing(offset);
  return found ? found.index + found.segment.length : text.length;
};
const previousCharacter = (text: string, offset: number): number => characters(text).containing(offset - 1)?.index ?? 0;
/** The offset itself when it is a grapheme boundary, else the next one. */
const toBoundary = (text: string, offset: number): number =>
  offset > 0 && offset < text.length ? nextCharacter(text, offset - 1) : offset;

/** Over spaces and punctuation, then over one word; a line end is a stop of its own. Chinese words are those of the dictionary. */
const wordLeft = (text: string, offset: number): number => {
  const segments = words(text);
  for (let at = offset; at > 0; ) {
    const part = segments.containing(at - 1)!;
    if (part.segment === '\n') return at < offset ? at : part.index;
    if (part.isWordLike) return toBoundary(text, part.index);
    at = part.index;
  }
  return 0;
};
const wordRight = (text: string, offset: number): number => {
  const segments = words(text);
  for (let at = offset; at < text.length; ) {
    const part = segments.containing(at)!;
    if (part.segment === '\n') return at > offset ? at : at + 1;
    at = part.index + part.segment.length;
    if (part.isWordLike) return toBoundary(text, at);
  }
  return text.length;
};

/** Row and cell at which the caret is shown. */
export const caretPlace = (
  { caret, atLineEnd }: Pick<EditBuffer, 'caret' | 'atLineEnd'>,
  lines: readonly Line[],
): { row: number; cell: number } => {
  const last = lines.findLastIndex((line) => line.start <= caret);
  const row = atLineEnd && lines[last - 1]?.end === caret ? last - 1 : last;
  const { text, start } = lines[row]!;
  return { row, cell: cellWidth(text.slice(0, caret - start)) };
};

type Place = Pick<EditBuffer, 'caret' | 'atLineEnd' | 'goal'>;

const placeInLine = (lines: readonly Line[], row: number, offset: number): Place => ({
  caret: offset,
  atLineEnd: offset === lines[row]!.end && lines[row + 1]?.start === offset,
});

/** How the text is shown: cells at which it is wrapped, rows of which a page has one less. */
export interface Shown {
  readonly width: number;
  readonly rows: number;
}

/** Where the caret is after going `to`. */
const reach = (buffer: EditBuffer, to: Reach, { width, rows }: Shown): Place => {
  const { text, caret } = buffer;
  switch (to) {
    case 'left':
      return { caret: previousCharacter(text, caret) };
    case 'right':
      return { caret: nextCharacter(text, caret) };
    case 'word-left':
      return { caret: wordLeft(text, caret) };
    case 'word-right':
      return { caret: wordRight(text, caret) };
    case 'text-start':
      return { caret: 0 };
    case 'text-end':
      return { caret: text.length };
  }
  const lines = wrap(text, width);
  const { row, cell } = caretPlace(buffer, lines);
  const line = lines[row]!;
  if (to === 'line-start') return { caret: line.start };
  if (to === 'line-end') {
    const wrapped = lines[row + 1]?.start === line.end;
    return placeInLine(lines, row, wrapped ? line.start + line.text.length : line.end);
  }
  const upwards = to === 'up' || to === 'page-up';
  const by = to === 'up' || to === 'down' ? 1 : Math.max(1, rows - 1);
  // A page stops at the first or last line; a line further is the end of the text.
  const next =
    by === 1 ? row + (upwards ? -1 : 1) : Math.max(0, Math.min(lines.length - 1, row + (upwards ? -by : by)));
  const target = next === row ? undefined : lines[next];
  if (!target) return { caret: upwards ? 0 : text.length };
  const goal = buffer.goal ?? cell;
  return { ...placeInLine(lines, next, target.start + offsetAtCell(target.text, goal)), goal };
};

const settled = (buffer: EditBuffer, place: Place, anchor?: number): EditBuffer => ({
  text: buffer.text,
  caret: place.caret,
  multiline: buffer.multiline,
  max: buffer.max,
  ...(anchor !== undefined && anchor !== place.caret && { anchor }),
  ...(place.atLineEnd && { atLineEnd: true }),
  ...(place.goal !== undefined && { goal: place.goal }),
  ...(buffer.past && { past: buffer.past }),
  ...(buffer.future && { future: buffer.future }),
});

/** Steps that can be gone back at least; twice as many are kept before the older half is forgotten. */
const leastSteps = 200;

const newest = (step: Step, count: number): Step => {
  const kept: Step[] = [];
  for (let at: Step | undefined = step; at && kept.length < count; at = at.next) kept.push(at);
  return kept.reduceRight<Step | undefined>(
    (next, { text, caret, anchor }) => stepBefore({ text, caret, anchor }, next),
    undefined,
  )!;
};

const stepBefore = (
  { text, caret, anchor }: Pick<EditBuffer, 'text' | 'caret'> & { anchor?: number | undefined },
  next?: Step,
): Step => ({
  text,
  caret,
  count: (next?.count ?? 0) + 1,
  ...(anchor !== undefined && { anchor }),
  ...(next && { next }),
});

const step = (buffer: EditBuffer, next?: Step): Step => {
  const made = stepBefore(buffer, next);
  return made.count > 2 * leastSteps ? newest(made, leastSteps) : made;
};

/**
 * Letters and single characters are undone together, up to a space, a punctuation mark or this many characters. What an input method
 * commits at once, a word or a phrase, is undone by itself.
 */
const RUN_LENGTH = 20;
const RUN_END = /[\s\p{P}]$/u;
const COMMIT = /^(?=.*\p{Script=Han})../su;

/** Puts `text` in place of `from` to `to`. Changes of one kind in a row make one undo step. */
const replace = (buffer: EditBuffer, from: number, to: number, text: string, kind?: string): EditBuffer => {
  const { past } = buffer;
  const goesOn =
    kind !== undefined && kind === buffer.run && past && Math.abs(buffer.text.length - past.text.length) < RUN_LENGTH;
  const changed = buffer.text.slice(0, from) + text + buffer.text.slice(to);
  return {
    text: changed,
    caret: toBoundary(changed, from + text.length),
    multiline: buffer.multiline,
    max: buffer.max,
    past: goesOn ? past : step(buffer, past),
    ...(kind !== undefined && !RUN_END.test(text) && { run: kind }),
  };
};

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** As much of `text` as there is room for. What is left over is the caller's to tell. */
const insert = (buffer: EditBuffer, input: string, pasted: boolean): Edited => {
  const { multiline } = buffer;
  // A line that was copied with its line end must not bring a space along.
  const text = plainText(pasted && !multiline ? input.trimEnd() : input, { multiline, trim: false });
  if (text === '') return { buffer, refused: '' };
  const [from, to] = selection(buffer);
  let room = buffer.max - codePoints(buffer.text) + codePoints(buffer.text.slice(from, to));
  let end = text.length;
  if (text.length > room) {
    end = 0;
    for (const grapheme of graphemes(text)) {
      room -= codePoints(grapheme.text);
      if (room < 0) break;
      end += grapheme.text.length;
    }
  }
  const refused = text.slice(end);
  if (end === 0) return { buffer, refused };
  const kind = pasted || from !== to || COMMIT.test(text) ? undefined : 'typed';
  return { buffer: replace(buffer, from, to, text.slice(0, end), kind), refused };
};

const erase = (buffer: EditBuffer, to: Reach, shown: Shown): EditBuffer => {
  const [from, until] = selection(buffer);
  if (from !== until) return replace(buffer, from, until, '');
  const { caret } = reach(buffer, to, shown);
  if (caret === buffer.caret) return buffer;
  return replace(buffer, Math.min(caret, buffer.caret), Math.max(caret, buffer.caret), '', `erased ${to}`);
};

const move = (buffer: EditBuffer, to: Reach, select: boolean, shown: Shown): EditBuffer => {
  const [from, until] = selection(buffer);
  // Without Shift, left and right leave a selection at its ends.
  const place =
    !select && from !== until && (to === 'left' || to === 'right')
      ? { caret: to === 'left' ? from : until }
      : reach(buffer, to, shown);
  return settled(buffer, place, select ? (buffer.anchor ?? buffer.caret) : undefined);
};

const goBack = (buffer: EditBuffer, way: 'past' | 'future'): EditBuffer => {
  const target = buffer[way];
  if (!target) return buffer;
  const here = { text: target.text, multiline: buffer.multiline, max: buffer.max };
  const [past, future] =
    way === 'past' ? [target.next, step(buffer, buffer.future)] : [step(buffer, buffer.past), target.next];
  return settled({ ...here, caret: 0, ...(past && { past }), ...(future && { future }) }, target, target.anchor);
};

/**
 * Does one edit. `width` is the number of cells at which the text is wrapped on screen; without it, lines end only at `\n`. `rows` is how
 * many of its lines are seen.
 */
export const edit = (buffer: EditBuffer, change: Edit, width = Number.POSITIVE_INFINITY, rows = 10): Edited => {
  const shown = { width, rows };
  switch (change.do) {
    case 'insert':
      return insert(buffer, change.text, change.pasted ?? false);
    case 'erase':
      return { buffer: erase(buffer, change.to, shown), refused: '' };
    case 'move':
      return { buffer: move(buffer, change.to, change.select ?? false, shown), refused: '' };
    case 'select':
      return { buffer: settled(buffer, { caret: change.to }, change.from), refused: '' };
    case 'select-all':
      return { buffer: settled(buffer, { caret: buffer.text.length }, 0), refused: '' };
    case 'undo':
      return { buffer: goBack(buffer, 'past'), refused: '' };
    case 'redo':
      return { buffer: goBack(buffer, 'future'), refused: '' };
  }
};
