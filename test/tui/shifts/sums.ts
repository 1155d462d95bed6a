import { expect } from 'vitest';
import { sumForms } from '../../../src/kb/sums/sum-forms.ts';
import { sumDigit } from '../../../src/tui/actions/sum-actions.ts';
import { expectStraight, Hotline, type Seat } from '../driver.tsx';
import { asked, fieldOrder, figured } from '../sums-support.ts';
import type { Shift } from './shift.ts';
import { copied, escapes, inCall, selects } from './steps.ts';

const atDesk = async (): Promise<Seat> => {
  const line = await Hotline.open({}, figured);
  const seat = await line.seat('李敏', { columns: 120, rows: 40 });
  await seat.sees('没有等待的来电');
  return seat;
};

/** A month’s payment on 600,000 over 20 years is on the screen. */
const worksOutLoan = async (seat: Seat): Promise<void> => {
  seat.press('Alt-C');
  await seat.sees('算一算', '▸ 1  贷款月供');
  seat.press('Alt-1');
  await seat.sees('▸ 贷款金额');
  seat.types('60万');
  seat.press('Tab');
  seat.types('20');
  await seat.sees('利息合计170,094.63元');
};

/** Each sum by its digit, filled in, and copied. */
const everySum = (ids: readonly string[]): Shift => {
  const forms = sumForms.filter(({ id }) => ids.includes(id));
  return {
    title: `works out for colleagues, one after the other: ${ids.join(', ')}`,
    does: ['sums', 'sum-insert', ...ids.map((id) => `sum-${id}`)],
    play: async () => {
      const seat = await atDesk();
      for (const { id, name } of forms) {
        seat.press('Alt-C', `Alt-${sumDigit(id)}`);
        await seat.sees(`结果 · ${name['zh-CN']}`);
        const order = fieldOrder(id);
        const last = order.findLastIndex((field) => field in asked[id]);
        for (const [at, field] of order.slice(0, last + 1).entries()) {
          if (at > 0) seat.press('Tab');
          // The reason stands there already.
          if (field !== 'reason') seat.types(asked[id][field] ?? '');
        }
        await seat.sees('Ctrl-Y 复制结果');
        seat.press('Ctrl-Y');
        await seat.sees(`已复制${name['zh-CN']}的结果`);
        await escapes(seat, `结果 · ${name['zh-CN']}`);
      }
      expectStraight(seat);
    },
  };
};

/** What citizens want worked out. */
export const sumShifts: readonly Shift[] = [
  {
    title: 'somebody has 200,000 to pay back early: works it out while they talk, into the answer, and closes',
    does: ['sums', 'sums-choose', 'form-enter', 'form-send', 'sum-result-insert', 'sum-page-down', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('贷了六十万二十年，还了三年，现在有二十万想提前还', {
        name: '吴先生',
        knowledge: figured,
        more: { topic: 'gjj.ln.prepay' },
      });
      seat.press('Alt-C');
      // The list is on what fits the call's topic.
      await seat.sees('算一算 · 吴先生', '▸ 2  提前还款', '与来电主题相符');
      seat.press('Enter');
      await seat.sees('提前还款 · 吴先生', '▸ 贷款本金（原来或剩余）');
      seat.types('６０万');
      seat.press('Enter');
      seat.types('20');
      // Nothing is missing any more; Enter still goes on.
      seat.press('Enter');
      await seat.sees('▸ 已还期数');
      seat.types('36');
      seat.press('Down');
      seat.types('20万');
      await seat.sees('剩余本金528,615.14元，提前还20万元');
      seat.press('Ctrl-G');
      await seat.sees('缩短年限  3,208.73', 'Enter 写入答复');
      seat.press('PgDn');
      await seat.sees('2025-05-08 起');
      seat.press('Enter');
      await seat.sees('已把提前还款的结果写入吴先生的答复');
      seat.press('F9', 'Ctrl-G');
      await seat.sees('已办结');
      expect((await line.ticket(ticket)).ticket.answer).toContain('省利息47,658.25元');
    },
  },
  {
    title: 'types a wrong amount and too long a term, is told of each, and loses nothing',
    does: ['sums', 'sum-loan', 'form-previous', 'sum-insert'],
    play: async () => {
      const { seat } = await inCall('想贷款', { knowledge: figured, columns: 120, rows: 36 });
      seat.press('Alt-C', '1');
      await seat.sees('▸ 贷款金额');
      seat.press('Ctrl-Y');
      await seat.sees('✗ 请填写贷款金额');
      seat.types('六十');
      await seat.sees('✗ 应为金额');
      seat.press('Tab');
      seat.types('40');
      await seat.sees('✗ 不能大于30年', '✗ 贷款金额');
      seat.press('Shift-Tab', 'Ctrl-U');
      seat.types('60万');
      await seat.sees('✗ 贷款年限：不能大于30年');
      seat.press('Tab', 'Backspace', 'Backspace');
      seat.types('20');
      await seat.sees('利息合计170,094.63元');
      seat.press('Ctrl-Y');
      await seat.sees('已把贷款月供的结果写入刘女士的答复');
    },
  },
  {
    title: 'reads the schedule line by line and to its end, and copies the table for an e-mail',
    does: [
      'form-send',
      'sum-result-down',
      'sum-result-up',
      'sum-result-last',
      'sum-result-first',
      'sum-result-back',
      'sum-page-up',
      'sum-page-down',
      'sum-copy-table',
    ],
    play: async () => {
      const seat = await atDesk();
      await worksOutLoan(seat);
      seat.press('Ctrl-G');
      await seat.sees('Enter 复制结果');
      seat.press('End');
      await seat.sees('240', '3,208.16');
      seat.press('Home');
      await seat.sees('↑0 ', '利息合计170,094.63元');
      seat.press('Down', 'Down');
      await seat.sees('↑2 ');
      seat.press('Up');
      await seat.sees('↑1 ');
      seat.press('PgDn', 'PgDn');
      await seat.seesNo('利息合计170,094.63元');
      seat.press('PgUp', 'PgUp');
      await seat.sees('↑1 ', '利息合计170,094.63元');
      seat.press('Ctrl-T');
      await seat.sees('已复制贷款月供的表格，23 行');
      expect(copied(seat).split('\n')[1]).toBe('第 1 期\t3,208.73\t1,908.73\t1,300.00\t598,091.27');
      seat.press('Esc');
      await seat.sees('▸ 贷款年限');
      seat.press('Ctrl-G');
      await seat.sees('Enter 复制结果');
      // Figures typed over the result are figures of the field that was left.
      seat.types('5');
      await seat.sees('▸ 贷款年限      205');
    },
  },
  {
    title: 'goes through the list of sums and leaves it; goes from one sum to another',
    does: ['sums-down', 'sums-up', 'sums-cancel', 'sum-another', 'sums-choose'],
    play: async () => {
      const seat = await atDesk();
      seat.press('Alt-C');
      await selects(seat, '贷款月供');
      seat.press('Down', 'Alt-C', 'Up', 'Down', 'Down');
      await selects(seat, '可贷额度');
      await escapes(seat, '提前提取的代价');
      await worksOutLoan(seat);
      seat.press('Alt-C');
      await selects(seat, '贷款月供');
      seat.press('Down', 'Enter');
      await seat.sees('结果 · 提前还款');
    },
  },
  everySum(['loan', 'prepay', 'compare', 'max-loan']),
  everySum(['rate-change', 'mixed', 'deposit']),
  everySum(['interest', 'withdraw', 'early-loss']),
  {
    title: 'a quota is not confirmed: it is said on the screen and in the answer, in English too',
    does: ['sums', 'sums-choose', 'sum-insert'],
    play: async () => {
      const { seat } = await inCall('租房能提多少', {
        name: 'Mr Wu',
        knowledge: figured,
        language: 'en',
        more: { topic: 'gjj.wd.rent' },
      });
      seat.press('Alt-C', 'Enter');
      await seat.sees('Mr Wu', '▸');
      seat.press('Tab');
      seat.types('20000');
      seat.press('Tab', 'Tab');
      seat.types('6');
      await seat.sees('* Not confirmed, to be checked before answering', 'Ctrl-Y Into answer');
      seat.press('Ctrl-Y');
      await seat.sees('put into the answer for Mr Wu');
    },
  },
];
