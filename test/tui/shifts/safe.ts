import { expect } from 'vitest';
import { DeskStore } from '../../../src/client/desk/desk-store.ts';
import { temporaryDir } from '../../support/stores.ts';
import { Hotline, type Seat, until } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { copied, escapes, inCall, selects, writes } from './steps.ts';

/** A minute in which everything can be taken back. */
const preferences = { 'undo-seconds': 60 };

const closes = async (seat: Seat): Promise<void> => {
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Ctrl-G');
};

const sitsDown = async (line: Hotline, token: string, desk: string): Promise<Seat> =>
  line.seatOf({ client: line.clientOf(token), language: 'zh-CN', mode: 'hub', color: false, desk });

/** A text lies on a desk, seen from outside. */
const saved = (desk: string, person: string, text: string): Promise<void> =>
  until(
    () => {
      const store = new DeskStore(desk);
      try {
        return store.papers.of(person).some(({ paper }) => paper.text === text);
      } finally {
        store.close();
      }
    },
    () => `not on the desk: ${text}`,
  );

/** The hub has refused what an expert sent: a supervisor had closed the ticket before. */
const refused = async (mine = '我写的答复') => {
  const { line, seat, ticket } = await inCall('缴交结算怎么做', { preferences });
  seat.pastes(mine);
  await seat.sees(mine.slice(-5));
  await closes(seat);
  await seat.sees('Alt-Z 撤回');
  const lead = await line.person('班长', 'supervisor');
  await lead.call('tickets.close', {
    params: { number: ticket },
    body: { category: '投诉', answer: '班长写的答复' },
  });
  seat.press('Ctrl-G');
  await seat.sees('办结没有被接受', '您写的', mine.slice(0, 5));
  return { line, seat, ticket };
};

/** Taking back, what waits to be sent, what was refused, other texts. */
export const safeShifts: readonly Shift[] = [
  {
    title: 'closes, sees a wrong word at once, takes it back and closes again',
    does: ['close', 'take-back', 'form-cancel', 'resend'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做', { preferences });
      await writes(seat, '登录单位网听');
      await closes(seat);
      await seat.sees('Alt-Z 撤回', '没有等待的来电');
      expect((await line.ticket(ticket)).ticket.state).toBe('open');
      seat.press('Alt-Z');
      await seat.sees('已撤回', '办结工单 · 刘女士');
      await escapes(seat, '办结工单 ·');
      seat.press('Backspace');
      await writes(seat, '厅');
      await closes(seat);
      await seat.sees('Alt-Z 撤回');
      // Who is sure need not wait.
      seat.press('Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.answer).toBe('登录单位网厅');
      seat.press('Alt-Z');
      await seat.sees('已经送出，不能撤回了');
    },
  },
  {
    title: 'works on while the hub is away, looks at what waits, and all of it arrives',
    does: ['end', 'close', 'outbox', 'outbox-down', 'outbox-up', 'outbox-close'],
    play: async () => {
      const { line, seat, call, ticket } = await inCall('缴交结算怎么做');
      await writes(seat, '答复');
      await line.goesAway();
      await seat.sees('连不上中心');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('已存好');
      await closes(seat);
      await seat.sees('2 项待送');
      seat.press('Alt-G');
      await seat.sees('待送', '恢复连接后送出', '办结');
      await selects(seat, '结束');
      seat.press('Down');
      await selects(seat, '办结');
      seat.press('Up');
      await selects(seat, '结束');
      await escapes(seat, '恢复连接后送出');
      await line.comesBack();
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.call(call)).call.state).toBe('ended');
    },
  },
  {
    title: 'takes something back from the list of what waits',
    does: ['outbox', 'outbox-look-after'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做', { preferences });
      await writes(seat, '答复');
      await closes(seat);
      await seat.sees('Alt-Z 撤回');
      seat.press('Alt-G');
      await seat.sees('秒后送出');
      seat.press('Enter');
      await seat.sees('已撤回', '办结工单 · 刘女士');
      expect((await line.ticket(ticket)).ticket.state).toBe('open');
    },
  },
  {
    title: 'sees in the list of what waits that all is well, and does not wait any longer',
    does: ['outbox', 'outbox-send'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做', { preferences });
      await writes(seat, '答复');
      await closes(seat);
      await seat.sees('Alt-Z 撤回');
      seat.press('Alt-G');
      await seat.sees('秒后送出');
      seat.press('Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.state).toBe('closed');
    },
  },
  {
    title: 'a supervisor was faster: compares both answers, keeps a copy and gives way',
    does: ['conflict-choose', 'conflict-up', 'conflict-down', 'conflict-page-up', 'conflict-page-down'],
    play: async () => {
      const mine = Array.from({ length: 30 }, (_, at) => `第${at + 1}步再看。`).join('\n');
      const { line, seat, ticket } = await refused(mine);
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn');
      await seat.sees('第30步', '中心现在的', '已办结 · 班长', '班长写的答复');
      seat.press('PgUp', 'PgUp', 'PgUp', 'PgUp', 'PgUp', 'PgUp');
      await seat.sees('您写的', '第1步');
      seat.press('Enter');
      await seat.sees('已复制');
      expect(copied(seat)).toBe(mine);
      seat.press('Down');
      await selects(seat, '留作草稿');
      seat.press('Up', 'Up');
      await selects(seat, '不要我写的了');
      seat.press('Enter');
      await seat.sees('已丢掉');
      await seat.seesNo('没有被接受');
      expect((await line.ticket(ticket)).ticket.answer).toBe('班长写的答复');
    },
  },
  {
    title: 'puts a refusal off until after lunch, and opens it again with Ctrl-G',
    does: ['conflict-close', 'resend', 'conflict-choose'],
    play: async () => {
      const { seat, ticket } = await refused();
      await seat.sees('中心现在的', '班长写的答复');
      await escapes(seat, '中心现在的');
      await seat.sees('没有被接受，您写的都还在 · Ctrl-G 处理');
      seat.press('Ctrl-G');
      await seat.sees('我写的答复', '班长写的答复');
      seat.press('Down', 'Down', 'Enter');
      await seat.sees(ticket, '前台转来', '没有被接受，您写的都还在');
      await seat.seesNo('复制我写的');
    },
  },
  {
    title: 'two machines wrote at once while the hub was away, twice: reads the other texts, copies one, takes one',
    does: ['older-texts', 'older-up', 'older-down', 'older-copy', 'older-close', 'older-bring-back'],
    play: async () => {
      const line = await Hotline.open();
      await line.calls('刘女士', '缴交结算怎么做');
      const token = await line.tokenFor('李敏');
      const [here, there] = [await temporaryDir(), await temporaryDir()];
      const one = await sitsDown(line, token, here);
      await one.sees('刘女士');
      one.press('Ctrl-N');
      await one.sees('◆ 通话中');
      const person = (await one.client!.call('me', {})).user.id;
      const two = await sitsDown(line, token, there);
      await two.sees('◆ 通话中');
      let written = '';
      for (const [mine, theirs] of [
        ['甲一', '乙一'],
        ['甲二', '乙二'],
      ] as const) {
        await line.goesAway();
        await Promise.all([one.sees('连不上中心'), two.sees('连不上中心')]);
        await writes(one, mine);
        // The other one is later, so that it is the one that goes on.
        await saved(here, person, `${written}${mine}`);
        await writes(two, theirs);
        await saved(there, person, `${written}${theirs}`);
        await line.comesBack();
        written += theirs;
        await Promise.all([one.sees(`${written}`, '● 已连接'), two.sees(written, '● 已连接')]);
      }
      one.press('Alt-O');
      await one.sees('写过的其他内容', '甲一', '乙一甲二');
      await selects(one, '乙一甲二');
      one.press('Down');
      await selects(one, '甲一');
      one.press('Ctrl-Y');
      await one.sees('已复制');
      expect(copied(one)).toBe('甲一');
      one.press('Up');
      await selects(one, '乙一甲二');
      await escapes(one, '写过的其他内容');
      await one.sees('乙一乙二');
      one.press('Alt-O', 'Enter');
      await one.sees('已换回这一份', '乙一甲二');
      await two.sees('乙一甲二');
    },
  },
  {
    title: 'has nothing to take back, nothing that waits and no other text, and is told each',
    does: ['outbox', 'older-texts'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做');
      seat.press('Alt-Z');
      await seat.sees('没有可以撤回的');
      seat.press('Ctrl-G');
      await seat.sees('没有待送的提交');
      seat.press('Alt-O');
      await seat.sees('没有写过的其他内容');
      seat.press('Alt-G');
      await seat.sees('┏━ 待送');
    },
  },
];
