import stringWidth, { type Options } from 'string-width';

const styles = /\x1b\[[\d;]*m/g;
/** Each a cell or two by itself, whatever stands around it: ASCII, punctuation, what the screen is drawn with; Chinese. */
export const usual = /^[ -~·—‘’“”…\u2190-\u21ff\u2500-\u25fc\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;
const firstWide = 0x2e80;

/** The width as string-width tells it, which takes a text apart by graphemes and asks of each whether it is an emoji. */
export default function width(text: string, options?: Options): number {
  if (options !== undefined) return stringWidth(text, options);
  const bare = text.includes('\x1b') ? text.replaceAll(styles, '') : text;
  if (!usual.test(bare)) return stringWidth(text);
  let cells = bare.length;
  for (let at = 0; at < bare.length; at++) if (bare.charCodeAt(at) >= firstWide) cells++;
  return cells;
}
