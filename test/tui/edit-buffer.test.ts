import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/domain/text/plain-text.ts';
import {
  caretPlace,
  type Edit,
  type EditBuffer,
  edit,
  editBuffer,
  type Reach,
  selectedText,
} from '../../src/tui/text/edit-buffer.ts';
import { wrap } from '../../src/tui/text/width.ts';

/** One grapheme of five code points that no composition shortens. */
const stacked = 'x\u0300\u0301\u0302\u0303';

/** A buffer from a text in which `|` is the caret and `^`, when there, the other end of the selection. */
const at = (picture: string, options: { multiline?: boolean; max?: number } = { multiline: true }): EditBuffer => {
  const text = picture.replace(/[|^]/g, '');
  const caret = picture.replace('^', '').indexOf('|');
  const anchor = picture.replace('|', '').indexOf('^');
  return { ...editBuffer(text, options), caret, ...(anchor >= 0 && { anchor }) };
};

const picture = ({ text, caret, anchor }: EditBuffer): string => {
  const marks = [{ offset: caret, mark: '|' }, ...(anchor === undefined ? [] : [{ offset: anchor, mark: '^' }])];
  return marks
    .sort((a, b) => b.offset - a.offset)
    .reduce((out, { offset, mark }) => out.slice(0, offset) + mark + out.slice(offset), text);
};

const type = (buffer: EditBuffer, ...pieces: string[]): EditBuffer =>
  pieces.reduce((now, text) => edit(now, { do: 'insert', text }).buffer, buffer);
const times = (buffer: EditBuffer, count: number, change: Edit, width?: number): EditBuffer =>
  Array.from({ length: count }).reduce<EditBuffer>((now) => edit(now, change, width).buffer, buffer);

describe('edits', () => {
  test.each<[string, Edit, string]>([
    ['公积|金', { do: 'insert', text: '提取' }, '公积提取|金'],
    ['公|积^金', { do: 'insert', text: '提' }, '公提|金'],
    ['公|', { do: 'insert', text: ' ' }, '公 |'],
    ['公|', { do: 'insert', text: 'a\x1b[31mb\u202e\tc\r\nd' }, '公ab c\nd|'],
    [`a${stacked}|b`, { do: 'erase', to: 'left' }, 'a|b'],
    [`a|${stacked}b`, { do: 'erase', to: 'right' }, 'a|b'],
    ['|a', { do: 'erase', to: 'left' }, '|a'],
    ['一^二三|四', { do: 'erase', to: 'right' }, '一|四'],
    ['想提取住房贷款|', { do: 'erase', to: 'word-left' }, '想提取住房|'],
    ['你好，世界|', { do: 'move', to: 'word-left' }, '你好，|世界'],
    ['你好，|世界', { do: 'move', to: 'word-left' }, '|你好，世界'],
    ['|你好，世界', { do: 'move', to: 'word-right' }, '你好|，世界'],
    ['hello wide world|', { do: 'erase', to: 'word-left' }, 'hello wide |'],
    ['|hello wide', { do: 'erase', to: 'word-right' }, '| wide'],
    ['一\n|二', { do: 'erase', to: 'word-left' }, '一|二'],
    ['一|\n二', { do: 'move', to: 'word-right' }, '一\n|二'],
    ['一\n  |', { do: 'erase', to: 'word-left' }, '一\n|'],
    ['一\n二三|四', { do: 'erase', to: 'line-start' }, '一\n|四'],
    ['一\n二|三四\n五', { do: 'erase', to: 'line-end' }, '一\n二|\n五'],
    ['一二|三', { do: 'move', to: 'left', select: true }, '一|二^三'],
    ['一|二^三', { do: 'move', to: 'right', select: true }, '一二|三'],
    ['一|二三^', { do: 'move', to: 'left' }, '一|二三'],
    ['一|二三^', { do: 'move', to: 'right' }, '一二三|'],
    ['一|二', { do: 'select-all' }, '^一二|'],
    ['一\n二|', { do: 'move', to: 'text-start' }, '|一\n二'],
    ['|一\n二', { do: 'move', to: 'text-end' }, '一\n二|'],
    ['一二|\n三', { do: 'move', to: 'up' }, '|一二\n三'],
    ['一二\n三|', { do: 'move', to: 'down' }, '一二\n三|'],
  ])('%s %j %s', (before, change, after) => expect(picture(edit(at(before), change).buffer)).toBe(after));

  test('a line takes a pasted line without its end', () => {
    const { buffer } = edit(editBuffer(''), { do: 'insert', text: '13800001000\r\n', pasted: true });
    expect(buffer.text).toBe('13800001000');
    expect(type(editBuffer(''), '一\n二').text).toBe('一 二');
  });

  test('typing before a combining character leaves the caret behind the whole of it', () => {
    expect(picture(edit(at('|\u0301b'), { do: 'insert', text: 'e' }).buffer)).toBe('e\u0301|b');
  });
});

describe('visual lines', () => {
  // 公积金 / 提取 a / b
  const text = '公积金提取 a\nb';

  test('home and end go to the ends of what is shown', () => {
    const buffer = at('公积金|提取 a\nb');
    expect(caretPlace(buffer, wrap(text, 6))).toEqual({ row: 1, cell: 0 });
    expect(picture(edit(buffer, { do: 'move', to: 'line-end' }, 6).buffer)).toBe('公积金提取 a|\nb');
    const end = edit(at('|公积金提取 a\nb'), { do: 'move', to: 'line-end' }, 6).buffer;
    expect(picture(end)).toBe('公积金|提取 a\nb');
    expect(caretPlace(end, wrap(text, 6))).toEqual({ row: 0, cell: 6 });
    expect(edit(end, { do: 'move', to: 'line-end' }, 6).buffer.caret).toBe(3);
    expect(edit(end, { do: 'move', to: 'line-start' }, 6).buffer.caret).toBe(0);
  });

  test('up and down keep their column over a short line', () => {
    const buffer = at('一二三四五|\n一\n一二三四五六');
    const down = edit(buffer, { do: 'move', to: 'down' }).buffer;
    expect(picture(down)).toBe('一二三四五\n一|\n一二三四五六');
    expect(picture(edit(down, { do: 'move', to: 'down' }).buffer)).toBe('一二三四五\n一\n一二三四五|六');
    expect(picture(edit(down, { do: 'move', to: 'up' }).buffer)).toBe('一二三四五|\n一\n一二三四五六');
  });

  test('down to the end of a wrapped line stays on that line', () => {
    const text = '一二三四\n一二三四五六七八\n九';
    const buffer = at('一二三四|\n一二三四五六七八\n九');
    const down = edit(buffer, { do: 'move', to: 'down' }, 8).buffer;
    expect(caretPlace(down, wrap(text, 8))).toEqual({ row: 1, cell: 8 });
    expect(caretPlace(edit(down, { do: 'move', to: 'down' }, 8).buffer, wrap(text, 8))).toEqual({ row: 2, cell: 8 });
  });

  test('a page is the rows that are seen but one, and stops at the ends', () => {
    const text = Array.from({ length: 12 }, (_, at) => `第${at}行`).join('\n');
    const caret = (buffer: EditBuffer): number => caretPlace(buffer, wrap(text, 20)).row;
    let buffer = edit(editBuffer(text, { multiline: true }), { do: 'move', to: 'text-start' }).buffer;
    const rows: number[] = [];
    for (const to of ['page-down', 'page-down', 'page-down', 'page-down', 'page-up', 'page-up', 'page-up'] as const) {
      buffer = edit(buffer, { do: 'move', to }, 20, 5).buffer;
      rows.push(caret(buffer));
    }
    expect(rows).toEqual([4, 8, 11, 11, 7, 3, 0]);
    expect(edit(buffer, { do: 'move', to: 'page-down', select: true }, 20, 5).buffer.anchor).toBe(buffer.caret);
  });

  test('a stretch is selected from end to end', () => {
    expect(picture(edit(at('一二三四|'), { do: 'select', from: 1, to: 3 }).buffer)).toBe('一^二三|四');
  });

  test('a wide character is never entered in its middle', () => {
    expect(picture(edit(at('abc|\n一二'), { do: 'move', to: 'down' }).buffer)).toBe('abc\n一|二');
  });
});

describe('undo', () => {
  test('takes back a typed run at once, up to punctuation', () => {
    const typed = type(editBuffer(''), '已', '好', '，', 'a', 'bc', ' ', 'd');
    expect(typed.text).toBe('已好，abc d');
    const seen = [1, 2, 3].map((count) => times(typed, count, { do: 'undo' }).text);
    expect(seen).toEqual(['已好，abc ', '已好，', '']);
    const empty = times(typed, 3, { do: 'undo' });
    expect(edit(empty, { do: 'undo' }).buffer).toBe(empty);
    expect(times(empty, 5, { do: 'redo' }).text).toBe('已好，abc d');
  });

  test('takes back what an input method committed at once, and not more', () => {
    const typed = type(editBuffer(''), '已', '指导市民', '办理', '，', '𠮷');
    const seen = [1, 2, 3, 4, 5].map((count) => times(typed, count, { do: 'undo' }).text);
    expect(seen).toEqual(['已指导市民办理，', '已指导市民办理', '已指导市民', '已', '']);
    expect(times(typed, 3, { do: 'undo' }).caret).toBe(5);
  });

  test('forgets what is long ago, and keeps at least two hundred steps', () => {
    let buffer = editBuffer('');
    for (let count = 0; count < 2000; count++) buffer = edit(buffer, { do: 'insert', text: '字', pasted: true }).buffer;
    let steps = 0;
    for (let at = buffer.past; at; at = at.next) steps++;
    expect(steps).toBeGreaterThanOrEqual(200);
    expect(steps).toBeLessThanOrEqual(400);
    expect(times(buffer, 200, { do: 'undo' }).text).toHaveLength(1800);
  });

  test('keeps typed, pasted and erased apart, and a move ends a run', () => {
    let buffer = type(editBuffer(''), 'ab');
    buffer = edit(buffer, { do: 'insert', text: 'cd', pasted: true }).buffer;
    buffer = type(buffer, 'e');
    buffer = times(buffer, 2, { do: 'erase', to: 'left' });
    expect(buffer.text).toBe('abc');
    buffer = edit(buffer, { do: 'move', to: 'left' }).buffer;
    buffer = type(buffer, 'X', 'Y');
    const seen = [buffer.text];
    for (let last = buffer; last.past; ) {
      last = edit(last, { do: 'undo' }).buffer;
      seen.push(last.text);
    }
    expect(seen).toEqual(['abXYc', 'abc', 'abcde', 'abcd', 'ab', '']);
  });

  test('brings back a selection that was typed over, and typing ends redo', () => {
    const over = edit(at('一^二三|四'), { do: 'insert', text: '五' }).buffer;
    const back = edit(over, { do: 'undo' }).buffer;
    expect(picture(back)).toBe('一^二三|四');
    expect(selectedText(back)).toBe('二三');
    const other = type(back, '六');
    expect(edit(other, { do: 'redo' }).buffer).toBe(other);
  });

  test('a long run without punctuation comes back in parts', () => {
    const long = type(editBuffer(''), ...'公积金提取贷款缴存转移'.repeat(5));
    const once = edit(long, { do: 'undo' }).buffer.text.length;
    expect(once).toBeGreaterThan(0);
    expect(long.text.length - once).toBeLessThanOrEqual(20);
  });
});

describe('the limit', () => {
  test('takes what fits and reports the rest', () => {
    const buffer = editBuffer('一二', { max: 4 });
    expect(edit(buffer, { do: 'insert', text: '三四五六', pasted: true })).toMatchObject({
      buffer: { text: '一二三四' },
      refused: '五六',
    });
    const full = editBuffer('一二三四', { max: 4 });
    const more = edit(full, { do: 'insert', text: '五' });
    expect(more.buffer).toBe(full);
    expect(more.refused).toBe('五');
  });

  test('counts code points, never cuts a grapheme, and makes room by the selection', () => {
    expect(edit(editBuffer('', { max: 4 }), { do: 'insert', text: stacked })).toMatchObject({
      buffer: { text: '' },
      refused: stacked,
    });
    expect(edit(editBuffer('', { max: 1 }), { do: 'insert', text: '𠮷' })).toMatchObject({
      buffer: { text: '𠮷' },
      refused: '',
    });
    expect(edit(at('^一二三四|', { max: 4 }), { do: 'insert', text: '五六七八' }).refused).toBe('');
  });
});

describe('random editing', () => {
  const reaches: Reach[] = [
    'left',
    'right',
    'word-left',
    'word-right',
    'line-start',
    'line-end',
    'up',
    'down',
    'page-up',
    'page-down',
    'text-start',
    'text-end',
  ];
  const piece = fc.oneof(
    fc.constantFrom(
      '公',
      '积金',
      '，',
      'a',
      'bc ',
      ' ',
      '\n',
      stacked,
      '\u0301',
      '🇨',
      '🇳',
      '👩',
      '\u200d',
      'e\u0301',
      '한',
      'ᄀ',
      'ᅡ',
      '\x1b[31m',
      '1',
      '\r',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const change: fc.Arbitrary<Edit> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('insert' as const), text: piece, pasted: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), to: fc.constantFrom(...reaches) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('move' as const), to: fc.constantFrom(...reaches), select: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.constantFrom<Edit>({ do: 'undo' }, { do: 'redo' }, { do: 'select-all' }) },
  );
  const changes = fc.array(change, { maxLength: 40 });
  const options = fc.record({ multiline: fc.boolean(), max: fc.constantFrom(8, 1000) });
  const width = fc.constantFrom(4, 7, 12, Number.POSITIVE_INFINITY);

  const boundaries = (text: string): number[] => [
    ...Array.from(new Intl.Segmenter('zh').segment(text), (part) => part.index),
    text.length,
  ];

  test('the caret stands on a grapheme boundary, inside a line, and the text stays plain and within its limit', () => {
    fc.assert(
      fc.property(changes, options, width, (list, settings, cells) => {
        let buffer = editBuffer('公积金 abc', settings);
        for (const one of list) {
          const { text } = buffer;
          const result = edit(buffer, one, cells);
          buffer = result.buffer;
          expect(boundaries(buffer.text)).toContain(buffer.caret);
          if (buffer.anchor !== undefined) {
            expect(boundaries(buffer.text)).toContain(buffer.anchor);
            expect(buffer.anchor).not.toBe(buffer.caret);
          }
          if (one.do === 'move' || one.do === 'select-all') expect(buffer.text).toBe(text);
          if (text.length <= settings.max) expect([...buffer.text].length).toBeLessThanOrEqual(settings.max);
          expect(buffer.text).not.toMatch(
            settings.multiline ? /[\x00-\x09\x0b-\x1f\x7f-\x9f]/ : /[\x00-\x1f\x7f-\x9f]/,
          );
          const lines = wrap(buffer.text, cells);
          const { row, cell } = caretPlace(buffer, lines);
          expect(row).toBeGreaterThanOrEqual(0);
          expect(cell).toBeLessThanOrEqual(cells);
          expect(lines[row]!.start).toBeLessThanOrEqual(buffer.caret);
          expect(lines[row]!.end).toBeGreaterThanOrEqual(buffer.caret);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('undoing everything gives back the start, redoing everything the end', () => {
    fc.assert(
      fc.property(changes, options, width, (list, settings, cells) => {
        const start = editBuffer('公积金', settings);
        const done = list.reduce((buffer, one) => edit(buffer, one, cells).buffer, start);
        let undone = done;
        while (undone.past) undone = edit(undone, { do: 'undo' }).buffer;
        expect(undone.text).toBe(start.text);
        let redone = undone;
        while (redone.future) redone = edit(redone, { do: 'redo' }).buffer;
        if (!done.future) expect(redone.text).toBe(done.text);
      }),
      { numRuns: 500 },
    );
  });

  test('does what a naive editor of arrays does', () => {
    /** Every text and caret ever, and graphemes counted from the start each time. */
    const naive = () => {
      let text = '';
      let caret = 0;
      let anchor = 0;
      const put = (from: number, to: number, piece: string) => {
        text = text.slice(0, from) + piece + text.slice(to);
        caret = boundaries(text).find((offset) => offset >= from + piece.length)!;
        anchor = caret;
      };
      const target = (to: Reach): number => {
        const starts = boundaries(text);
        const index = starts.indexOf(caret);
        const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
        const lineEnd = text.indexOf('\n', caret) < 0 ? text.length : text.indexOf('\n', caret);
        if (to === 'left') return starts[Math.max(0, index - 1)]!;
        if (to === 'right') return starts[Math.min(starts.length - 1, index + 1)]!;
        if (to === 'line-start') return caret === 0 ? 0 : lineStart;
        if (to === 'line-end') return lineEnd;
        return to === 'text-start' ? 0 : text.length;
      };
      return {
        do(change: Edit) {
          const from = Math.min(caret, anchor);
          const to = Math.max(caret, anchor);
          if (change.do === 'insert') {
            const piece = plainText(change.text, { multiline: true, trim: false });
            if (piece) put(from, to, piece);
          } else if (change.do === 'erase') {
            if (from < to) put(from, to, '');
            else put(Math.min(caret, target(change.to)), Math.max(caret, target(change.to)), '');
          } else if (change.do === 'move') {
            const leave = !change.select && from < to && (change.to === 'left' || change.to === 'right');
            caret = leave ? (change.to === 'left' ? from : to) : target(change.to);
            if (!change.select) anchor = caret;
          } else if (change.do === 'select-all') {
            anchor = 0;
            caret = text.length;
          }
          return { text, caret, anchor };
        },
      };
    };
    const simple = change.filter(
      (one) =>
        one.do === 'insert' ||
        one.do === 'select-all' ||
        ((one.do === 'erase' || one.do === 'move') && !/word|up|down/.test(one.to)),
    );
    fc.assert(
      fc.property(fc.array(simple, { maxLength: 40 }), (list) => {
        const reference = naive();
        let buffer = editBuffer('', { multiline: true });
        for (const one of list) {
          buffer = edit(buffer, one).buffer;
          const { text, caret, anchor } = reference.do(one);
          expect({ text: buffer.text, caret: buffer.caret, anchor: buffer.anchor ?? buffer.caret }).toEqual({
            text,
            caret,
            anchor,
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});
