import { expect } from 'vitest';
import { expectStraight, Hotline, type Seat } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { escapes, selects } from './steps.ts';

const longQuestion = Array.from({ length: 30 }, (_, at) => `第${at + 1}句：材料交了又退，退了又交。`).join('');

/** A hotline that sends calls to ready seats, and a seat that is ready. */
const readyForPush = async (): Promise<{ line: Hotline; seat: Seat }> => {
  const line = await Hotline.open({ distribution: 'push', offerSeconds: 60 });
  const seat = await line.seat();
  await seat.sees('离线');
  seat.press('Ctrl-B');
  await seat.sees('▸ 1  就绪');
  seat.press('Enter');
  await seat.sees('● 就绪');
  return { line, seat };
};

/** Waiting, taking, ringing, declining. */
export const queueShifts: readonly Shift[] = [
  {
    title: 'walks the queue and takes the one that is selected',
    does: ['queue-down', 'queue-up', 'queue-last', 'queue-first', 'take'],
    play: async () => {
      const line = await Hotline.open();
      for (const name of ['刘女士', '王先生', '赵女士']) await line.calls(name, `${name}的问题`);
      const seat = await line.seat();
      await seat.sees('3 个来电', '▸', '刘女士的问题');
      seat.press('Down');
      await seat.sees('王先生  138****1000');
      seat.press('End');
      await seat.sees('赵女士  138****1000');
      seat.press('Home');
      await seat.sees('刘女士  138****1000');
      seat.press('Down', 'Down', 'Up', 'Enter');
      await seat.sees('◆ 通话中', '王先生的问题');
      expect((await line.ticket((await line.calls('另一位', '另一问')).ticket.number)).ticket.state).toBe('open');
    },
  },
  {
    title: 'on a morning with forty calls, pages to the last and back on a large screen',
    does: ['queue-page-down', 'queue-page-up', 'take'],
    play: async () => {
      const line = await Hotline.open();
      for (let place = 1; place <= 40; place++) await line.calls(`${place}号女士`, `第${place}件`);
      const seat = await line.seat('李敏', { columns: 120, rows: 36 });
      await seat.sees('40 个来电', '等待 40');
      await selects(seat, '1号女士');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn');
      await selects(seat, '40号女士');
      expectStraight(seat);
      seat.press('PgUp', 'PgUp', 'PgUp', 'PgUp');
      await selects(seat, '1号女士');
      seat.press('Enter');
      await seat.sees('◆ 通话中', '第1件');
    },
  },
  {
    title: 'reads a long question to its end before taking the call',
    does: ['queue-pane', 'queue-page-down', 'queue-first', 'queue-last', 'take'],
    play: async () => {
      const line = await Hotline.open();
      await line.calls('孙先生', longQuestion);
      const seat = await line.seat();
      await seat.sees('来电预览', '第1句');
      await seat.seesNo('第30句');
      seat.press('Tab', 'End');
      await seat.sees('第30句');
      seat.press('Home');
      await seat.sees('↑0 ');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn');
      await seat.sees('第30句');
      seat.press('Shift-Tab', 'Enter');
      await seat.sees('◆ 通话中', '孙先生');
    },
  },
  {
    title: 'goes through the queue by letters where no input method is on',
    does: ['queue-down', 'queue-up', 'queue-last', 'queue-first'],
    play: async () => {
      const line = await Hotline.open();
      for (const name of ['刘女士', '王先生', '赵女士']) await line.calls(name, `${name}的问题`);
      const seat = await line.seat('李敏', { columns: 160, rows: 50 });
      await seat.sees('3 个来电');
      seat.press('j', 'j');
      await selects(seat, '赵女士');
      seat.press('k');
      await selects(seat, '王先生');
      seat.press('g');
      await selects(seat, '刘女士');
      seat.press('G');
      await selects(seat, '赵女士');
      expectStraight(seat);
    },
  },
  {
    title: 'takes the urgent call before the one that has waited longer',
    does: ['take-next'],
    play: async () => {
      const line = await Hotline.open();
      await line.calls('刘女士', '缴存证明怎么打');
      const { call } = await line.calls('王先生', '今天过户，贷款还没放', { priority: 'urgent' });
      const seat = await line.seat();
      await seat.sees('! 加急', '等待 2');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中', '今天过户', '已接听 王先生', '等待 1');
      expect((await line.call(call.id)).call).toMatchObject({ state: 'active', seat: { name: '李敏' } });
    },
  },
  {
    title: 'asks for the next call when none waits, and is told so; then one comes',
    does: ['take-next'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat();
      await seat.sees('没有等待的来电', '按 Ctrl-B 改为就绪');
      seat.press('Ctrl-N', 'Enter');
      await seat.sees('· 没有等待的来电');
      await line.calls('刘女士', '缴存证明怎么打');
      await seat.sees('刘女士', '等待 1');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中');
    },
  },
  {
    title: 'lets a colleague be faster, and takes the one behind',
    does: ['take'],
    play: async () => {
      const line = await Hotline.open();
      const { call } = await line.calls('刘女士', '缴存证明怎么打');
      await line.calls('王先生', '租房提取');
      const seat = await line.seat();
      const colleague = await line.colleague('张强');
      await selects(seat, '刘女士');
      await colleague.call('calls.take', { params: { id: call.id }, body: {} });
      await selects(seat, '王先生');
      seat.press('Enter');
      await seat.sees('◆ 通话中', '租房提取');
    },
  },
  {
    title: 'takes the call that rings by Enter, whatever list is on the screen',
    does: ['show-tickets', 'take-ringing'],
    play: async () => {
      const { line, seat } = await readyForPush();
      seat.press('F6');
      await seat.sees('我的工单');
      const { call } = await line.calls('刘女士', '单位欠缴三个月了');
      await seat.sees('来电振铃：刘女士', 'Enter 接听 · Esc 拒接');
      seat.press('Enter');
      await seat.sees('◆ 通话中', '单位欠缴三个月了');
      expect((await line.call(call.id)).call.state).toBe('active');
    },
  },
  {
    title: 'declines a call that rings, for the caller is a neighbour, and is ready again',
    does: ['decline', 'seat', 'seat-choose'],
    play: async () => {
      const { line, seat } = await readyForPush();
      const { call } = await line.calls('刘女士', '缴存证明怎么打');
      await seat.sees('来电振铃：刘女士', '剩');
      seat.press('Esc');
      await seat.sees('已拒接，坐席转为未就绪', '未就绪（漏接）');
      expect((await line.call(call.id)).call.state).not.toBe('active');
      seat.press('Ctrl-B', 'Enter');
      // Nobody else is there, so it rings here again.
      await seat.sees('来电振铃：刘女士');
    },
  },
  {
    title: 'is called in the middle of a search: letters stay with the search, Ctrl-N takes the call',
    does: ['show-knowledge', 'take-next'],
    play: async () => {
      const { line, seat } = await readyForPush();
      seat.press('F4');
      await seat.sees('知识库');
      await line.calls('刘女士', '单位欠缴三个月了');
      await seat.sees('来电振铃：刘女士', 'Ctrl-N 接听');
      seat.types('欠缴');
      await seat.sees('搜索 欠缴');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中', '单位欠缴三个月了');
    },
  },
  {
    title: 'an expert who reads English walks the queue and takes a call',
    does: ['queue-down', 'take'],
    play: async () => {
      const line = await Hotline.open();
      await line.calls('Mr Wu', '提前还款');
      await line.calls('Ms Li', '租房提取');
      const seat = await line.seat('Li Min', { language: 'en' });
      await seat.sees('Waiting calls', '2 calls', '2 waiting');
      seat.press('Down', 'Enter');
      await seat.sees('◆ talking', 'You have Ms Li on the line', '租房提取');
    },
  },
  {
    title: 'looks at the keys of the queue and goes on',
    does: ['help', 'help-page-down', 'help-close'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat();
      await seat.sees('没有等待的来电');
      seat.press('F1');
      await seat.sees('按键', '接听选中的来电', '↑↓ 翻看');
      seat.press('PgDn');
      await seat.seesNo('接听选中的来电');
      await escapes(seat, '↑↓ 翻看');
      await seat.sees('没有等待的来电');
    },
  },
];
