import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import { keyTable } from '../../src/tui/actions/key-table.ts';
import { actions } from '../../src/tui/actions/table.ts';
import { findOffers } from '../../src/tui/palette/offers.ts';
import { tooSmallLines } from '../../src/tui/panels/too-small.tsx';
import { createClock } from '../../src/tui/state/clock.ts';
import { withHeard, withInSight, withSaying } from '../../src/tui/state/conversation/talk.ts';
import { emptyTalk } from '../../src/tui/state/conversation/talk-state.ts';
import { showCall } from '../../src/tui/state/desk.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { answerMatters, apartFromQueue, apartFromWriting, searchMatters } from '../../src/tui/state/selectors.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { cellWidth } from '../../src/tui/text/width.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { temporaryDir } from '../support/stores.ts';
import { accountPictures, accountSnapshot } from './account-pictures.ts';
import { draw } from './draw.tsx';
import { expectStraight, Hotline, until } from './driver.tsx';
import { FakeConversation } from './fake-conversation.ts';
import { mineIn, snapshotOf, ticketOf } from './fixtures.ts';
import { knowledge } from './fund.ts';
import { pictures, sizes } from './pictures.ts';
import { practicePictures } from './practice-pictures.ts';
import { knowledgeOf, rentAnswerRead, shelf } from './shelf.ts';
import { copied, cursorAt, escapes, inCall, writes } from './shifts/steps.ts';
import { sumPictures, sumSnapshot } from './sum-pictures.ts';
import { figured } from './sums-support.ts';
import { ticketPictures, ticketSnapshot } from './ticket-pictures.ts';

// How many colours there are is decided when Ink is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

const word = { 'zh-CN': '练习', en: 'PRACTICE' } as const;
/** Practice, at the sizes for which the screens are laid out and at the smallest at which they are. */
const all = [...sizes, { columns: 60, rows: 15 }];

/** Every screen there is, with the model that it is drawn from. */
const screens = [
  ...Object.entries(practicePictures).map(([name, [snapshot, change]]) => ({ name, snapshot, change, known: shelf })),
  ...Object.entries(pictures).map(([name, [snapshot, change]]) => ({ name, snapshot, change, known: shelf })),
  ...Object.entries(accountPictures).map(([name, change]) => ({
    name: `account ${name}`,
    snapshot: accountSnapshot,
    change,
    known: knowledge,
  })),
  ...Object.entries(sumPictures).map(([name, change]) => ({
    name: `sum ${name}`,
    snapshot: sumSnapshot,
    change,
    known: figured,
  })),
  ...Object.entries(ticketPictures).map(([name, change]) => ({
    name: `tickets ${name}`,
    snapshot: ticketSnapshot,
    change,
    known: shelf,
  })),
];

describe.each(['zh-CN', 'en'] as const)('%s: no screen is without the word', (language) => {
  it.each(all)('at $columns×$rows', async ({ columns, rows }) => {
    for (const { name, snapshot, change, known } of screens) {
      const { screen } = await draw(
        snapshot,
        (model, session) => change({ ...model, knowledge: knowledgeOf(known) }, session),
        {
          columns,
          rows,
          language,
          mode: 'practice',
        },
      );
      const [, bar = ''] = screen.lines();
      expect(bar.trimStart().startsWith(word[language]), `${name}\n${screen.lines().join('\n')}`).toBe(true);
      // The frames tell it too: there is no other kind.
      expect(screen.lines().join(''), name).not.toMatch(/[─━│┃]/);
      expect(screen.overran(), name).toBe(false);
    }
  });
});

it('is violet from edge to edge, and without colour turned over', async () => {
  const [snapshot, change] = practicePictures.talking!;
  for (const theme of ['dark', 'none'] as const) {
    const { screen } = await draw(snapshot, change, { ...sizes[0]!, mode: 'practice', theme });
    const styles = screen.styles(1).map(({ style }) => style);
    expect(new Set(styles).size).toBe(1);
    expect(styles[0]).toContain(theme === 'dark' ? 'cc99ff' : 'inverse');
  }
});

test.each([
  [50, 10],
  [30, 4],
  [12, 2],
])('a window of %i×%i, too small for any screen, says it too', async (columns, rows) => {
  const { screen } = await draw(snapshotOf([]), (model) => model, { columns, rows, mode: 'practice' });
  expect(screen.lines().join('\n')).toContain('练习');
  const lines = tooSmallLines(columns, rows, false, sayIn('zh-CN'), '练习 ');
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
});

it('is straight where ambiguous characters are two cells wide', async () => {
  for (const size of sizes)
    for (const [name, [snapshot, change]] of Object.entries(practicePictures)) {
      const picture = { ...size, mode: 'practice', wide: true } as const;
      const { screen } = await draw(snapshot, (model) => change({ ...model, knowledge: knowledgeOf() }), picture);
      const ends = screen.ends();
      screen.lines().forEach((line, row) => {
        if (/^[+#:]/.test(line)) expect(ends[row], `${name}\n${screen.lines().join('\n')}`).toBe(screen.columns);
      });
      expect(screen.overran(), name).toBe(false);
    }
});

const call = mineIn('active', 5);
const inTalk = (): SeatModel => {
  const model = applySnapshot(
    { ...emptyModel('zh-CN', 'practice'), talk: emptyTalk },
    snapshotOf([call], [ticketOf(call)]),
  );
  return showCall(model, call.id);
};

describe('where nobody can be talked with', () => {
  const ofPractice = keyTable('zh-CN').filter(({ where }) => where.startsWith('练习'));

  it('none of its actions is offered', () => {
    const say = sayIn('zh-CN');
    expect(ofPractice.length).toBeGreaterThan(8);
    const names = (model: SeatModel): string[] => [
      ...findOffers(model, { typed: '', say }).map(({ id }) => id),
      ...findOffers(model, { typed: '念答复', say }).map(({ id }) => id),
      ...findOffers(model, { typed: 'Alt-T', say }).map(({ id }) => id),
    ];
    const real = applySnapshot(emptyModel('zh-CN', 'hub'), snapshotOf([call], [ticketOf(call)]));
    const shown = actions.filter(({ where, hidden }) => where === 'practice' && !hidden).map(({ id }) => id);
    for (const id of shown) {
      expect(names(real), id).not.toContain(id);
      expect(names(inTalk()), id).toContain(id);
    }
  });

  it('its keys mean nothing', async () => {
    const { seat } = await inCall('租房一年能提几次');
    seat.press('Alt-T');
    await seat.sees('Alt-T');
    expect(seat.text()).not.toContain('对话');
    expect(seat.text()).not.toContain('练习');
  });

  it('the help, from its first line to its last, knows nothing of it', async () => {
    const whole = { columns: 160, rows: 600 };
    const [snapshot, change] = pictures.help!;
    const real = await draw(snapshot, change, whole);
    expect(real.screen.lines().join('\n')).toContain('接听');
    expect(real.screen.lines().join('\n')).not.toMatch(/念答复|练习/);
    const [practised, changed] = practicePictures.help!;
    const practice = await draw(practised, changed, { ...whole, mode: 'practice' });
    expect(practice.screen.lines().join('\n')).toContain('念答复');
  });
});

describe('what is typed to be said', () => {
  it('changes nothing for panels that do not show it', () => {
    const model = inTalk();
    const typed = withSaying(model, call.id, editBuffer('您好'));
    const heard = withHeard(typed, { spoken: new Map([[call.id, [{ at: 1, who: 'citizen', text: '喂' }]]]) });
    for (const select of [apartFromWriting, apartFromQueue, answerMatters, searchMatters]) {
      const before = select(model);
      expect(select(typed)).toBe(before);
      expect(select(heard)).toBe(before);
    }
  });

  it('is said whole when it comes in one read with its Enter', async () => {
    const conversation = new FakeConversation();
    const { seat, call: id } = await inCall('租房提取', { mode: 'practice', conversation });
    await seat.sees('┏┅ 对话');
    seat.types('您好，请讲\r');
    await seat.sees('● 我    您好，请讲');
    expect(conversation.told).toEqual([{ call: id, text: '您好，请讲' }]);
    // Undo gives it back, to be said in other words.
    seat.press('Ctrl-Z');
    await seat.sees('说：您好，请讲');
  });

  it.each(sizes)(
    'has the terminal’s cursor behind it, where an input method opens, at $columns×$rows',
    async (size) => {
      const { seat } = await inCall('租房提取', { ...size, mode: 'practice', conversation: new FakeConversation() });
      await seat.sees('┏┅ 对话');
      for (let at = 1; at <= 12; at++) {
        seat.types(`第${at}段话，再说一遍`);
        await cursorAt(seat, '一遍');
      }
      // Ctrl-Home.
      seat.types('\x1b[1;5H');
      seat.types('起');
      await cursorAt(seat, '起');
    },
  );

  it('takes a paste as one line, wraps, and keeps to its pane', async () => {
    const conversation = new FakeConversation();
    const { seat, call: id } = await inCall('租房提取', { mode: 'practice', conversation });
    await seat.sees('┏┅ 对话');
    const long = '这一句很长，'.repeat(20);
    seat.pastes(`${long}\n第二行`);
    await seat.sees('第二行');
    expectStraight(seat);
    seat.press('Enter');
    await until(
      () => conversation.told.length === 1,
      () => seat.text(),
    );
    expect(conversation.told[0]).toEqual({ call: id, text: `${long} 第二行` });
  });
});

it('does not promise that a practice call waits for who leaves it', async () => {
  const { seat } = await inCall('租房提取', { mode: 'practice', conversation: new FakeConversation() });
  await seat.sees('┏┅ 对话');
  seat.press('Ctrl-C');
  await seat.sees('退出坐席？', '这一通不评分');
  expect(seat.text()).not.toContain('回到队列');
});

it('does not send who has closed the only call of an exercise back to the queue', async () => {
  const { seat } = await inCall('租房提取', { mode: 'practice', conversation: new FakeConversation() });
  await seat.sees('┏┅ 对话');
  seat.press('Tab');
  await writes(seat, '可以提取。');
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Ctrl-G');
  await seat.sees('没有等待的来电', '练习自动结束');
  expect(seat.text()).not.toContain('改为就绪');
});

describe('a call from its ringing to its end', () => {
  it.each(sizes)('at $columns×$rows', async ({ columns, rows }) => {
    const line = await Hotline.open({ distribution: 'push', offerSeconds: 60 }, shelf);
    const conversation = new FakeConversation();
    const seat = await line.seat('李敏', { columns, rows, mode: 'practice', conversation });
    await seat.sees('离线');
    seat.press('Ctrl-B');
    await seat.sees('坐席状态');
    seat.press('Enter');
    await seat.sees('● 就绪');
    const { call: rung, ticket } = await line.calls('刘女士', '租房一年能提几次', { tried: '前台请她上网看' });
    // What rings takes no place from what says that it is practice.
    await seat.sees('来电振铃：刘女士', '市民是模拟的');
    seat.press('Enter');
    await seat.sees('◆ 通话中', '┏┅ 对话', '租房一年能提几次');
    seat.types('您好，请讲。');
    seat.press('Enter');
    await seat.sees('● 我    您好，请讲。');
    conversation.speaks(rung.id, '租房一年能提几次？', 'calm');
    await seat.sees('○ 市民  租房一年能提几次？', '市民平静');
    // The knowledge is a key away, and what it answers goes into the answer.
    seat.press('Ctrl-F');
    await seat.sees('┏┅ 知识库', '租房提取住房公积金');
    seat.press('Ctrl-Y');
    await seat.sees('┏┅ 答复');
    seat.press('Alt-L');
    await until(
      () => conversation.told.length === 2,
      () => seat.text(),
    );
    expect(conversation.told[1]!.text).toContain(rentAnswerRead);
    // Whoever has read it out goes on talking; the question with what was tried is a key away.
    await seat.sees('┏┅ 对话');
    seat.press('Shift-Tab');
    await seat.sees('┏┅ 来电', '前台请她上网看');
    conversation.speaks(rung.id, '谢谢，再见');
    conversation.hangsUp(rung.id);
    await seat.sees('· 市民挂断', 'Ctrl-D 结束');
    seat.press('F9');
    await seat.sees('办结工单 · 刘女士');
    seat.press('Ctrl-G');
    await seat.sees(`工单 ${ticket.number} 已办结`);
    expect((await line.ticket(ticket.number)).ticket.state).toBe('closed');
    expectStraight(seat);
  });
});

describe('a citizen who speaks to nobody', () => {
  it('rings once in a while, and not at all when seen', async () => {
    const line = await Hotline.open();
    const { call: rung } = await line.calls('刘女士', '租房提取');
    const conversation = new FakeConversation();
    let now = Date.now();
    const clock = createClock(() => now);
    const seat = await line.seat('李敏', {
      mode: 'practice',
      conversation,
      clock: { ...clock, start: () => undefined },
    });
    const bells = () => seat.screen.raw.replace(/\x1b\][^\x07]*\x07/g, '').split('\x07').length - 1;
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('◆');
    const before = bells();
    conversation.speaks(rung.id, '您好');
    await seat.sees('○ 市民  您好');
    expect(bells()).toBe(before);
    seat.press('F2');
    await seat.sees('刘女士：您好', 'Alt-T 对话');
    expect(seat.text()).not.toContain('句没看');
    conversation.speaks(rung.id, '喂？');
    conversation.speaks(rung.id, '还在吗？', 'annoyed');
    await seat.sees('刘女士：还在吗？', '2 句没看');
    expect(bells()).toBe(before + 1);
    now += 30_000;
    conversation.speaks(rung.id, '没人吗？', 'angry');
    await seat.sees('刘女士：没人吗？', '3 句没看');
    expect(bells()).toBe(before + 2);
  });
});

describe('when the exercise is over', () => {
  const opened = async () => {
    const line = await Hotline.open();
    const conversation = new FakeConversation();
    let now = Date.now();
    const clock = createClock(() => now);
    const seat = await line.seat('李敏', {
      mode: 'practice',
      conversation,
      clock: { ...clock, start: () => undefined },
    });
    await seat.sees('没有等待的来电');
    const pass = (seconds: number): void => {
      now += seconds * 1000;
      clock.second.update(() => now);
    };
    return { line, seat, conversation, pass };
  };

  it('the seat says why and closes by itself', async () => {
    const { seat, conversation, pass } = await opened();
    conversation.over.update(() => '十个来电都接完了');
    await seat.sees('练习  十个来电都接完了：20 秒后自动离开', 'Alt-J 现在离开', '! 十个来电都接完了');
    pass(10);
    await seat.sees('10 秒后自动离开');
    pass(10);
    expect(await seat.leaves()).toBe(0);
  });

  it('not while something is in hand', async () => {
    const { line, seat, conversation, pass } = await opened();
    const { ticket } = await line.calls('刘女士', '租房提取');
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('┏┅ 对话');
    seat.press('Tab');
    await writes(seat, '一年一次');
    conversation.over.update(() => '时间到');
    await seat.sees('时间到：手上的工单和窗口处理完后自动离开');
    pass(60);
    seat.press('F9');
    await seat.sees('办结工单');
    pass(60);
    seat.press('Ctrl-G');
    await seat.sees(`工单 ${ticket.number} 已办结`);
    pass(1);
    await seat.sees('20 秒后自动离开');
    seat.press('F1');
    await seat.sees('┏┅ 按键');
    pass(60);
    await seat.sees('手上的工单和窗口处理完后自动离开');
    await escapes(seat, '┏┅ 按键');
    pass(1);
    await seat.sees('20 秒后自动离开');
    pass(20);
    expect(await seat.leaves()).toBe(0);
  });
});

describe('what leaves the seat says that it is an exercise', () => {
  it('the window’s title', async () => {
    const line = await Hotline.open();
    const seat = await line.seat('李敏', { mode: 'practice', conversation: new FakeConversation() });
    await seat.sees('没有等待的来电');
    await line.calls('刘女士', '租房提取');
    await seat.sees('刘女士');
    const titles = [...seat.screen.raw.matchAll(/\x1b\]2;([^\x07]*)\x07/g)].map(([, title]) => title);
    expect(titles).toEqual(['练习 · 专家坐席', '(1) 练习 · 专家坐席']);
  });

  it('tickets copied, as a table, and in a file', async () => {
    const line = await Hotline.open();
    const { call: rung, ticket } = await line.calls('刘女士', '租房提取');
    const seat = await line.seat('李敏', { mode: 'practice', conversation: new FakeConversation() });
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('┏┅ 对话');
    expect(rung.ticket).toBe(ticket.number);
    seat.press('F6');
    await seat.sees('我的工单');
    seat.press('Ctrl-T', 'Ctrl-Y');
    await seat.sees('已复制 1 个工单号');
    const mark = '【练习】以下内容出自练习，不是真实来电';
    expect(copied(seat).split('\n')).toEqual([mark, ticket.number]);
    seat.press('Ctrl-R');
    await seat.sees('已复制 1 张工单的表格');
    const [first, ...table] = copied(seat).split('\n');
    expect(first).toBe(mark);
    expect(table.map((row) => row.split('\t')[0])).toEqual(['练习', '练习']);
    seat.press('Ctrl-E');
    await seat.sees('导出 1 张工单', '~/练习-tickets-');
    const file = path.join(await temporaryDir(), 'out.csv');
    seat.press('Alt-A');
    seat.types(file);
    seat.press('Enter');
    await seat.sees('已导出 1 张工单');
    const rows = readFileSync(file, 'utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.startsWith('练习,'), row).toBe(true);
  });

  it('what a field copies, which is pasted here as it is', async () => {
    const { seat } = await inCall('租房提取', { mode: 'practice', conversation: new FakeConversation() });
    await seat.sees('┏┅ 对话');
    await writes(seat, '一年一次');
    seat.press('Alt-W');
    await seat.sees('已复制');
    expect(copied(seat)).toBe('【练习】以下内容出自练习，不是真实来电\n一年一次');
    seat.press('Alt-V');
    await seat.sees('说：一年一次一年一次');
  });
});

it('a conversation that a window hides is not heard', () => {
  const shown = withInSight(inTalk(), call.id);
  const line = { at: 1, who: 'citizen', text: '喂' } as const;
  const seen = withHeard(shown, { spoken: new Map([[call.id, [line]]]) });
  expect(seen.talk?.heard.get(call.id)).toBe(1);
  const hidden = withHeard(withInSight(seen, undefined), { spoken: new Map([[call.id, [line, line]]]) });
  expect(hidden.talk?.heard.get(call.id)).toBe(1);
  expect(withInSight(hidden, call.id).talk?.heard.get(call.id)).toBe(2);
});
