import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/domain/text/plain-text.ts';

const one = (input: string) => plainText(input, { multiline: false });
const many = (input: string) => plainText(input, { multiline: true });

describe('plainText', () => {
  test.each([
    // what people write stays as it is
    ['您好，公积金 3.5% 怎么提？', '您好，公积金 3.5% 怎么提？'],
    ['葛\u{e0100}先生', '葛\u{e0100}先生'],
    // Clusters of emoji fall into their parts: terminals disagree on their width.
    ['👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 🇨🇳', '👨👩👧 ❤ 👍 1 🏳🌈 CN'],
    ['e\u0301', 'é'],
    ['　 两边 　', '两边'],
    ['a\tb\r\nc\u2028d', 'a b c d'],
    // terminal sequences go as a whole
    ['a\x1b[31;1m红\x1b[0m', 'a红'],
    ['a\x1b]52;c;ZXZpbA==\x07b', 'ab'],
    ['a\x1b]52;c;ZXZpbA==\x1b\\b', 'ab'],
    ['a\x1b]52;c;ZXZpbA==你好', 'a你好'],
    ['a\x9d52;c;ZXZpbA==\x9cb', 'ab'],
    ['a\x1b]0;标题\x07b', 'ab'],
    ['a\x1bP1$r0m\x1b\\b', 'ab'],
    ['a\x9b2Jb', 'ab'],
    ['a\x1bOPb\x1bcd\x1b(Be', 'abde'],
    ['a\x1b', 'a'],
    ['a\x1b[', 'a'],
    ['a\x1b[31你', 'a你'],
    ['a\x1b\x00[31mb\x1b\u200b]52;c;QQ\x07c', 'abc'],
    // controls, bidi, zero width
    ['a\x00\x07\x08b\x7f\x80', 'ab'],
    ['\u202eabc\u202c \u2066x\u2069\u200e\u200f\u061c', 'abc x'],
    ['公\u200b积\u200c金\u2060\ufeff\u00ad', '公积金'],
    ['公\u200d积', '公积'],
    ['a\ufe0fb\ufe0e', 'ab'],
    ['1\ufe0f', '1'],
    ['x\u{e0068}\u{e0069}\u{e007f}', 'x'],
    ['☎\ufe0e', '☎'],
    ['👩\u200d', '👩'],
    // the rest
    ['a\ud800b\udc00', 'a\ufffdb\ufffd'],
    [`z${'\u0335'.repeat(40)}algo`, `z${'\u0335'.repeat(4)}algo`],
    ['\u0301\u0301abc', 'abc'],
    ['\u200b \x1b[0m', ''],
  ])('%j in one line', (input, expected) => expect(one(input)).toBe(expected));

  test('keeps lines where lines are wanted', () => {
    expect(many('一\r\n二\r三\u2028四\u2029五\u0085六\v七\n\n八\t九\n')).toBe('一\n二\n三\n四\n五\n六\n七\n\n八 九');
    expect(many('一\x1b]0;没有结尾\n二')).toBe('一没有结尾\n二');
  });

  test('leaves the spaces of a typed piece', () => {
    expect(plainText(' a\n', { multiline: true, trim: false })).toBe(' a\n');
    expect(plainText(' ', { multiline: false, trim: false })).toBe(' ');
  });

  const nasty = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'ab1#; ][\\PO?\n\r\t中，👩👨↔❤🏽🇨\u0301\u0338\u0344\u0958') },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '\x1b',
          '\x07',
          '\x9b',
          '\x9c',
          '\x9d',
          '\x90',
          '\x8f',
          '\x00',
          '\u200d',
          '\u200b',
          '\ufe00',
          '\ufe03',
          '\ufe0e',
          '\ufe0f',
          '\u20e3',
          '\u{e0100}',
          '\u{e0041}',
          '\u202e',
          '\ud83d',
          '\udc69',
          '\uf900',
          '\u1100',
          '\u1161',
          '\u11a8',
          '\u3000',
        ),
      },
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 30 },
  );

  test.each([
    { multiline: false },
    { multiline: true },
    { multiline: true, trim: false },
    { multiline: false, trim: false },
  ])('is idempotent and harmless, %j', (options) => {
    fc.assert(
      fc.property(
        nasty.map((parts) => parts.join('')),
        (input) => {
          const text = plainText(input, options);
          expect(plainText(text, options)).toBe(text);
          expect(text.isWellFormed()).toBe(true);
          expect(text.normalize('NFC')).toBe(text);
          expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/);
          expect(text).not.toMatch(
            /[\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u{e0000}-\u{e007f}]/u,
          );
          expect(text).not.toMatch(/\p{M}{5}/u);
          if (!options.multiline) expect(text).not.toContain('\n');
          if (options.trim !== false) expect(text.trim()).toBe(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('never touches ordinary Chinese and English text', () => {
    const ordinary = fc
      .array(fc.constantFrom(...'公积金提取贷款单位缴存，。？！：（）《》“”…—abcXYZ0189 .,-%\n'), { maxLength: 60 })
      .map((parts) => parts.join('').trim());
    fc.assert(fc.property(ordinary, (text) => many(text) === text));
  });

  test('does not mind a megabyte of rubbish', () => {
    const pieces = [
      '\x1b]',
      '\x1b[',
      '\x9d',
      '\u0301\u0316',
      '\u200d',
      'a\u200b',
      '\ufe0f',
      ' ',
      '\n',
      '👩\u200d',
      '\ud800',
    ];
    for (const piece of pieces) {
      const text = many(`x${piece.repeat(500_000)}y`);
      expect(many(text)).toBe(text);
    }
  });
});
