import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import width, { usual } from '../../scripts/lean/string-width.ts';

it('the quick width is that of string-width, for every character of which it is sure, alone and between others', () => {
  const wrong: string[] = [];
  for (let code = 1; code < 0x1_0000; code++) {
    const character = String.fromCharCode(code);
    if (!usual.test(character)) continue;
    for (const text of [character, `中${character}a`, `\x1b[1;36m${character}\x1b[39m${character}…`])
      if (width(text) !== stringWidth(text)) wrong.push(JSON.stringify(text));
  }
  expect(wrong).toEqual([]);
});

it.each(['👨‍👩‍👧‍👦', 'de\u0301ja\u0300', 'ไทย', '한국', '\x1b]8;;http://a\x07中\x1b]8;;\x07', 'a\tb', '①', ''])(
  '%j is left to string-width',
  (text) => {
    expect(width(text)).toBe(stringWidth(text));
  },
);
