import stringWidth from 'string-width';
import { isDrawing } from './stand-ins.ts';

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

/**
 * Whether the terminal gives two cells to East Asian Ambiguous characters (“ ” … — · ①). A fact of the one terminal that the process has;
 * settled before the first frame.
 */
let wide = false;

/** Anything but the characters of which each is a grapheme by itself, narrow below U+2E80 and wide above: the usual Chinese text. */
const usual = {
  narrow: /[^\n -~·—‘’“”…\u2190-\u21ff\u2500-\u25fc\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]/,
  wide: /[^\n -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]/,
};
const isUnusual = (text: string): boolean => (wide ? usual.wide : usual.narrow).test(text);
const usualCells = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code === 10 ? 0 : code < 0x2e80 ? 1 : 2;
};

let segmenter: Intl.Segmenter | undefined;
/** Made for the first unusual text: it takes 5 ms. */
const segmentsOf = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

const memories: (() => void)[] = [];

/** Remembers results for up to `limit` characters of text, then forgets them all; what is on screen is soon known again. */
const remember = <T>(limit: number, make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  let size = 0;
  memories.push(() => {
    known.clear();
    size = 0;
  });
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

const clusterCells = remember(20_000, (cluster) =>
  stringWidth(cluster, { ambiguousIsNarrow: !wide || isDrawing(cluster) }),
);

/** Whether ambiguous characters count as wide. */
export const ambiguousIsWide = (): boolean => wide;

/** Says whether they do. */
export const setAmbiguousWide = (isWide: boolean): void => {
  wide = isWide;
  for (const forget of memories) forget();
};

/** The graphemes of a text, in order. */
export const graphemes: (text: string) => readonly Grapheme[] = remember(12_000, (text) =>
  isUnusual(text)
    ? Array.from(segmentsOf(text), ({ segment, index }) => ({
        text: segment,
        start: index,
        cells: clusterCells(segment),
      }))
    : Array.from(text, (char, index) => ({ text: char, start: index, cells: usualCells(text, index) })),
);

const sum = (all: readonly Grapheme[]): number => all.reduce((cells, grapheme) => cells + grapheme.cells, 0);

/** How many terminal cells a text takes. */
export const cellWidth = (text: string): number => {
  if (isUnusual(text)) return wide ? sum(graphemes(text)) : stringWidth(text);
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
  const mark = cellWidth('…');
  return cells < mark ? ' '.repeat(Math.max(0, cells)) : `${text.slice(0, offsetAtCell(text, cells - mark))}…`;
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

/** Of a Latin word, or of what is written like one. Quotation marks count as wide at some terminals and are no less part of a word. */
const isNarrow = ({ text, cells }: Grapheme): boolean => cells < 2 || (wide && stringWidth(text) < 2);

const insideWord = (left: Grapheme, right: Grapheme): boolean =>
  isNarrow(left) && isNarrow(right) && right.text !== '“' && right.text !== '‘';

/** Whether a line may end after `left` and the next begin with `right`: not inside a Latin word, and by the rules above. */
const mayBreak = (left: Grapheme, right: Grapheme): boolean =>
  !isSpace(right) &&
  !NEVER_FIRST.has(right.text) &&
  (isSpace(left) || (!NEVER_LAST.has(left.text) && !insideWord(left, right)));

/** The lines of one paragraph, as if nothing stood before it. */
const wrapParagraph = (paragraph: string, cells: number): Line[] => {
  const all = graphemes(paragraph);
  const lines: Line[] = [];
  const startOf = (index: number): number => all[index]?.start ?? paragraph.length;
  const push = (from: number, to: number): void => {
    const text = paragraph.slice(startOf(from), startOf(to));
    lines.push({
      text: text.slice(0, offsetAtCell(text, cells)),
      start: startOf(from),
      end: startOf(to),
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

/** Whoever types changes one paragraph; the others are wrapped already. A key: cells, a space, the paragraph. */
const wrappedParagraph = remember(50_000, (key) => {
  const at = key.indexOf(' ');
  return wrapParagraph(key.slice(at + 1), Number(key.slice(0, at)));
});

/**
 * A text in lines of at most `cells` cells (two at least). It breaks anywhere between Chinese characters, keeps Latin words whole when
 * they fit, and keeps closing punctuation from beginning and opening punctuation from ending a line where that can be avoided. Spaces at
 * the end of a wrapped line hang over its edge unseen. Every offset of the text belongs to a line, so a caret always has a place.
 */
export const wrap = (text: string, cells: number): Line[] => {
  const lines: Line[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    for (const line of wrappedParagraph(`${Math.max(2, cells)} ${paragraph}`))
      lines.push(offset === 0 ? line : { ...line, start: line.start + offset, end: line.end + offset });
    offset += paragraph.length + 1;
  }
  return lines;
};
