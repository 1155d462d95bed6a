import { expect } from 'vitest';
import { expectStraight, Hotline, type Seat } from '../driver.tsx';
import { rentAnswerRead, shelf } from '../shelf.ts';
import type { Shift } from './shift.ts';
import { copied, escapes, inCall, selects, writes } from './steps.ts';

/** An article on the knowledge screen. */
const reads = async (query: string, id: string, size: { columns?: number; rows?: number } = {}) => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat('李敏', size);
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('公积金 · 提取');
  seat.types(query);
  await seat.sees(`搜索 ${query}`);
  seat.press('Enter');
  await seat.sees(`文章 ${id}`);
  return { line, seat };
};

/** An article beside the answer that is being written. */
const readsInCall = async (): Promise<{ line: Hotline; seat: Seat; ticket: string }> => {
  const { line, seat, ticket } = await inCall('租房提取', { knowledge: shelf });
  await selects(seat, '租房提取住房公积金');
  seat.press('Ctrl-F', 'Enter');
  await seat.sees('文章 gjj-0001');
  return { line, seat, ticket };
};

/** An article being read, and what can be done with it. */
export const readerShifts: readonly Shift[] = [
  {
    title: 'walks the seven parts of an article by their numbers, from the last to the first',
    does: [1, 2, 3, 4, 5, 6, 7].map((part) => `reader-part-${part}`),
    play: async () => {
      const { seat } = await reads('离职', 'gjj-0004');
      const parts = ['简答', '要点', '材料', '流程', '时限', '渠道', '易错'];
      for (const [at, name] of [...parts.entries()].reverse()) {
        seat.press(at % 2 === 0 ? `Alt-${at + 1}` : `${at + 1}`);
        await seat.sees(`[${at + 1} ${name}]`);
      }
    },
  },
  {
    title: 'reads the materials out and puts the steps into the answer, part by part',
    does: ['reader-next-part', 'reader-previous-part', 'reader-insert', 'close'],
    play: async () => {
      const { line, seat, ticket } = await readsInCall();
      seat.press('Tab', 'Tab');
      await seat.sees('[3 材料]');
      seat.press('Tab', 'Tab', 'Shift-Tab');
      await seat.sees('[4 流程]', '▸ 流程');
      seat.press('Enter');
      await seat.sees('已把流程插入刘女士的答复', '引用 gjj-0001');
      seat.press('F9', 'Ctrl-G');
      await seat.sees('已办结');
      expect((await line.ticket(ticket)).ticket.answer).toContain(
        '1. 登录网上业务系统，或者到服务窗口。\n2. 提交申请，等候审核。',
      );
    },
  },
  {
    title: 'scrolls a long article by lines and pages to its sources and back to the top',
    does: ['reader-down', 'reader-up', 'reader-page-down', 'reader-page-up', 'reader-last', 'reader-first'],
    play: async () => {
      const { seat } = await reads('离职', 'gjj-0004');
      await seat.sees('▸ 简答', '↑0 ');
      seat.press('Down', 'Down', 'Down');
      await seat.sees('↑3 ');
      seat.press('Up');
      await seat.sees('↑2 ');
      seat.press('End');
      await seat.sees('↓0 ', '可信  全国规定');
      seat.press('PgUp');
      await seat.seesNo('↓0 ');
      seat.press('Home');
      await seat.sees('↑0 ', '账户封存满六个月');
      seat.press('PgDn');
      await seat.seesNo('↑0 ');
      // By letters too, where no input method is on.
      seat.press('g');
      await seat.sees('↑0 ');
      seat.press('j', 'j', 'k');
      await seat.sees('↑1 ');
      seat.press('G');
      await seat.sees('↓0 ');
    },
  },
  {
    title: 'goes to a related article, back, on again, and is told where the way ends',
    does: ['related', 'related-down', 'related-up', 'related-open', 'reader-back', 'reader-forward', 'related-cancel'],
    play: async () => {
      const { seat } = await reads('zftq', 'gjj-0001');
      seat.press('Alt-R');
      await seat.sees('相关文章', '▸ gjj-0004', 'gjj-0005');
      seat.press('Down', 'Up', 'Enter');
      await seat.sees('文章 gjj-0004');
      seat.press('Left');
      await seat.sees('文章 gjj-0001');
      seat.press('Left');
      await seat.sees('前面没有文章了');
      seat.press('Right');
      await seat.sees('文章 gjj-0004');
      seat.press('Right');
      await seat.sees('后面没有文章了');
      seat.press('Left', 'r');
      await seat.sees('▸ gjj-0004');
      await escapes(seat, '▸ gjj-0004');
    },
  },
  {
    title: 'a citizen wants it on the telephone: looks at the text message and copies it',
    does: ['sms', 'sms-copy', 'sms-close'],
    play: async () => {
      const { seat } = await reads('zftq', 'gjj-0001');
      seat.press('Alt-S');
      await seat.sees('短信 · 租房提取住房公积金', '2 条短信', '每次不超过1500元');
      seat.press('Enter');
      await seat.sees('已复制短信');
      expect(copied(seat)).toMatch(/^租房提取请在.*谢谢您的配合与支持。$/);
      await escapes(seat, '2 条短信');
      await seat.sees('文章 gjj-0001');
    },
  },
  {
    title: 'copies the short answer and the part on the screen for a colleague',
    does: ['copy-answer', 'copy-part'],
    play: async () => {
      const { seat } = await reads('zftq', 'gjj-0001', { columns: 120, rows: 36 });
      seat.press('Alt-Y');
      await seat.sees('已复制简答');
      expect(copied(seat)).toBe(rentAnswerRead);
      seat.press('Alt-2', 'Alt-U');
      await seat.sees('已复制要点');
      expect(copied(seat)).toContain('- 每次不超过1500元，济南市内不超过2000元。');
      expectStraight(seat);
    },
  },
  {
    title: 'cites an article that was only read out, and thinks better of another',
    does: ['cite', 'insert-part', 'close'],
    play: async () => {
      const { line, seat, ticket } = await readsInCall();
      seat.press('Alt-Q');
      await seat.sees('已在刘女士的工单上引用 gjj-0001', '引用 gjj-0001');
      seat.press('c');
      await seat.sees('已从刘女士的工单上取消引用 gjj-0001');
      seat.press('Alt-6', 'Alt-I');
      await seat.sees('已把渠道插入刘女士的答复');
      seat.press('F9', 'Ctrl-G');
      await seat.sees('已办结');
      const { articles, answer } = (await line.ticket(ticket)).ticket;
      expect([articles, answer?.includes('网上业务系统、服务窗口')]).toEqual([['gjj-0001'], true]);
    },
  },
  {
    title: 'has all that an article offers in one menu, beside the call',
    does: [
      'article-menu',
      'article-menu-down',
      'article-menu-up',
      'article-menu-choose',
      'article-menu-cancel',
      'cite',
    ],
    play: async () => {
      const { seat } = await inCall('租房提取', { knowledge: shelf });
      await selects(seat, '租房提取住房公积金');
      seat.press('Ctrl-O');
      await seat.sees('文章操作 gjj-0001', '▸', '插入简答', '先打开文章（Enter），选一个部分');
      seat.press('Down', 'Ctrl-O', 'Down', 'Up', 'Enter');
      await seat.sees('已在刘女士的工单上引用 gjj-0001');
      seat.press('Ctrl-O', 'c');
      await seat.sees('已从刘女士的工单上取消引用 gjj-0001');
      seat.press('Ctrl-O');
      await seat.sees('文章操作 gjj-0001');
      await escapes(seat, '文章操作 gjj-0001');
      await writes(seat, '接着写');
    },
  },
  {
    title: 'pins what is asked every day, and finds it at the top',
    does: ['pin', 'reader-close', 'knowledge-clear'],
    play: async () => {
      const { seat } = await reads('医保', 'sb-0001');
      seat.press('Alt-P');
      await seat.sees('sb-0001 已置顶');
      await escapes(seat, '文章 sb-0001');
      seat.press('Esc');
      await seat.sees('★ 置顶', '★ 医保异地就医备案');
      seat.press('Enter');
      await seat.sees('文章 sb-0001');
      seat.press('p');
      await seat.sees('sb-0001 已取消置顶');
    },
  },
  {
    title: 'finds a mistake, files it at the part being read, and reads the centre’s answer later',
    does: ['correct', 'form-next', 'form-enter', 'read-answer'],
    play: async () => {
      const { line, seat } = await reads('离职', 'gjj-0004');
      const centre = await line.person('中心编辑', 'centre');
      seat.press('Alt-3', 'Alt-E');
      await seat.sees('文章纠错', 'gjj-0004 离职后账户封存怎样提取', '[材料]');
      await writes(seat, '材料缺离职证明');
      seat.press('Tab', 'Enter');
      await seat.sees('gjj-0004 的纠错已送到中心');
      const { corrections } = await centre.call('kb.corrections', { query: { state: 'open' } });
      expect(corrections[0]).toMatchObject({ document: 'gjj-0004', note: '材料缺离职证明', part: '材料' });
      seat.press('F2');
      await seat.sees('等待接听');
      await centre.call('kb.answer', {
        params: { correction: corrections[0]!.id },
        body: { state: 'accepted', answer: '已补上' },
      });
      await seat.sees('您对 gjj-0004 的纠错已采纳：已补上');
      seat.press('Ctrl-X', 'Ctrl-A');
      // What the centre said is what the person came for: it is in view at once.
      await seat.sees('文章 gjj-0004', '我的纠错', '已采纳', '答复：已补上');
    },
  },
];
