import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../../src/contract/language.ts';
import type { Mark } from '../../../src/practice/marking/marks.ts';
import { passesThrough } from '../../../src/tui/actions/keys.ts';
import { markLines } from '../../../src/tui/practice/marks/mark-lines.ts';
import { inOrder, isLost, type MarksData, nameOf, reasonOf } from '../../../src/tui/practice/marks/marks-data.ts';
import { marksKeys } from '../../../src/tui/practice/marks/marks-keys.ts';
import { emptyNote, firstMarks, longestNote, marksViews } from '../../../src/tui/practice/marks/marks-state.ts';
import { stepWords } from '../../../src/tui/practice/marks/step-words.ts';
import { verdictLines } from '../../../src/tui/practice/marks/verdict-lines.ts';
import { keysNow } from '../../../src/tui/practice/screen/practice-screen.ts';
import { barItems } from '../../../src/tui/practice/screen/whole.tsx';
import { cellWidth } from '../../../src/tui/text/width.ts';
import { themeOf } from '../../../src/tui/themes/theme-of.ts';
import { sayIn } from '../../../src/tui/words/words.ts';
import { sitsAtMarks } from './open.ts';
import { marks, marksOptions } from './school-data.ts';

// How many colours there are is decided when Ink is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

const data: MarksData = { ...marksOptions, good: marksOptions.good, disputes: [] };

describe('the marks', () => {
  it('say at once whether it passed and why not, and begin with the first that was lost', async () => {
    const sitting = sitsAtMarks();
    await sitting.sees('68.6 分', '不合格', '「没说错话」丢了分，一票否决', '丢分 6 项', '▸ ✗ 没说错话', '! 一票否决');
  });

  it('say how much is missing where nothing decides, and that it passed', async () => {
    const below = sitsAtMarks({}, { marks: { ...marks, vetoed: [] } });
    await below.sees('不合格：低于合格线 80 分');
    const passed = sitsAtMarks({}, { marks: { ...marks, score: 92.4, vetoed: [], passed: true } });
    await passed.sees('✓ 合格，合格线 80 分', '92.4 分');
  });

  it('go from one that was lost to the next, and round', async () => {
    const sitting = sitsAtMarks();
    const lost = inOrder(marks).filter(isLost);
    await sitting.sees('▸ ✗ 没说错话');
    for (const mark of [...lost.slice(1), lost[0]!]) {
      sitting.press('Ctrl-N');
      await sitting.sees(`▸ ✗`, reasonOf(mark, 'zh-CN', data).slice(0, 8));
    }
    await sitting.sees('▸ ✗ 没说错话');
  });

  it('show what shows them in the call, drawn otherwise than the rest', async () => {
    const sitting = sitsAtMarks({ color: true });
    await sitting.sees('▸ ✗ 没说错话');
    sitting.press('Enter');
    await sitting.sees('我的通话', '▸✗ 1:28', '证据：没说错话');
    const styleOf = (text: string): string => {
      const row = sitting.screen.lines().findIndex((line) => line.includes(text));
      return sitting.screen.styles(row).find((run) => run.text.includes(text))!.style;
    };
    expect(styleOf('必须到柜台办')).toContain('underline');
    expect(styleOf('什么事')).not.toContain('underline');
    sitting.press('Ctrl-N');
    await sitting.sees('▸✗ 0:21');
    await sitting.seesNo('▸✗ 1:28');
  });

  it('keep the evidence in sight in a long call, until one scrolls', async () => {
    const steps = Array.from({ length: 60 }, (_, at) => ({ do: 'say' as const, at: at * 1000, text: `第${at}句` }));
    const long = { ...marksOptions.recording, steps };
    const shown = { ...marks, marks: [{ ...marks.marks[3]!, steps: [40] }] };
    const sitting = sitsAtMarks({}, { recording: long, marks: shown });
    await sitting.sees('没说错话');
    sitting.press('Enter');
    await sitting.sees('▸✗ 0:40  我：第40句', '第38句');
    await sitting.seesNo('第37句');
    sitting.press('Up');
    await sitting.sees('第37句');
    sitting.press('Home');
    await sitting.sees('第0句', '↑0');
    sitting.press('PgDn', 'PgDn', 'PgDn', 'PgDn', 'End', 'Down');
    await sitting.sees('第59句', '↓0');
  });

  it('stand beside a good call where there is room, else one after the other', async () => {
    const wide = sitsAtMarks({ columns: 120, rows: 36 });
    await wide.sees('68.6');
    wide.press('F3');
    await wide.sees('我的通话', '好的示范', '您好，公积金专家坐席');
    const narrow = sitsAtMarks();
    await narrow.sees('68.6');
    narrow.press('F3');
    await narrow.sees('我的通话');
    await narrow.seesNo('好的示范');
    narrow.press('Right');
    await narrow.sees('好的示范');
    const alone = sitsAtMarks({ columns: 120, rows: 36 }, { good: undefined });
    await alone.sees('68.6');
    alone.press('F3');
    await alone.sees('我的通话');
    await alone.seesNo('好的示范', '换边');
  });

  it('are disputed with a note, and only with one', async () => {
    const sitting = sitsAtMarks();
    await sitting.sees('▸ ✗ 没说错话');
    sitting.press('F8');
    await sitting.sees('对这一项有异议', 'Enter 提交');
    sitting.press('Enter');
    await sitting.sees('先写一句理由');
    sitting.types('q 系统真的打不开');
    await sitting.sees('q 系统真的打不开');
    await sitting.seesNo('先写一句理由');
    sitting.press('Enter');
    expect(await sitting.choice).toEqual({ do: 'dispute', mark: 'not-said.to-counter', note: 'q 系统真的打不开' });
  });

  it('take no longer note than can be kept, and none that is thrown away', async () => {
    const sitting = sitsAtMarks();
    await sitting.sees('▸ ✗ 没说错话');
    sitting.press('F8');
    await sitting.sees('对这一项有异议');
    sitting.types('长'.repeat(longestNote));
    await sitting.sees('长长长');
    sitting.types('短');
    await sitting.sees(`最多 ${longestNote} 字`);
    sitting.press('Esc');
    await sitting.sees('! 一票否决');
    sitting.press('Esc');
    expect(await sitting.choice).toEqual({ do: 'menu' });
  });

  it('lead to the call once more, or back', async () => {
    const again = sitsAtMarks();
    await again.sees('68.6');
    again.press('F5');
    expect(await again.choice).toEqual({ do: 'again' });
    const back = sitsAtMarks();
    await back.sees('68.6');
    back.press('F4', 'Ctrl-C');
    expect(await back.choice).toEqual({ do: 'menu' });
  });

  it('tell nothing of the solution in an exam', async () => {
    const told = /汇缴登记，再|要求去柜台办|应为咨询|核对人数和金额；再做|先做汇缴登记/;
    const lost = { ...marks, marks: marks.marks.map((mark) => ({ ...mark, earned: 0 })) };
    const sitting = sitsAtMarks({ columns: 160, rows: 50 }, { hints: false, marks: lost });
    await sitting.sees('▸ ✗ 处理结果', '68.6');
    for (const key of [
      'Down',
      'Down',
      'Down',
      'Down',
      'Down',
      'Down',
      'Down',
      'Down',
      'Down',
      'F3',
      'F4',
      'F5',
      'Right',
    ]) {
      expect(sitting.text()).not.toMatch(told);
      expect(sitting.text()).not.toContain('好的示范');
      expect(sitting.text()).not.toContain('参考答案');
      sitting.press(key);
      await new Promise((done) => setTimeout(done, 40));
    }
    await sitting.sees('我的通话');
    for (const mark of lost.marks) {
      expect(reasonOf(mark, 'zh-CN', { ...data, hints: false })).not.toMatch(/应为咨询/);
      expect(nameOf(mark, 'zh-CN', { ...data, hints: false })).not.toContain('·');
    }
  });

  it('have words without marks as well', async () => {
    const sitting = sitsAtMarks({}, { marks: { marks: [], score: 100, vetoed: [], passed: true } });
    await sitting.sees('这个场景没有评分项', '没有丢分');
    sitting.press('Enter', 'F8', 'Ctrl-N', 'Down', 'F5');
    expect(await sitting.choice).toEqual({ do: 'again' });
  });
});

describe('the keys of the marks', () => {
  const rows = marksKeys(data, marksViews);
  const states = marksViews.map((view) => ({ ...firstMarks(data, undefined), view }));
  const writing = { ...states[0]!, note: emptyNote() };

  it('pass an input method, and have one meaning', () => {
    for (const state of [...states, writing]) {
      const now = keysNow(rows, state);
      for (const row of now) expect(row.keys.some(passesThrough), row.keys.join()).toBe(true);
      const keys = now.flatMap((row) => row.keys);
      expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    }
  });

  it.each(languages)('fit into 80 cells: %s', (language) => {
    for (const state of [...states, writing]) {
      const bar = barItems(rows, state, sayIn(language)).map(({ key, name }) => ` ${key} ${name} `);
      expect(cellWidth(bar.join(''))).toBeLessThanOrEqual(80);
    }
  });
});

describe('what people read', () => {
  const theme = themeOf('auto', { colours: 'none', background: 'dark', wide: false });
  const move = { id: 'outcome.domain', group: 'outcome', about: 'shebao', worth: 6, earned: 0, steps: [], line: 1 };
  it('names domains as the hotline does', () => {
    const wrong = { ...move, why: 'domain.wrong', details: { wanted: 'shebao', was: 'xingzheng' } } as const;
    expect(reasonOf(wrong as unknown as Parameters<typeof reasonOf>[0], 'zh-CN', data)).toBe(
      '应转到 社保医保，实际 行政审批',
    );
    const step = { do: 'move', at: 0, domain: 'shebao', note: null } as const;
    expect(stepWords(step, 'mine', sayIn('zh-CN'), 'zh-CN')).toContain('社保医保');
  });

  it('point at no line of the call for what is asked of every call', () => {
    const place = { say: sayIn('zh-CN'), language: 'zh-CN', theme, width: 60 } as const;
    const textOf = (change: Partial<Mark>): string =>
      markLines(data, { ...inOrder(marks)[0]!, ...change }, place)
        .flat()
        .map(({ text }) => text)
        .join('');
    expect(textOf({ group: 'manner', id: 'manner.greeting' })).not.toContain('场景第');
    expect(textOf({ group: 'said', id: 'said.point' })).toContain('场景第');
  });

  it('count the time of the call from when it was taken', () => {
    const steps: typeof data.recording.steps = [
      { do: 'take', at: 10_000 },
      { do: 'say', at: 71_000, text: '您好' },
    ];
    const lines = verdictLines({ ...data, recording: { ...data.recording, steps } }, 80, {
      say: sayIn('zh-CN'),
      language: 'zh-CN',
      theme,
    });
    expect(
      lines
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toContain('1:01');
  });
});
