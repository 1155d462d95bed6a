import stringWidth from 'string-width';

/** One character as people see it: where it starts in its text (UTF-16 offset) and how many cells it takes. */
export interface Grapheme {
  readonly text: string;
  readonly start: number;
  readonly cells: number;
}

/** One line of a wrapped text. `text` is what is shown; what hangs over the edge (spaces) is between it and `end`. */
export interface Line {
  readonly text: string;
  /** Offset of the line's first character in the whole text. */
  readonly start: number;
  /** Offset behind its last one. The next line starts here when the line was wrapped, one further when it ends in `\n`. */
  readonly end: number;
}

/** Anything but the characters of which each is a grapheme by itself, narrow below U+2E80 and wide above: the usual Chinese text. */
const UNUSUAL = /[^\n -~·—‘’“”…\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]/;
const usualCells = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code === 10 ? 0 : code < 0x2e80 ? 1 : 2;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Remembers results for up to `limit` characters of text, then forgets them all; what is on screen is soon known again. */
const remember = <T>(limit: number, make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  let size = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    size += text.length;
    if (size > limit) {
      known.clear();
      size = text.length;
    }
    known.set(text, made);
    return made;
  };
};

const clusterCells = remember(20_000, (cluster) => stringWidth(cluster));

/** The graphemes of a text, in order. */
export const graphemes: (text: string) => readonly Grapheme[] = remember(50_000, (text) =>
  UNUSUAL.test(text)
    ? Array.from(segmenter.segment(text), ({ segment, index }) => ({
        text: segment,
        start: index,
        cells: clusterCells(segment),
      }))
    : Array.from(text, (char, index) => ({ text: char, start: index, cells: usualCells(text, index) })),
);

/** How many terminal cells a text takes. Ambiguous characters (“ ” … — ·) count as narrow, as they do for Ink. */
export const cellWidth = (text: string): number => {
  if (UNUSUAL.test(text)) return stringWidth(text);
  let cells = 0;
  for (let at = 0; at < text.length; at++) cells += usualCells(text, at);
  return cells;
};

/** The offset of the last grapheme boundary within the first `cells` cells. */
export const offsetAtCell = (text: string, cells: number): number => {
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += grapheme.cells;
    if (used > cells) return grapheme.start;
  }
  return text.length;
};

/** A text of at most `cells` cells: as it is, or its beginning and `…`. */
export const truncate = (text: string, cells: number): string => {
  if (cellWidth(text) <= cells) return text;
  return cells < 1 ? '' : `${text.slice(0, offsetAtCell(text, cells - 1))}…`;
};

/** A text of exactly `cells` cells: filled with spaces, or truncated when it is too long. */
export const pad = (text: string, cells: number, align: 'start' | 'center' | 'end' = 'start'): string => {
  const shown = truncate(text, cells);
  const gap = Math.max(0, cells - cellWidth(shown));
  const before = align === 'start' ? 0 : align === 'end' ? gap : gap >> 1;
  return ' '.repeat(before) + shown + ' '.repeat(gap - before);
};

/** 行首禁则: what may not begin a line. */
const NEVER_FIRST = new Set('，。、；：？！．·…）》〉」』】〕〗｝］”’～％‰℃,.;:?!)]}%');
/** 行尾禁则: what may not end one. */
const NEVER_LAST = new Set('（《〈「『【〔〖｛［“‘￥([{¥$');

const isSpace = (grapheme: Grapheme): boolean => grapheme.text === ' ' || grapheme.text === '\u3000';

const insideWord = (left: Grapheme, right: Grapheme): boolean =>
  left.cells < 2 && right.cells < 2 && right.text !== '“' && right.text !== '‘';

/** Whether a line may end after `left` and the next begin with `right`: not inside a Latin word, and by the rules above. */
const mayBreak = (left: Grapheme, right: Grapheme): boolean =>
  !isSpace(right) &&
  !NEVER_FIRST.has(right.text) &&
  (isSpace(left) || (!NEVER_LAST.has(left.text) && !insideWord(left, right)));

/** The lines of one paragraph, which starts at `offset` of the whole text. */
const wrapParagraph = (paragraph: string, offset: number, cells: number): Line[] => {
  const all = graphemes(paragraph);
  const lines: Line[] = [];
  const startOf = (index: number): number => all[index]?.start ?? paragraph.length;
  const push = (from: number, to: number): void => {
    const text = paragraph.slice(startOf(from), startOf(to));
    lines.push({
      text: text.slice(0, offsetAtCell(text, cells)),
      start: offset + startOf(from),
      end: offset + startOf(to),
    });
  };

  let first = 0;
  let used = 0;
  let breakAt = 0;
  for (let index = 0; index < all.length; index++) {
    const grapheme = all[index]!;
    if (index > first && mayBreak(all[index - 1]!, grapheme)) breakAt = index;
    used += grapheme.cells;
    if (used <= cells || index === first || isSpace(grapheme)) continue;
    // Full: go back to the last place where a line may end, or break right here when there is none.
    const next = breakAt > first ? breakAt : index;
    push(first, next);
    first = next;
    index = next - 1;
    used = 0;
  }
  push(first, all.length);
  return lines;
};

/**
 * A text in lines of at most `cells` cells (two at least). It breaks anywhere between Chinese characters, keeps Latin words whole when
 * they fit, and keeps closing punctuation from beginning and opening punctuation from ending a line where that can be avoided. Spaces at
 * the end of a wrapped line hang over its edge unseen. Every offset of the text belongs to a line, so a caret always has a place.
 */
export const wrap = (text: string, cells: number): Line[] => {
  const lines: Line[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    for (const line of wrapParagraph(paragraph, offset, Math.max(2, cells))) lines.push(line);
    offset += paragraph.length + 1;
  }
  return lines;
};
