import { expect, it } from 'vitest';
import { withText } from '../../src/tui/state/insert-text.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';

const at = (text: string, caret: number) => ({ ...editBuffer(text, { multiline: true, max: 40 }), caret });

it.each([
  ['behind the sentence it is in', '上午回电，“请等。”再见。', 2, '上午回电，“请等。”\n利率2.6%。\n再见。'],
  ['behind the line that ends no sentence', '您好。\n上午回电\n再见', 6, '您好。\n上午回电\n利率2.6%。\n再见'],
  ['between two sentences', '您好。再见。', 3, '您好。\n利率2.6%。\n再见。'],
  ['at the end of a line', '您好。', 3, '您好。\n利率2.6%。'],
  ['before the line at whose beginning it is', '您好。\n再见', 4, '您好。\n利率2.6%。\n再见'],
  ['on a line that is empty', '您好。\n\n再见', 4, '您好。\n利率2.6%。\n再见'],
])('a passage comes %s', (_, text, caret, expected) => {
  const put = withText(at(text, caret), '利率2.6%。');
  expect(put?.text).toBe(expected);
  expect(put?.text.slice(0, put.caret).trimEnd()).toMatch(/利率2\.6%。$/);
});

it('a passage is never what a place of a snippet was waiting for', () => {
  const waiting = { ...at('{日期}前回电。再见。', 4), anchor: 0 };
  expect(withText(waiting, '利率2.6%。')?.text).toBe('{日期}前回电。\n利率2.6%。\n再见。');
});

it('a passage takes the place of what is selected, and is not cut where it has no room', () => {
  const selected = { ...at('您好。明天上午', 7), anchor: 3 };
  expect(withText(selected, '今天')?.text).toBe('您好。\n今天');
  expect(withText(at('您好。', 3), '长'.repeat(40))).toBeUndefined();
});
