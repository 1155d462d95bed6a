import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lineChange } from '../../src/tui/spoken/line-in-hand.ts';
import { newsOf, spokenText, statementsOf } from '../../src/tui/spoken/statements.ts';
import { graphemes } from '../../src/tui/text/width.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { Hotline, type Seat, until } from './driver.tsx';
import { FakeConversation } from './fake-conversation.ts';
import { FakeScreen } from './terminal.ts';

const say = sayIn('zh-CN');
const spoken = (frame: string): string[] => statementsOf(frame, say).map((statement) => spokenText(statement, say));

describe('a frame in words', () => {
  test('has no drawing in it, says what the keys act on, and parts columns', () => {
    expect(
      spoken(
        [
          ' 专家坐席 李敏  ● 就绪 00:10    等待 2 · 最久 01:15          ● 已连接 ',
          '┏━ 等待接听 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓',
          '  等待      市民        问题',
          '▸ 01:15   ! 李先生      贷款材料交了三周',
          '  00:48     \x1b[1m赵女士\x1b[22m      单位刚开通UK',
          '┗━ Enter 接听选中的来电 · 2 个来电 · ! 加急 ━━━┛',
          '┌─ 来电预览 ────────────┐',
          '',
          '└───────────────────────┘',
          ' ✗ 没有来电在响',
        ].join('\n'),
      ),
    ).toEqual([
      '专家坐席 李敏',
      '就绪 00:10',
      '等待 2，最久 01:15',
      '已连接',
      '等待接听，当前栏',
      '等待，市民，问题',
      '选中：01:15，注意 李先生，贷款材料交了三周',
      '00:48，赵女士，单位刚开通UK',
      'Enter 接听选中的来电，2 个来电，注意 加急',
      '来电预览',
      '不行 没有来电在响',
    ]);
  });
});

describe('news', () => {
  const said = (before: string, now: string): string[] =>
    newsOf(statementsOf(before, say), statementsOf(now, say)).fresh.map((statement) => spokenText(statement, say));

  test.each([
    ['nothing when nothing changed', '头\n▸ 一\n  二', '头\n▸ 一\n  二', []],
    ['the row that is chosen now, not the one that was', '头\n▸ 一\n  二', '头\n  一\n▸ 二', ['选中：二']],
    ['the pane that has the keys now', '头\n┏━ 甲 ━┓\n┌─ 乙 ─┐', '头\n┌─ 甲 ─┐\n┏━ 乙 ━┓', ['乙，当前栏']],
    ['no clock that ran on', '头\n等了 00:10  还有 5 秒', '头\n等了 00:12  还有 3 秒', []],
    ['a clock with what else changed', '头\n等了 00:10  一个', '头\n等了 00:12  两个', ['等了 00:12，两个']],
    ['in order', '头\n一\n三', '头\n零\n一\n二\n三', ['零', '二']],
    ['a second line of the same words', '头\n一', '头\n一\n一', ['一']],
    ['only the changed part of the top line', '甲  等待 1  丙\n一', '甲  等待 2  丙\n一', ['等待 2']],
  ])('%s', (_name, before, now, expected) => expect(said(before, now)).toEqual(expected));
});

describe('a long pane that the keys do not act on', () => {
  const pane = (heavy: boolean, lines: number): string => {
    const [top, bottom] = heavy ? ['┏━ 文章 ━┓', '┗━━┛'] : ['┌─ 文章 ─┐', '└──┘'];
    return [
      '头',
      top,
      ...Array.from({ length: lines }, (_, at) => `第${'一二三四五六七八九十'[at]}行`),
      bottom,
      ' 尾',
    ].join('\n');
  };

  test('is begun, and said as a whole when they get there', () => {
    const first = newsOf([], statementsOf(pane(false, 10), say));
    expect(first.fresh.map(({ text }) => text).slice(1)).toEqual([
      '文章',
      ...[...'一二三四五六七'].map((number) => `第${number}行`),
      '尾',
    ]);
    expect([...first.more.entries()].map(([after, count]) => [after.text, count])).toEqual([['第七行', 3]]);
    // What was passed over is no news by itself.
    const again = newsOf(first.said, statementsOf(pane(false, 10), say));
    expect(again.fresh).toEqual([]);
    const there = newsOf(again.said, statementsOf(pane(true, 10), say));
    expect(there.fresh.map(({ text }) => text)).toEqual(['文章', '第八行', '第九行', '第十行']);
    expect(newsOf(there.said, statementsOf(pane(true, 10), say)).fresh).toEqual([]);
  });

  test('side by side with another stands behind it', () => {
    expect(spoken('头\n┏━ 甲 ━┓\n一\n┗━━┛ ┌─ 乙 ─┐\n二\n└──┘')).toEqual(['头', '甲，当前栏', '一', '乙', '二']);
  });
});

describe('the line that is written', () => {
  const at = (text: string, caret = text.length) => ({ text, caret });
  test.each([
    ['an added letter is echoed', at('您'), at('您登'), '登\x1b[K'],
    ['the last letter goes', at('您登'), at('您'), '\x1b[2D\x1b[K'],
    ['the caret moves alone', at('您登'), at('您登', 0), '\x1b[4D'],
    ['and back', at('您登', 0), at('您登', 1), '\x1b[2C'],
    ['a letter in the middle', at('ac', 1), at('abc', 2), 'bc\x1b[K\x1b[1D'],
    ['nothing', at('abc', 1), at('abc', 1), ''],
  ])('%s', (_name, before, now, written) =>
    expect(lineChange(before, now, { columns: 80, wide: false })).toBe(written),
  );

  it.each([false, true])('stands on the terminal as it is, whatever was written before; wide: %s', async (wide) => {
    const anyLine = fc
      .array(fc.constantFrom(...'公积金提取，。“”—abc  019é'), { maxLength: 30 })
      .chain((parts) => fc.tuple(fc.constant(parts.join('')), fc.nat(parts.length)))
      .map(([text, index]) => ({ text, caret: graphemes(text)[index]?.start ?? text.length }));
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 6 }), async (lines) => {
        const screen = new FakeScreen(24, 3, wide ? 2 : 1);
        let before = { text: '', caret: 0 };
        for (const line of lines) {
          screen.write(lineChange(before, line, { columns: 24, wide }));
          before = line;
        }
        await new Promise((resolve) => screen.write('', resolve));
        const fresh = new FakeScreen(24, 3, wide ? 2 : 1);
        await new Promise((resolve) =>
          fresh.write(lineChange({ text: '', caret: 0 }, before, { columns: 24, wide }), resolve),
        );
        expect(screen.lines()).toEqual(fresh.lines());
        expect(screen.cursor()).toEqual(fresh.cursor());
        expect(screen.overran()).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

/** What a seat says, line by line, since it was last asked. */
class Ear {
  private readonly seat: Seat;
  private from = 0;

  constructor(seat: Seat) {
    this.seat = seat;
  }

  private get text(): string {
    // Titles, the bell and modes are not spoken.
    return this.seat.screen.raw.replaceAll(/\x1b\][^\x07]*\x07|\x1b\[[?\d;]*[a-zA-Z]|\x07/g, '');
  }

  /** The lines, until one has these words in it. */
  async hears(last: string): Promise<string[]> {
    const fresh = (): string => this.text.slice(this.from);
    await until(
      () => fresh().includes(last),
      () => `does not hear ${last}:\n${this.text}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    const lines = fresh()
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== '');
    this.from = this.text.length;
    return lines;
  }
}

const withoutClock = (text: string): string => text.replaceAll(/\d\d:\d\d/g, '');

test('a seat that speaks says what changed, in order, and nothing twice', async () => {
  const line = await Hotline.open();
  await line.calls('赵女士', '单位刚开通UK，怎么汇缴');
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const preferences = { 'screen-reader': true };
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false, preferences });
  const ear = new Ear(seat);
  const opening = await ear.hears('已尝试');
  expect(opening).toContain('等待接听，当前栏');
  expect(opening.join('\n')).toMatch(/选中：\d\d:\d\d，赵女士，单位刚开通UK/);
  expect(opening.join('')).not.toMatch(/[─━│┃┏┌●▸]/);

  await line.calls('王先生', '租房一年能提几次');
  expect((await ear.hears('2 个来电')).map(withoutClock)).toEqual([
    '等待 2，最久 ',
    '，王先生，租房一年能提几次',
    'Enter 接听选中的来电，Ctrl-B 改为就绪，2 个来电',
  ]);
  seat.press('Down');
  const [chosen, ...preview] = await ear.hears('问题');
  expect(withoutClock(chosen!)).toBe('选中：，王先生，租房一年能提几次');
  expect(preview).toHaveLength(3);
  expect(preview.at(-1)).toBe('问题，租房一年能提几次');

  seat.press('Up');
  await ear.hears('选中');
  seat.press('Enter');
  const call = await ear.hears('已接听 赵女士');
  expect(call.slice(-3)).toEqual(['答复，当前栏', expect.stringMatching(/^输入：/), '已接听 赵女士']);
  seat.types('您登录');
  expect((await ear.hears('您登录')).at(-1)).toBe('您登录');
  seat.types('网厅');
  expect(await ear.hears('网厅')).toEqual(['网厅']);
  seat.press('Backspace');
  seat.types('站');
  await until(
    () => seat.screen.lines().some((text) => text.trim() === '您登录网站'),
    () => seat.text(),
  );
  await ear.hears('站');

  // What another window hides is said again when it is there again; what stayed is not.
  seat.press('F1');
  const help = await ear.hears('F10');
  expect(help[0]).toMatch(/，当前栏$/);
  expect(help.some((text) => /^F9，/.test(text))).toBe(true);
  expect(help.join('\n')).not.toContain('专家坐席');
  seat.press('Esc');
  expect((await ear.hears('您登录网站')).at(-1)).toBe('您登录网站');

  // The same refusal twice is said twice.
  for (let times = 0; times < 2; times++) {
    seat.press('Ctrl-N');
    expect((await ear.hears('先保持'))[0]).toBe('正在与赵女士通话：先保持（Ctrl-T）或结束');
  }

  // Everything once more, for who lost the thread.
  seat.press('Ctrl-L');
  const again = await ear.hears('您登录网站');
  expect(again[0]).toBe('专家坐席 李敏');
  expect(again).toContain('答复，当前栏');
});

test('a seat that speaks says that it is practice, with every screen, and what the citizen says as it comes', async () => {
  const line = await Hotline.open();
  const { call } = await line.calls('赵女士', '单位刚开通UK，怎么汇缴');
  const conversation = new FakeConversation();
  const seat = await line.seat('李敏', { mode: 'practice', conversation, preferences: { 'screen-reader': true } });
  const ear = new Ear(seat);
  const opening = await ear.hears('已尝试');
  expect(opening.filter((text) => text.includes('练习'))).toEqual(['练习', '练习，队列，市民是模拟的']);
  expect(opening.join('')).not.toMatch(/[┄┅┆┇┌┏●▸]/);
  seat.press('Enter');
  const taken = await ear.hears('已接听 赵女士');
  expect(taken.join('\n')).toContain('练习，通话，市民是模拟的');
  expect(taken).toContain('对话，当前栏');
  conversation.speaks(call.id, '怎么汇缴？', 'anxious');
  const said = await ear.hears('怎么汇缴？');
  expect(said).toContain('市民，（着急）怎么汇缴？');
  seat.types('您好');
  await ear.hears('您好');
  seat.press('Enter');
  expect(await ear.hears('我，您好')).not.toContain('市民，（着急）怎么汇缴？');
  seat.press('F4');
  expect((await ear.hears('搜索，输入')).join('\n')).toMatch(/练习，赵女士：怎么汇缴？/);
  conversation.speaks(call.id, '还在吗？', 'annoyed');
  expect((await ear.hears('还在吗？')).join('\n')).toContain('赵女士：还在吗？，1 句没看，Alt-T 对话');
});

test('a seat that speaks leaves nothing on the shell’s screen', async () => {
  const line = await Hotline.open();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const env = { INK_SCREEN_READER: 'true' };
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false, env });
  await new Ear(seat).hears('等待接听');
  expect(seat.screen.isShellScreen()).toBe(false);
  seat.press('Ctrl-C');
  await seat.sees('Esc');
  seat.press('Ctrl-C');
  expect(await seat.leaves()).toBe(0);
  expect(seat.screen.isShellScreen()).toBe(true);
});
