import { expect } from 'vitest';
import { expectStraight, Hotline, until } from '../driver.tsx';
import { rentAnswerRead, shelf } from '../shelf.ts';
import type { Shift } from './shift.ts';
import { escapes, inCall, selects, writes } from './steps.ts';

const atDesk = async (options: Parameters<Hotline['seat']>[1] = {}) => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat('李敏', options);
  await seat.sees(options.language === 'en' ? 'No call is waiting' : '没有等待的来电');
  return { line, seat };
};

/** Searching, beside a call and alone. */
export const knowledgeShifts: readonly Shift[] = [
  {
    title: 'a tenant asks: the answer stands there already, goes in with one key and is cited',
    does: ['insert-answer', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('没房子，租房公积金一年能提几次', { knowledge: shelf });
      await seat.sees('知识库 · 建议', '▸ 未核实 租房提取住房公积金', '简答  租房可以提取');
      await writes(seat, '您好，');
      seat.press('Ctrl-Y');
      await seat.sees('已把简答插入刘女士的答复，并引用 gjj-0001', '引用 gjj-0001');
      await writes(seat, '再见。');
      seat.press('F9');
      await seat.sees('引用：gjj-0001 租房提取住房公积金');
      seat.press('Ctrl-G');
      await seat.sees('已办结');
      const done = (await line.ticket(ticket)).ticket;
      expect([done.articles, done.answer]).toEqual([['gjj-0001'], `您好，\n${rentAnswerRead}再见。`]);
    },
  },
  {
    title: 'searches beside the call by characters and by pinyin, reads, and comes back to the answer',
    does: ['search', 'lookup-open', 'reader-close', 'beside-call-back'],
    play: async () => {
      const { seat } = await inCall('辞职了', { knowledge: shelf });
      seat.press('Ctrl-F');
      await seat.sees('Esc 回答复');
      seat.types('离职');
      await seat.sees('▸ 离职后账户封存怎样提取');
      seat.press('Ctrl-U');
      seat.types('uk pingzheng');
      await seat.sees('▸ 单位用UK做汇缴登记和缴交结算');
      seat.press('Enter');
      await seat.sees('文章 gjj-0003', '「业务凭证」里打印');
      await escapes(seat, '文章 gjj-0003');
      // Esc empties the search first, and then leaves it.
      await escapes(seat, '搜索 uk');
      await escapes(seat, 'Esc 回答复');
      await writes(seat, '在答复里');
    },
  },
  {
    title: 'looks through the suggestions by arrows and pages, and puts another article into the answer',
    does: ['search', 'lookup-down', 'lookup-up', 'lookup-page-down', 'lookup-page-up', 'insert-answer'],
    play: async () => {
      const { line, seat, ticket } = await inCall('租房提取', { knowledge: shelf, columns: 120, rows: 36 });
      seat.press('Ctrl-F');
      await selects(seat, '租房提取住房公积金');
      seat.press('PgDn');
      await until(
        () => !seat.screen.lines().some((line) => line.includes('▸') && line.includes('租房提取住房公积金')),
        () => seat.text(),
      );
      seat.press('PgUp');
      await selects(seat, '租房提取住房公积金');
      seat.press('Ctrl-U');
      seat.types('提取');
      await seat.sees('搜索 提取');
      seat.press('Down');
      await selects(seat, '租房提取住房公积金');
      seat.press('Down', 'Up', 'Up');
      await selects(seat, '离职后账户封存怎样提取');
      seat.press('Ctrl-Y');
      await seat.sees('并引用 gjj-0004');
      seat.press('F9', 'Ctrl-G');
      await seat.sees('已办结');
      expect((await line.ticket(ticket)).ticket.articles).toEqual(['gjj-0004']);
    },
  },
  {
    title: 'goes from pane to pane of a call and back with Tab',
    does: ['search', 'beside-call-next-pane', 'beside-call-previous-pane', 'question-back'],
    play: async () => {
      const { seat } = await inCall('租房提取', { knowledge: shelf });
      seat.press('Ctrl-F');
      await seat.sees('┏━ 知识库');
      seat.press('Tab');
      await seat.sees('┏━ 来电');
      seat.press('Enter');
      await seat.sees('┏━ 答复');
      await writes(seat, '一');
      seat.press('Ctrl-F');
      await seat.sees('┏━ 知识库');
      seat.press('Shift-Tab');
      await seat.sees('┏━ 答复');
      seat.types('二');
      await seat.sees('一二');
      seat.press('Ctrl-F', 'Ctrl-F');
      await seat.sees('┏━ 答复');
      seat.types('三');
      await seat.sees('一二三');
    },
  },
  {
    title: 'between two calls, reads up on the knowledge screen and narrows it by a topic',
    does: ['show-knowledge', 'lookup-down', 'lookup-open', 'knowledge-clear'],
    play: async () => {
      const { seat } = await atDesk();
      seat.press('F4');
      await seat.sees('公积金 · 提取', '租房提取住房公积金');
      seat.types('今天天气');
      await seat.sees('没有这样的文章，看看相近的主题', '▸ 主题 缴存 · 单位缴交结算');
      seat.press('Down', 'Enter');
      await seat.sees('知识库 · 租房提取', '租房提取的旧办法');
      await seat.seesNo('医保异地就医备案');
      seat.press('Esc');
      await seat.sees('医保异地就医备案');
    },
  },
  {
    title: 'searches on the knowledge screen, opens the first with Tab, and starts anew with F4',
    does: ['show-knowledge', 'knowledge-read', 'search'],
    play: async () => {
      const { seat } = await atDesk({ columns: 160, rows: 50 });
      seat.press('F4');
      seat.types('yibao');
      await seat.sees('▸ 医保异地就医备案');
      seat.press('Tab');
      await seat.sees('┏━ 文章 sb-0001', '先在国家医保服务平台备案');
      seat.press('Ctrl-F');
      seat.types('首套');
      await seat.sees('搜索 首套', '▸ 未生效 首套住房公积金贷款');
      seat.press('F4');
      seat.types('封存');
      await seat.sees('搜索 封存', '▸ 离职后');
      expectStraight(seat);
    },
  },
  {
    title: 'an article has expired: it stands last, says so, and warns when it goes into an answer',
    does: ['show-knowledge', 'lookup-page-down', 'lookup-open', 'insert-answer', 'show-call', 'close'],
    play: async () => {
      const { seat } = await inCall('租房提取', { knowledge: shelf });
      seat.press('F4');
      await seat.sees('公积金 · 提取');
      seat.types('租房提取');
      await seat.sees('已失效 租房提取的旧办法');
      seat.press('PgDn', 'PgDn', 'Enter');
      await seat.sees('文章 gjj-0002', '已失效：只用到 2026-09-19，不要念给市民');
      seat.press('Ctrl-Y');
      await seat.sees('! 已把简答插入刘女士的答复', '注意：这篇已失效');
      seat.press('F3', 'F9');
      await seat.sees('引用：gjj-0002 租房提取的旧办法（已失效）');
    },
  },
  {
    title: 'the hub is away: the knowledge on this machine answers all the same',
    does: ['search', 'lookup-open', 'reader-insert'],
    play: async () => {
      const { line, seat } = await inCall('辞职了公积金怎么取', { knowledge: shelf });
      await seat.sees('已同步');
      await line.goesAway();
      await seat.sees('连不上中心', '离线，截至');
      seat.press('Ctrl-F');
      seat.types('lizhi');
      await seat.sees('▸ 离职后账户封存怎样提取');
      seat.press('Enter');
      await seat.sees('文章 gjj-0004');
      seat.press('Enter');
      await seat.sees('已把简答插入刘女士的答复，并引用 gjj-0004');
      await line.comesBack();
      await seat.sees('● 已连接');
    },
  },
  {
    title: 'finds an article in English words of the screen',
    does: ['show-knowledge', 'lookup-open'],
    play: async () => {
      const { seat } = await atDesk({ language: 'en' });
      seat.press('F4');
      await seat.sees('Knowledge', '6 articles');
      seat.types('uk');
      await seat.sees('▸ 单位用UK做汇缴登记和缴交结算');
      seat.press('Enter');
      await seat.sees('Article gjj-0003', 'Short answer');
    },
  },
];
