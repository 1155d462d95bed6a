import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellWidth, graphemes, pad, truncate, wrap } from '../../src/tui/text/width.ts';

const family = '👨‍👩‍👧';
const shown = (text: string, cells: number) => wrap(text, cells).map((line) => line.text);

/** Text as it comes at a seat, with everything that is hard about it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'公积金提取，。、？！（）《》“”‘’…—·：abcXYZ019.-$  \u3000'),
      fc.constantFrom(
        family,
        '❤️',
        '🇨🇳',
        '葛\u{e0100}',
        'é',
        'e\u0301',
        'ก็',
        '한',
        'ｶﾞ',
        '①',
        'don’t',
        'https://a.cn/b?c=1',
      ),
      fc
        .string({ unit: 'grapheme', maxLength: 2 })
        .filter((text) => !/\p{C}/u.test(text) && graphemes(text).every((grapheme) => grapheme.cells < 3)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyLines = fc.array(anyText, { maxLength: 4 }).map((lines) => lines.join('\n'));

describe('cellWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['公积金', 6],
    ['公积金 UK，', 11],
    ['“引”…—', 6],
    [family, 2],
    ['❤️', 2],
    ['🇨🇳', 2],
    ['e\u0301', 1],
    ['１２', 4],
  ])('%j takes %i', (text, cells) => expect(cellWidth(text)).toBe(cells));

  test('is what string-width says, and the sum of the graphemes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cellWidth(text)).toBe(stringWidth(text));
        expect(graphemes(text).reduce((sum, grapheme) => sum + grapheme.cells, 0)).toBe(cellWidth(text));
        expect(graphemes(text).map((grapheme) => grapheme.text)).toEqual(
          Array.from(new Intl.Segmenter('zh').segment(text), (part) => part.segment),
        );
      }),
    );
  });
});

describe('truncate and pad', () => {
  test.each([
    ['公积金提取', 10, '公积金提取'],
    ['公积金提取', 9, '公积金提…'],
    ['公积金提取', 8, '公积金…'],
    ['hello', 4, 'hel…'],
    [`a${family}b`, 3, 'a…'],
    ['公积金', 1, '…'],
    ['公积金', 0, ''],
    ['', 0, ''],
  ])('truncate %j to %i', (text, cells, expected) => expect(truncate(text, cells)).toBe(expected));

  test.each([
    ['公积', 6, 'start', '公积  '],
    ['公积', 7, 'end', '   公积'],
    ['公积', 7, 'center', ' 公积  '],
    ['公积金', 4, 'start', '公… '],
  ] as const)('pad %j to %i at %s', (text, cells, align, expected) => expect(pad(text, cells, align)).toBe(expected));

  test('never exceed, never split a grapheme', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.constantFrom('start', 'center', 'end'), (text, cells, align) => {
        const cut = truncate(text, cells);
        expect(cellWidth(cut)).toBeLessThanOrEqual(cells);
        const kept = cut === text ? text : cut.slice(0, -1);
        expect(text.startsWith(kept)).toBe(true);
        expect([text.length, ...graphemes(text).map((grapheme) => grapheme.start)]).toContain(kept.length);
        expect(cellWidth(pad(text, cells, align))).toBe(cells);
      }),
    );
  });
});

describe('wrap', () => {
  test.each<[string, number, string[]]>([
    ['', 10, ['']],
    ['公积金提取', 6, ['公积金', '提取']],
    ['公积金提取', 7, ['公积金', '提取']],
    ['一\n\n二\n', 10, ['一', '', '二', '']],
    // Latin words stay whole when they fit
    ['hello world', 5, ['hello', 'world']],
    ['hello world', 8, ['hello ', 'world']],
    ['登录UK网厅', 7, ['登录UK', '网厅']],
    ['登录gjj.jinan.gov.cn', 12, ['登录', 'gjj.jinan.go', 'v.cn']],
    ['ab    cd', 3, ['ab ', 'cd']],
    // kinsoku
    ['一二三四五，六', 10, ['一二三四', '五，六']],
    ['一二三四《五》', 10, ['一二三四', '《五》']],
    ['一二三四“五”', 10, ['一二三四', '“五”']],
    ['他说“好。”她', 7, ['他说', '“好。”', '她']],
    ['说don’t做', 7, ['说don’t', '做']],
    ['。。。。。', 4, ['。。', '。。', '。']],
    // a family is one character
    [family.repeat(3), 4, [family.repeat(2), family]],
  ])('%j in %i', (text, cells, expected) => expect(shown(text, cells)).toEqual(expected));

  test('loses nothing, adds nothing, never exceeds the width', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 2, max: 24 }), (text, cells) => {
        const lines = wrap(text, cells);
        let at = 0;
        for (const [index, line] of lines.entries()) {
          if (index > 0 && line.start > at) expect(text[at++]).toBe('\n');
          expect(line.start).toBe(at);
          const whole = text.slice(line.start, line.end);
          expect(whole.startsWith(line.text)).toBe(true);
          expect(cellWidth(line.text)).toBeLessThanOrEqual(cells);
          expect(whole.slice(line.text.length)).toMatch(/^[ \u3000]*$/);
          at = line.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('breaks against the rules only where the line has no other place', () => {
    const sentence = fc
      .array(fc.constantFrom(...'公积金提取还贷款，。？（《“”》）'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 6, max: 20 }), (text, cells) => {
        const lines = wrap(text, cells);
        for (const [index, line] of lines.entries()) {
          if (index === 0) continue;
          const before = lines[index - 1]!.text;
          const bad = /^[，。？”》）]/.test(line.text) || /[（《“]$/.test(before);
          // then every place inside the line before is as bad
          if (bad) expect(before).not.toMatch(/[^（《“][^，。？”》）]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('does not get slow on long text', () => {
    for (const piece of ['公积金，', 'word ', 'x', ' ', '。', family]) {
      expect(wrap(piece.repeat(20_000), 40).length).toBeGreaterThan(0);
    }
  });
});
