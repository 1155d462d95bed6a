import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { HubClient } from '../../../src/client/hub-client.ts';
import { temporaryDir } from '../../support/stores.ts';
import { expectStraight, Hotline, type Seat } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { copied, escapes, selects } from './steps.ts';

const matters = [
  { name: '赵女士', question: '缴交结算怎么做' },
  { name: '孙先生', question: '贷款材料没有消息', unit: '贷款管理处' },
  { name: '欧阳先生', question: '租房提取一年几次' },
  { name: '周女士', question: '租房合同要不要备案' },
  { name: '安先生', question: '离职以后怎么提取', open: true },
] as const;

type Matter = { name: string; question: string; unit?: string; open?: boolean };

/** One matter worked off by plain commands. */
const work = async (line: Hotline, client: HubClient, { name, question, unit, open }: Matter): Promise<string> => {
  const { call, ticket } = await line.calls(name, question);
  const [onCall, onTicket] = [{ id: call.id }, { number: ticket.number }];
  await client.call('calls.take', { params: onCall, body: {} });
  if (open) {
    for (const _ of ['conversation', 'wrap-up']) await client.call('calls.end', { params: onCall, body: {} });
  } else if (unit) {
    await client.call('tickets.dispatch', { params: onTicket, body: { unit, reason: '三周没有进度' } });
  } else {
    await client.call('tickets.close', { params: onTicket, body: { category: '咨询', answer: '登录单位网厅办理' } });
  }
  return ticket.number;
};

/** An expert who has worked off some matters looks at their tickets. */
const afterwards = async (size: { columns?: number; rows?: number } = {}, more: readonly Matter[] = []) => {
  const { columns = 80, rows = 24 } = size;
  const line = await Hotline.open();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const numbers: string[] = [];
  for (const matter of [...matters, ...more]) numbers.push(await work(line, client, matter));
  const seat = line.seatOf(
    { client, language: 'zh-CN', mode: 'hub', color: false, knowledge: line.knowledgeIn(await temporaryDir()) },
    { columns, rows },
  );
  await seat.sees('没有等待的来电');
  seat.press('F6');
  await selects(seat, '安先生');
  return { line, client, seat, numbers };
};

const finds = async (seat: Seat, text: string): Promise<void> => {
  seat.press('Ctrl-F');
  await seat.sees('工单号、姓名、问题');
  seat.types(text);
  await seat.sees(`查找 ${text}`);
};

/** The list of tickets, and one of them. */
export const ticketShifts: readonly Shift[] = [
  {
    title: 'before going home, sees what is still open and what was sent on',
    does: ['show-tickets', 'tickets-filter', 'tickets-filter-back'],
    play: async () => {
      const { seat } = await afterwards({ columns: 120, rows: 36 });
      await seat.sees('[全部 5]', '未办结 1', '已转派 1', '已办结 3');
      seat.press('Tab');
      await seat.sees('[未办结 1]', '安先生');
      await seat.seesNo('孙先生');
      seat.press('Tab');
      await seat.sees('[已转派 1]', '孙先生');
      seat.press('Tab');
      await seat.sees('[逾期 0]', '没有符合条件的工单');
      seat.press('Shift-Tab', 'Shift-Tab', 'Shift-Tab', 'Shift-Tab');
      await seat.sees('[已办结 3]', '周女士');
      expectStraight(seat);
    },
  },
  {
    title: 'sorts by time, then by name, and looks at today only',
    does: ['tickets-order', 'tickets-period'],
    play: async () => {
      const { seat } = await afterwards({ columns: 160, rows: 50 });
      seat.press('Ctrl-O');
      await seat.sees('按时间▼');
      seat.press('Ctrl-O', 'Ctrl-O', 'Ctrl-O');
      await seat.sees('按姓名');
      seat.press('Ctrl-P');
      await seat.sees('今天 · 按姓名');
      seat.press('Ctrl-P');
      await seat.sees('本周 · 按姓名');
      expectStraight(seat);
    },
  },
  {
    title: 'a citizen calls again: finds their ticket by initials, reads it and the one beside it',
    does: ['search', 'ticket-show', 'ticket-next', 'ticket-previous', 'ticket-back', 'ticket-find-leave'],
    play: async () => {
      const { seat } = await afterwards();
      await finds(seat, 'zf');
      await seat.sees('符合 2 · 共 5', '周女士', '欧阳先生');
      await seat.seesNo('赵女士');
      seat.press('Enter');
      await seat.sees('1 / 2', '租房合同要不要备案', '经过');
      seat.press('Right');
      await seat.sees('2 / 2', '租房提取一年几次');
      seat.press('Left');
      await seat.sees('1 / 2');
      await escapes(seat, '1 / 2');
      await seat.sees('查找 zf');
      seat.press('Ctrl-F');
      await seat.sees('查找 zf', 'Esc 清空');
      await escapes(seat, '查找 zf');
      await seat.sees('赵女士');
    },
  },
  {
    title: 'reads a ticket’s whole history by lines and pages',
    does: ['tickets-down', 'ticket-show', 'ticket-down', 'ticket-up', 'ticket-page-down', 'ticket-page-up'],
    play: async () => {
      const { seat } = await afterwards({ columns: 60, rows: 15 });
      seat.press('Down', 'Enter');
      await seat.sees('2 / 5', '孙先生  138****1000', '→ 已转派');
      seat.press('PgDn', 'PgDn');
      await seat.sees('转派  贷款管理处');
      await seat.seesNo('孙先生  138****1000');
      seat.press('PgUp', 'PgUp');
      await seat.sees('孙先生  138****1000');
      seat.press('Down');
      await seat.seesNo('孙先生  138****1000');
      seat.press('Up');
      await seat.sees('孙先生  138****1000');
    },
  },
  {
    title: 'goes through a long day of tickets by lines, pages, and to both ends',
    does: [
      'tickets-down',
      'tickets-up',
      'tickets-page-down',
      'tickets-page-up',
      'ticket-marks-first',
      'ticket-marks-last',
    ],
    play: async () => {
      const more = Array.from({ length: 20 }, (_, at) => ({ name: `${at + 1}号先生`, question: '缴存证明' }));
      const { seat } = await afterwards({}, more);
      seat.press('Down');
      await selects(seat, '孙先生');
      seat.press('Up');
      await selects(seat, '安先生');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn');
      await selects(seat, '赵女士');
      seat.press('PgUp', 'PgUp', 'PgUp', 'PgUp');
      await selects(seat, '安先生');
      seat.press('End');
      await selects(seat, '赵女士');
      seat.press('Home');
      await selects(seat, '安先生');
    },
  },
  {
    title: 'marks two tickets for the team leader and copies their numbers, then the table',
    does: ['ticket-mark', 'ticket-copy-numbers', 'ticket-copy-table', 'tickets-clear'],
    play: async () => {
      const { seat, numbers } = await afterwards();
      seat.press('Ctrl-T');
      await selects(seat, '孙先生');
      seat.press(' ');
      await seat.sees('已标 2');
      seat.press('Ctrl-Y');
      await seat.sees('已复制 2 个工单号');
      expect(copied(seat).split('\n')).toEqual([numbers[4], numbers[1]]);
      seat.press('Ctrl-R');
      await seat.sees('已复制 2 张工单的表格');
      const table = copied(seat)
        .split('\n')
        .map((row) => row.split('\t'));
      expect(table.map((cells) => cells[3])).toEqual(['姓名', '安先生', '孙先生']);
      expect(table[1]).toContain('138****1000');
      await escapes(seat, '已标');
    },
  },
  {
    title: 'writes the whole list to a file that nobody else can read, and not over it',
    does: ['ticket-mark-all', 'ticket-export', 'form-enter', 'form-cancel'],
    play: async () => {
      const { seat } = await afterwards();
      const file = path.join(await temporaryDir(), '工单.csv');
      seat.press('Ctrl-A');
      await seat.sees('已标 5');
      seat.press('Ctrl-E');
      await seat.sees('导出 5 张工单', '电话已遮盖');
      seat.press('Alt-A');
      seat.types(file);
      seat.press('Enter');
      await seat.sees('已导出 5 张工单');
      const written = readFileSync(file, 'utf8');
      expect(written).toContain('138****1000');
      expect(written).not.toContain('13800001000');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      seat.press('Ctrl-E');
      // The form's own words: its title stands in what was said of the export before.
      await seat.sees('导出 5 张工单', '~/tickets-');
      seat.press('Alt-A');
      seat.types(file);
      seat.press('Enter');
      await seat.sees('换一个名字');
      await escapes(seat, '换一个名字');
    },
  },
  {
    title: 'has an hour without calls: finishes what was left open',
    does: ['ticket-show', 'ticket-go-on', 'close'],
    play: async () => {
      const { line, seat, numbers } = await afterwards();
      seat.press('Enter');
      await seat.sees('Enter 继续办理', '离职以后怎么提取');
      seat.press('Enter');
      await seat.sees('离职以后怎么提取', '答复');
      seat.types('封存满六个月可以提取。');
      await seat.sees('封存满六个月可以提取。');
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${numbers[4]} 已办结`);
      expect((await line.ticket(numbers[4]!)).ticket.state).toBe('closed');
    },
  },
];
