import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { TypedAnswer } from '../../../src/practice/exam/marking/answer.ts';
import { type ExamOptions, openExam } from '../../../src/tui/practice/open-exam.ts';
import { openMarks } from '../../../src/tui/practice/open-marks.ts';
import { openPracticeMenu } from '../../../src/tui/practice/open-practice-menu.ts';
import { ScreenEnded } from '../../../src/tui/practice/screen/ended.ts';
import type { ScreenOptions } from '../../../src/tui/practice/screen/screen-options.ts';
import { until } from '../driver.tsx';
import { examOptions } from './exam-paper.ts';
import { emptyMenu, marksOptions, menuOptions, noon } from './school-data.ts';

/** Somebody at a terminal that prints lines and gives lines. */
class LineSitting<Choice> {
  readonly stdin = new PassThrough();
  private readonly stdout = new PassThrough();
  private heard = '';
  readonly choice: Promise<Choice>;

  constructor(open: (options: ScreenOptions) => Promise<Choice>, more: Partial<ScreenOptions> = {}) {
    this.stdout.on('data', (chunk) => {
      this.heard += chunk;
    });
    const stdout = this.stdout as unknown as NodeJS.WriteStream;
    this.choice = open({ language: 'zh-CN', color: false, env: { TERM: 'dumb' }, stdin: this.stdin, stdout, ...more });
  }

  async hears(...texts: readonly string[]): Promise<void> {
    const missing = (): string[] => texts.filter((text) => !this.heard.includes(text));
    await until(
      () => missing().length === 0,
      () => `does not hear ${JSON.stringify(missing())}:\n${this.heard}`,
    );
  }

  /** Answers the prompt; what was heard before is forgotten. */
  async says(line: string): Promise<void> {
    await until(
      () => /(?:练习|PRACTICE)> $/.test(this.heard),
      () => `no prompt:\n${this.heard}`,
    );
    this.heard = '';
    this.stdin.write(`${line}\n`);
  }

  /** Everything that was printed since the last answer. */
  get text(): string {
    return this.heard;
  }
}

const atMenu = (more: Partial<ScreenOptions> = {}, data: Partial<typeof menuOptions> = {}) =>
  new LineSitting((options) => openPracticeMenu({ ...menuOptions, ...data, ...options }), more);
const atMarks = (more: Partial<ScreenOptions> = {}, data: Partial<typeof marksOptions> = {}) =>
  new LineSitting((options) => openMarks({ ...marksOptions, ...data, ...options }), more);

describe('the menu in lines', () => {
  it('says what to practise today, and starts it by its number', async () => {
    const sitting = atMenu();
    await sitting.hears('练习', '王小明', '1. 该复习了', '没有租房合同怎么提', '3. 新的');
    await sitting.says('２');
    expect(await sitting.choice).toMatchObject({ do: 'run', scenario: 'gjj-loan-where-now' });
  });

  it('lists, filters, and tells of weak topics, results, progress and exams', async () => {
    const sitting = atMenu();
    await sitting.says('全部 zf');
    await sitting.hears('2 / 6 个', '1. 入门', '租房一年能提几次');
    await sitting.says('薄弱');
    await sitting.hears('1. 上次没合格', 'gjj-0007', '贷款进度在哪里查');
    await sitting.says('1');
    await sitting.hears('全部场景', '2 / 6 个');
    await sitting.says('进步');
    await sitting.hears('11-27 07:12  100 分', '入门  2 / 4');
    await sitting.says('考试');
    await sitting.hears('1. 继续考试', '3. 新的考试');
    await sitting.says('成绩');
    await sitting.hears('1. 11-27 07:12', '✓ 合格');
    await sitting.says('2');
    expect(await sitting.choice).toMatchObject({ do: 'report' });
  });

  it('says what can be typed, and what cannot be understood', async () => {
    const sitting = atMenu({ language: 'en' });
    await sitting.says('');
    await sitting.says('nonsense\x1b[2J');
    await sitting.hears('No such command: nonsense');
    expect(sitting.text).not.toContain('\x1b');
    await sitting.says('help');
    await sitting.hears('today  What to practise today', 'quit  Quit', 'help  Lists all commands');
    await sitting.says('99');
    await sitting.hears('There is no number 99');
    await sitting.says('quit');
    expect(await sitting.choice).toEqual({ do: 'quit' });
  });

  it('is for who hears the screen as well, and moves no cursor', async () => {
    for (const more of [{ env: { INK_SCREEN_READER: 'true' } }, { env: {}, preferences: { 'screen-reader': true } }]) {
      const sitting = atMenu(more, emptyMenu);
      await sitting.hears('没有场景', '练习> ');
      expect(sitting.text).not.toContain('\x1b');
      await sitting.says('退出');
      expect(await sitting.choice).toEqual({ do: 'quit' });
    }
  });

  it('is left at the end of the input, and ends with the program', async () => {
    const left = atMenu();
    await left.hears('练习> ');
    left.stdin.end();
    expect(await left.choice).toEqual({ do: 'quit' });
    const ended = atMenu();
    await ended.hears('练习> ');
    process.emit('SIGTERM', 'SIGTERM');
    await expect(ended.choice).rejects.toEqual(new ScreenEnded(143));
  });
});

describe('the marks in lines', () => {
  it('say the score, why, and each mark with its reason and evidence', async () => {
    const sitting = atMarks();
    await sitting.hears('练习', '68.6 分', '一票否决', '4. ✗ 没说错话 · 要求去柜台办', '0/10');
    await sitting.says('5');
    await sitting.hears('身份与保密', '0:21  我：请您报一下身份证号码。', '场景第 14 行');
    await sitting.says('证据 4');
    await sitting.hears('1:28', '必须到柜台');
    await sitting.says('回放');
    await sitting.hears('我的通话', '好的示范', '市民（不耐烦）：喂，还在吗？');
    await sitting.says('答案');
    await sitting.hears('参考答案', 'gjj-0001', '用 UK 汇缴公积金的步骤');
    await sitting.says('再练');
    expect(await sitting.choice).toEqual({ do: 'again' });
  });

  it('are disputed by number with a reason', async () => {
    const sitting = atMarks();
    await sitting.says('异议');
    await sitting.hears('写上编号');
    await sitting.says('异议 99 不对');
    await sitting.hears('没有编号 99');
    await sitting.says('异议 4');
    await sitting.hears('先写一句理由');
    await sitting.says(`异议 4 ${'长'.repeat(501)}`);
    await sitting.hears('最多 500 字');
    await sitting.says('异议4 系统打不开');
    expect(await sitting.choice).toEqual({ do: 'dispute', mark: 'not-said.to-counter', note: '系统打不开' });
  });

  it('tell nothing of the solution in an exam', async () => {
    const sitting = atMarks({}, { hints: false });
    await sitting.says('答案');
    await sitting.hears('没有这个命令');
    await sitting.says('回放');
    await sitting.hears('我的通话');
    expect(sitting.text).not.toContain('好的示范');
    await sitting.says('返回');
    expect(await sitting.choice).toEqual({ do: 'menu' });
  });
});

describe('an exam in lines', () => {
  const atExam = (more: Partial<ExamOptions> = {}) => {
    const taken: [number, TypedAnswer][] = [];
    const sitting = new LineSitting((options) =>
      openExam({ ...examOptions, answer: (number, typed) => void taken.push([number, typed]), ...more, ...options }),
    );
    return { sitting, taken };
  };

  it('reads each question, and takes what is typed as its answer', async () => {
    const { sitting, taken } = atExam();
    await sitting.hears('练习，考试', '第 1 题 / 5', '还剩 23:00', 'B. 两次', '输入选项的字母');
    await sitting.says('Ｂ');
    await sitting.hears('第 1 题已记下');
    await sitting.says('9');
    await sitting.hears('没有这个选项');
    await sitting.says('下一题');
    await sitting.hears('第 2 题', '多选');
    await sitting.says('1、4');
    await sitting.hears('第 2 题已记下');
    await sitting.says('下一题');
    await sitting.says('三千');
    await sitting.hears('这里要一个金额');
    await sitting.says('3796.2');
    await sitting.hears('第 3 题已记下');
    await sitting.says('下一题');
    await sitting.says('缴存基数');
    await sitting.hears('1. gjj-0012', '2. gjj-0013');
    await sitting.says('2');
    await sitting.hears('第 4 题已记下');
    expect(taken.map(([number, typed]) => [number, typed])).toEqual([
      [1, { choose: 'B' }],
      [2, { choose: 'A、D' }],
      [3, { value: '3796.2' }],
      [4, { article: 'gjj-0013' }],
    ]);
    await sitting.says('题目');
    await sitting.hears('已答 4 / 5', '5.，○ 未答');
    await sitting.says('未答');
    await sitting.hears('第 5 题', '模拟来电');
    await sitting.says('好');
    await sitting.hears('这一题要接一个模拟来电');
    await sitting.says('接听');
    expect(await sitting.choice).toEqual({ scenario: 5 });
  });

  it('is handed in when that is typed twice, one behind the other', async () => {
    const { sitting } = atExam();
    await sitting.says('交卷');
    await sitting.hears('5 题里还有 5 题没有答', '再输入一次「交卷」');
    await sitting.says('下一题 3');
    await sitting.hears('第 3 题');
    await sitting.says('交卷');
    await sitting.hears('再输入一次');
    await sitting.says('交卷');
    expect(await sitting.choice).toBe('handed-in');
  });

  it('ends with its time, also while nothing is typed, and can be left', async () => {
    let now = noon;
    const { sitting } = atExam({ now: () => now });
    await sitting.hears('第 1 题');
    now += 24 * 60_000;
    expect(await sitting.choice).toBe('time-over');
    const left = atExam();
    await left.sitting.says('离开');
    expect(await left.sitting.choice).toBe('left');
  });
});
