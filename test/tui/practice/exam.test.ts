import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/contract/language.ts';
import { ExamRefusal } from '../../../src/practice/exam/refusal.ts';
import { passesThrough } from '../../../src/tui/actions/keys.ts';
import type { ExamData } from '../../../src/tui/practice/exam/exam-data.ts';
import { examKeys } from '../../../src/tui/practice/exam/exam-keys.ts';
import { firstExam } from '../../../src/tui/practice/exam/exam-state.ts';
import { keysNow } from '../../../src/tui/practice/screen/practice-screen.ts';
import { barItems } from '../../../src/tui/practice/screen/whole.tsx';
import { cellWidth } from '../../../src/tui/text/width.ts';
import { sayIn } from '../../../src/tui/words/words.ts';
import { examOptions, items, sitsAtExam } from './exam-paper.ts';
import { noon } from './school-data.ts';

describe('an exam', () => {
  it('takes one choice, another in its place, and goes on to the next question', async () => {
    const { sitting, taken } = sitsAtExam();
    await sitting.sees('第 1 题 / 5', '单选 · 2 分', '未答', '还剩 23:00', '练习');
    sitting.press('Down', 'Enter');
    await sitting.sees('▸ ● B', '已答：B', '第 1 题已记下');
    sitting.press('Down', 'Enter');
    await sitting.sees('▸ ● C', '○ B');
    expect(taken).toEqual([
      [1, { choose: 'B' }],
      [1, { choose: 'C' }],
    ]);
    sitting.press('Tab');
    await sitting.sees('第 2 题 / 5', '多选：选全才得分');
    sitting.press('Shift-Tab');
    await sitting.sees('▸ ● C');
  });

  it('takes several choices, and never none', async () => {
    const { sitting, taken } = sitsAtExam({}, { number: 2 });
    await sitting.sees('第 2 题');
    sitting.press('Enter', '4', 'B');
    await sitting.sees('■ A', '■ D');
    sitting.press('1');
    await sitting.sees('□ A', '■ D');
    sitting.press('4');
    await sitting.sees('至少要选一个', '■ D');
    expect(taken.map(([, typed]) => typed.choose)).toEqual(['A', 'A,D', 'D']);
  });

  it('takes a number as it is typed, tells what is none, and loses nothing', async () => {
    const { sitting, taken } = sitsAtExam({}, { number: 3 });
    await sitting.sees('第 3 题', '相差不超过 1 元');
    sitting.types('不知道');
    sitting.press('Enter');
    await sitting.sees('这里要一个金额');
    sitting.press('Tab');
    await sitting.sees('第 4 题');
    sitting.press('F3');
    await sitting.sees('◐ 没交');
    sitting.press('Up', 'Enter');
    await sitting.sees('第 3 题', '不知道');
    sitting.press('Ctrl-U');
    sitting.types('3796.2');
    await sitting.sees('3796.2');
    // Going elsewhere records it.
    sitting.press('Tab');
    await sitting.sees('第 4 题', '第 3 题已记下');
    expect(taken).toEqual([[3, { value: '3796.2' }]]);
  });

  it('finds an article by words and takes the chosen one', async () => {
    const { sitting, taken } = sitsAtExam({}, { number: 4 });
    await sitting.sees('第 4 题', '词语、拼音首字母');
    sitting.press('Enter');
    await sitting.sees('先查找');
    sitting.types('缴存基数');
    await sitting.sees('▸ gjj-0012', 'gjj-0013');
    sitting.press('Down', 'Enter');
    await sitting.sees('已答：gjj-0013');
    expect(taken).toEqual([[4, { article: 'gjj-0013' }]]);
  });

  it('takes an id where nothing may be searched', async () => {
    const { sitting, taken } = sitsAtExam({}, { number: 4, find: undefined });
    await sitting.sees('填文章编号');
    sitting.types('年终奖');
    sitting.press('Enter');
    await sitting.sees('这里要一个文章编号');
    sitting.press('Ctrl-U');
    sitting.types('gjj-0013');
    sitting.press('Enter');
    await sitting.sees('已答：gjj-0013');
    expect(taken).toEqual([[4, { article: 'gjj-0013' }]]);
  });

  it('leads to a simulated call, once', async () => {
    const { sitting } = sitsAtExam({}, { number: 5 });
    await sitting.sees('模拟来电', 'Enter 开始通话');
    sitting.press('Enter');
    expect(await sitting.choice).toEqual({ scenario: 5 });
    const again = sitsAtExam({}, { number: 5, answers: new Map([[5, { score: 88, recording: '' }]]) });
    await again.sitting.sees('已答：已通话');
    expect(again.sitting.text()).not.toContain('88');
    expect(again.sitting.text()).toContain('不能再接');
    expect(again.sitting.text()).not.toContain('开始通话');
    again.sitting.press('Enter');
    await again.sitting.sees('不能再接');
  });

  it('goes on where it was, and shows what is answered and what is not', async () => {
    const { sitting } = sitsAtExam({}, { answers: new Map([[1, { choose: ['k1'] }]]) });
    await sitting.sees('第 2 题');
    sitting.press('F3');
    await sitting.sees('● 已答', '○ 未答', '已答 1 / 5', '还剩 23:00');
    sitting.press('End', 'Enter');
    await sitting.sees('第 5 题');
    sitting.press('Ctrl-N');
    await sitting.sees('第 2 题');
  });

  it('is handed in after it was asked once more, with what is open', async () => {
    const { sitting } = sitsAtExam({}, { answers: new Map([[1, { choose: ['k1'] }]]) });
    await sitting.sees('第 2 题');
    sitting.press('F9');
    await sitting.sees('交卷？', '5 题里还有 4 题没有答', '2、3、4、5', '交卷以后不能再改');
    sitting.press('Esc');
    await sitting.sees('第 2 题');
    sitting.press('F9');
    await sitting.sees('交卷？');
    sitting.press('Enter');
    expect(await sitting.choice).toBe('handed-in');
  });

  it('can be left, with the number that stands typed', async () => {
    const { sitting, taken } = sitsAtExam({}, { number: 3 });
    await sitting.sees('第 3 题');
    sitting.types('3796');
    await sitting.sees('3796');
    sitting.press('F10');
    expect(await sitting.choice).toBe('left');
    expect(taken).toEqual([[3, { value: '3796' }]]);
  });

  it('counts the time down and ends with it, also in the midst of a question', async () => {
    let now = noon;
    const { sitting, taken } = sitsAtExam({}, { number: 3, now: () => now });
    await sitting.sees('还剩 23:00');
    now += 60_000;
    await sitting.sees('还剩 22:00');
    sitting.types('3796');
    await sitting.sees('3796');
    now = noon + 23 * 60_000 - 1000;
    await sitting.sees('还剩 00:01');
    expect(taken).toEqual([[3, { value: '3796' }]]);
    now += 1000;
    expect(await sitting.choice).toBe('time-over');
  });

  it('ends when the desk says that the time is over, and fails on what it cannot mend', async () => {
    const refuse = (refused: ConstructorParameters<typeof ExamRefusal>[0]) => () => {
      throw new ExamRefusal(refused);
    };
    const over = sitsAtExam({}, { answer: refuse({ code: 'time_over' }) });
    await over.sitting.sees('第 1 题');
    over.sitting.press('Enter');
    expect(await over.sitting.choice).toBe('time-over');
    const told = sitsAtExam({}, { answer: refuse({ code: 'answer', problem: { code: 'one_letter' } }) });
    await told.sitting.sees('第 1 题');
    told.sitting.press('Enter');
    await told.sitting.sees('单选题只能选一个', '未答');
    const broken = sitsAtExam({}, { answer: refuse({ code: 'broken', faults: [] }) });
    await broken.sitting.sees('第 1 题');
    broken.sitting.press('Enter');
    await expect(broken.sitting.choice).rejects.toBeInstanceOf(ExamRefusal);
    expect(broken.sitting.screen.isShellScreen()).toBe(true);
  });
});

describe('the keys of an exam', () => {
  const data: ExamData = { ...examOptions, find: examOptions.find, now: () => noon, answer: () => undefined };
  const first = firstExam(data, 1);
  const states = [
    ...items.map((_, at) => ({ ...first, at })),
    { ...first, view: 'list' as const },
    { ...first, handingIn: true },
  ];

  it('pass an input method, and have one meaning', () => {
    for (const state of states) {
      const rows = keysNow(examKeys(data), state);
      for (const row of rows) {
        // Digits and letters are a second way to what the arrows and Enter do.
        if (!/^[1-9]$/.test(row.keys[0]!)) expect(row.keys.some(passesThrough), row.keys.join()).toBe(true);
      }
      const keys = rows.flatMap((row) => row.keys);
      expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    }
  });

  it.each(languages)('take two lines of 80 cells at most: %s', (language) => {
    for (const state of states) {
      const bar = barItems(examKeys(data), state, sayIn(language)).map(({ key, name }) => ` ${key} ${name} `);
      expect(cellWidth(bar.join(''))).toBeLessThanOrEqual(150);
    }
  });
});
