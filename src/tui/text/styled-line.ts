import { plainText } from '../../domain/text/plain-text.ts';
import type { Style } from '../theme.ts';
import { cellWidth, pad, wrap } from './width.ts';

/** One line of a long text: pieces with their styles. */
export type StyledLine = readonly { readonly text: string; readonly style?: Style | undefined }[];

/** What came over the wire, made harmless once more before it is drawn. */
export const shown = (text: string): string => plainText(text, { multiline: false });
export const shownParagraph = (text: string): string => plainText(text, { multiline: true });

/** Cells by which a text stands in below a label that has no room beside it. */
const indent = 2;

/** A label and a text beside it, wrapped so that it hangs under its first line; a label too long for its cells stands above the text. */
export const labelled = (
  label: string,
  text: string,
  width: number,
  labelWidth: number,
  style: Style,
  textStyle?: Style,
): StyledLine[] => {
  if (cellWidth(label) >= labelWidth && labelWidth > 0)
    return [
      ...wrap(label, width).map((line): StyledLine => [{ text: line.text, style }]),
      ...labelled('', text, width, indent, style, textStyle),
    ];
  const lines = wrap(shownParagraph(text), Math.max(4, width - labelWidth));
  return lines.map((line, index) => [
    { text: pad(index === 0 ? label : '', labelWidth), style },
    { text: line.text, ...(textStyle && { style: textStyle }) },
  ]);
};

/** The cells of the widest label, and two for the gap. */
export const labelCells = (labels: readonly string[]): number => Math.max(0, ...labels.map(cellWidth)) + 2;
