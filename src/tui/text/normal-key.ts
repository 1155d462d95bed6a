/** Chinese punctuation that is not the wide form of its key: the key that types it in a Chinese input method. */
const CHINESE = new Map(
  Object.entries({
    '、': '/',
    '。': '.',
    '《': '<',
    '》': '>',
    '【': '[',
    '】': ']',
    '「': '{',
    '」': '}',
    '“': '"',
    '”': '"',
    '‘': "'",
    '’': "'",
    '·': '`',
    '￥': '$',
    '…': '^',
    '……': '^',
    '—': '_',
    '——': '_',
    '　': ' ',
  }),
);

/**
 * The key that was meant when full-width forms are read as commands, not as text: `／` and `、` are `/`, `？` is `?`, `Ａ` is `A`.
 * Anything else, and any longer input, is returned as it is.
 */
export const normalKey = (input: string): string => {
  const chinese = CHINESE.get(input);
  if (chinese !== undefined) return chinese;
  const code = input.length === 1 ? input.charCodeAt(0) : 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : input;
};
