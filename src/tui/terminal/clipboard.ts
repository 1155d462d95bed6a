import { plainText } from '../../domain/text/plain-text.ts';

/** Tabs stay: they part the cells of a table, and spreadsheets know them. */
const harmless = (text: string): string =>
  text
    .split('\t')
    .map((part) => plainText(part, { multiline: true, trim: false }))
    .join('\t')
    .trim();

/** OSC 52: hands a text to the terminal's clipboard, also over SSH. A terminal that does not allow it ignores it. */
export const clipboardSequence = (text: string): string =>
  `\x1b]52;c;${Buffer.from(harmless(text)).toString('base64')}\x07`;
