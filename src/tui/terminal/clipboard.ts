import { plainText } from '../../domain/text/plain-text.ts';

/** OSC 52: hands a text to the terminal's clipboard, also over SSH. A terminal that does not allow it ignores it. */
export const clipboardSequence = (text: string): string =>
  `\x1b]52;c;${Buffer.from(plainText(text, { multiline: true })).toString('base64')}\x07`;
