import stringWidth from 'string-width';
import { graphemes } from '../text/width.ts';

/** The line that is being written, and where the caret stands in it. */
export interface LineInHand {
  readonly text: string;
  readonly caret: number;
}

/** The terminal's lines: how long they are, and whether ambiguous characters take two cells of them. */
export interface TerminalLine {
  readonly columns: number;
  readonly wide: boolean;
}

/** Cells of a text on the terminal; the layout of what is spoken does not depend on it. */
const cellsOf = (text: string, { wide }: TerminalLine): number => stringWidth(text, { ambiguousIsNarrow: !wide });

/** The part of a line that fits, with the caret in it; as it was shown, or as it is to be shown. */
const inView = ({ text, caret }: LineInHand, line: TerminalLine): { text: string; caret: number } => {
  const most = Math.max(2, line.columns - 1);
  let from = 0;
  for (const { start, text: grapheme } of graphemes(text)) {
    if (cellsOf(text.slice(from, caret), line) < most) break;
    from = start + grapheme.length;
  }
  let end = from;
  for (const { start, text: grapheme } of graphemes(text.slice(from))) {
    if (cellsOf(text.slice(from, from + start + grapheme.length), line) > most) break;
    end = from + start + grapheme.length;
  }
  return { text: text.slice(from, end), caret: caret - from };
};

const left = (cells: number): string => (cells > 0 ? `\x1b[${cells}D` : '');

/**
 * What has to be written so that the terminal shows the line as it is now: the letters that are new, as an echo, and no more, since a
 * screen reader speaks what is written.
 */
export const lineChange = (before: LineInHand, now: LineInHand, line: TerminalLine): string => {
  const old = inView(before, line);
  const next = inView(now, line);
  let same = 0;
  for (const { start, text } of graphemes(next.text)) {
    if (!old.text.startsWith(next.text.slice(0, start + text.length))) break;
    same = start + text.length;
  }
  const caretCells = cellsOf(next.text.slice(0, next.caret), line);
  const oldCells = cellsOf(old.text.slice(0, old.caret), line);
  if (old.text === next.text) {
    const move = caretCells - oldCells;
    return move === 0 ? '' : move > 0 ? `\x1b[${move}C` : left(-move);
  }
  const back = oldCells - cellsOf(next.text.slice(0, same), line);
  const toPlace = back > 0 ? left(back) : back < 0 ? `\x1b[${-back}C` : '';
  const added = next.text.slice(same);
  return `${toPlace}${added}\x1b[K${left(cellsOf(next.text, line) - caretCells)}`;
};
