import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachByItself, graphemes } from '../../scripts/lean/graphemes.ts';

const real = new Intl.Segmenter();
const cut = (text: string) => [...graphemes.segment(text)];

it('cuts as Intl does every character of which it is sure, alone and between others', () => {
  const wrong: string[] = [];
  for (let code = 1; code < 0x1_0000; code++) {
    const character = String.fromCharCode(code);
    if (!eachByItself.test(character)) continue;
    for (const text of [character, `中${character}a`, `\x1b[1m${character}\n${character}`])
      if (JSON.stringify(cut(text)) !== JSON.stringify([...real.segment(text)])) wrong.push(JSON.stringify(text));
  }
  expect(wrong).toEqual([]);
});

it('cuts any text as Intl does', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('中', 'a', '\u0301', '👍', '\u200d', '\r', '\n', '…', '\x1b') }),
  );
  fc.assert(
    fc.property(text, fc.nat(20), (said, at) => {
      expect(cut(said)).toEqual([...real.segment(said)]);
      expect(graphemes.segment(said).containing(at)).toEqual(real.segment(said).containing(at));
    }),
  );
});
