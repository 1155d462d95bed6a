/**
 * Terminal sequences as a whole, so that no `]52;c;…` or `[31m` stays behind as text. In this order:
 * - a terminated string (OSC, DCS, SOS, PM, APC) with its payload. Its end is BEL, ST, or what makes a terminal give up;
 * - one that never ends: its run of printable ASCII, but not the Chinese words after it;
 * - CSI with parameters and final byte; SS2 and SS3 with their character; any other ESC sequence; a bare ESC.
 *
 * Every alternative starts at a control character and none runs over one, so matching stays linear.
 */
const SEQUENCE = new RegExp(
  [
    String.raw`(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:[\x07\x18\x1a\x9c]|\x1b\\)`,
    String.raw`\x1b[PX\]^_][ -~]*`,
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -\/]*[@-~]?`,
    String.raw`(?:\x1b[NO]|[\x8e\x8f])[ -~]?`,
    String.raw`\x1b[ -\/]*[0-~]?`,
  ].join('|'),
  'g',
);

/**
 * What nobody sees wherever it stands: bidi controls, zero-width characters, soft hyphen, tags, fillers, noncharacters, annotation
 * marks, NUL and DEL. Joiners and variation selectors have rules of their own below.
 */
const INVISIBLE =
  /[[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb\x00\x7f]--[\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]/gv;

/** Everything that means a new line: CR, VT, FF, NEL, and the line and paragraph separators. */
const LINE_END = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;

/**
 * What ties emoji together or varies them: joiners, selectors, skin tones, keycaps. Terminals disagree on how many cells such a
 * cluster takes, and one cell of disagreement shifts the whole screen; each emoji by itself is two cells everywhere.
 */
const CLUSTER = /[\u200d\ufe03-\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/gu;
/** Half a flag each, for the same reason shown as the letter that it stands for. */
const FLAG_LETTER = /[\u{1f1e6}-\u{1f1ff}]/gu;
/** A variation selector that selects nothing: kept are the forms of a Han character, which a name may need. */
const LONE_SELECTOR = /(?<!\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/gu;
/** The fifth mark on a letter and all after it; no script stacks that many, only pranks do. */
const STACKED_MARK = /(?<=\p{M}{4})\p{M}/gu;
/** White space, and marks without a letter to stand on, which would sit on whatever the screen shows before the text. */
const LEADING = /^[\s\p{M}]+/u;

const settle = (text: string): string => text.replace(LONE_SELECTOR, '').replace(STACKED_MARK, '');

/**
 * Text of citizens or other systems made harmless: what is left prints as itself and nothing else, in one normal form (NFC).
 * Tabs become spaces. Line ends of every kind become `\n`, or a space when the text is to be one line. Lone surrogates become U+FFFD.
 * White space around the text goes, unless `trim` is false, which is for a piece that is being typed.
 *
 * This is the one rule; applying it twice changes nothing. Time is linear in the length.
 */
export const plainText = (input: string, options: { multiline: boolean; trim?: boolean }): string => {
  const printable = input
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(SEQUENCE, '')
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, '')
    .replace(CLUSTER, '')
    .replace(FLAG_LETTER, (half) => String.fromCharCode(half.codePointAt(0)! - 0x1f1e6 + 65));
  const lines = options.multiline ? printable : printable.replaceAll('\n', ' ');
  // Composing can change a neighbour on which a selector or a mark was judged, so they are judged before and after.
  const text = settle(settle(lines).normalize('NFC'));
  return options.trim === false ? text : text.replace(LEADING, '').trimEnd();
};
