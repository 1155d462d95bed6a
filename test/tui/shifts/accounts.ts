import { expect } from 'vitest';
import { firm, HandMadeFund, qian, secrets, zhao } from '../../support/fund.ts';
import { expectStraight, Hotline, type Seat } from '../driver.tsx';
import { knowledge, lineWithFund, says, takes, takesAndVerifies, withTwoLoans } from '../fund.ts';
import type { Shift } from './shift.ts';
import { escapes, writes } from './steps.ts';

const noSecrets = (seat: Seat): void => {
  for (const secret of secrets) expect(seat.text()).not.toContain(secret);
};

/** The caller is who they say, and their account is on the screen. */
const verified = async (question = '公积金缴到几月了', size: { columns?: number; rows?: number } = {}) => {
  const { line } = await lineWithFund();
  const { ticket } = await line.calls('赵女士', question, { phone: zhao.phone });
  const seat = await line.seat('李敏', size);
  await takesAndVerifies(seat);
  await seat.sees('[1 概况]', '48,000.00');
  return { line, seat, ticket: ticket.number };
};

/** Who calls, and their accounts. */
export const accountShifts: readonly Shift[] = [
  {
    title: 'a loan is three weeks in the mill: checks who calls, reads the step out, and closes with it',
    does: ['show-accounts', 'verify-enter', 'insert-said', 'close'],
    play: async () => {
      const { line, fund } = await lineWithFund();
      const { ticket } = await line.calls('赵女士', '贷款材料交了三周了', {
        topic: 'gjj.ln.progress',
        phone: zhao.phone,
      });
      const seat = await line.seat();
      await takes(seat, '赵女士');
      seat.types(zhao.name);
      seat.press('Enter');
      seat.types(zhao.idNumber);
      seat.press('Enter');
      await seat.sees('•'.repeat(18));
      noSecrets(seat);
      seat.press('Enter');
      // The topic says what is asked first.
      await seat.sees('[3 贷款进度]', '还缺  购房合同', '自受理之日起 10日内作出决定');
      seat.press('Ctrl-Y');
      await seat.sees('已把贷款进度写入赵女士的答复', 'F9 办结');
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${ticket.number} 已办结`);
      expect((await line.ticket(ticket.number)).ticket.answer).toContain('还缺购房合同，请尽快补齐');
      expect(fund.asked).toEqual(['identity', 'loan-progress']);
    },
  },
  {
    title: 'mistypes a number, is told, corrects the name, and then is right',
    does: ['verify-previous', 'verify-next', 'show-accounts', 'accounts-back'],
    play: async () => {
      const { line, fund } = await lineWithFund();
      await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
      const seat = await line.seat();
      await takes(seat, '赵女士');
      says(seat, { name: '赵文靖', idNumber: `${zhao.idNumber.slice(0, 17)}0` });
      // Told before anybody was asked, with the focus where it is wrong.
      await seat.sees('▸ 证件号码', '18 位里有不对的（生日或校验位）', '不计入次数');
      expect(fund.asked).toEqual([]);
      seat.press('Ctrl-U');
      seat.types(zhao.idNumber);
      seat.press('Ctrl-G');
      await seat.sees('核验未通过', '还可再试 2 次', '不要告诉来电人哪一项不符');
      seat.press('Tab');
      await seat.sees('▸ 另一项');
      seat.press('Shift-Tab', 'Shift-Tab');
      await seat.sees('▸ 姓名', '赵文靖');
      seat.press('Backspace');
      seat.types('静');
      seat.press('F5');
      await seat.sees('已核验 赵**（本人）', '48,000.00');
      seat.press('Esc');
      await seat.sees('✓ 已核验 赵**（本人）', '在这里写给市民的答复');
    },
  },
  {
    title: 'types the name where the number belongs and leaves out a digit: is told at the field, at once',
    does: ['verify-enter', 'verify-previous', 'insert-said', 'show-call'],
    play: async () => {
      const { line, fund } = await lineWithFund();
      await line.calls('赵女士', '公积金断缴了，缴存明细怎么查', { topic: 'gjj.ch.detail', phone: zhao.phone });
      const seat = await line.seat();
      await takes(seat, '赵女士');
      seat.press('Enter');
      await seat.sees('▸ 证件号码');
      seat.types(zhao.name);
      await seat.sees(zhao.name, '✗ 这一项填号码，不能有汉字');
      seat.press('Tab');
      // Masked, but marked; nothing that was typed is lost.
      await seat.sees('✗ 证件号码', '•••', '证件号码：这一项填号码，不能有汉字');
      seat.press('Shift-Tab', 'Ctrl-U');
      seat.types(zhao.idNumber.slice(0, 17));
      await seat.seesNo('✗');
      seat.press('Shift-Tab');
      await seat.sees('▸ 姓名', '✗ 证件号码', '证件号码：现在 17 位，身份证号码应为 18 位');
      seat.types(zhao.name);
      seat.press('F5');
      await seat.sees('▸ 证件号码', zhao.idNumber.slice(0, 17), '不计入次数');
      expect(fund.asked).toEqual([]);
      seat.types(zhao.idNumber.slice(17));
      seat.press('Enter');
      await seat.sees('▸ 另一项');
      await seat.seesNo('✗');
      seat.press('F5');
      await seat.sees('[2 缴存]', '断缴 2 个月：2025-08 – 2025-09');
      seat.press('Ctrl-Y');
      await seat.sees('已把缴存写入赵女士的答复：经核验，', '…');
      seat.press('F3');
      await seat.sees('赵女士您好。经核验，');
    },
  },
  {
    title: 'thinks better of asking for the account, and goes back to the conversation',
    does: ['show-accounts', 'verify-back', 'verify-next'],
    play: async () => {
      const { line } = await lineWithFund();
      await line.calls('赵女士', '公积金能取吗', { phone: zhao.phone });
      const seat = await line.seat();
      await takes(seat, '赵女士');
      await writes(seat, '赵');
      seat.press('Tab');
      await seat.sees('▸ 证件号码');
      await escapes(seat, '核验身份 · 赵女士');
      await writes(seat, '先说政策');
      // What was typed is still there.
      seat.press('F5');
      await seat.sees('核验身份 · 赵女士', '姓名      赵');
    },
  },
  {
    title: 'walks the six sides of an account by Tab and by number',
    does: ['accounts-next-tab', 'accounts-previous-tab', ...[1, 2, 3, 4, 5, 6].map((tab) => `accounts-tab-${tab}`)],
    play: async () => {
      const { seat } = await verified();
      const tabs = ['概况', '缴存', '贷款进度', '贷款', '还款', '网上业务'];
      for (const [at, name] of [...tabs.entries()].reverse()) {
        seat.press(at % 2 === 0 ? `Alt-${at + 1}` : `${at + 1}`);
        await seat.sees(`[${at + 1} ${name}]`);
      }
      seat.press('Shift-Tab', 'Left');
      await seat.sees('[5 还款]', '已过 10 期，共 12 期');
      seat.press('Right');
      await seat.sees('[6 网上业务]', '没有网上业务');
      seat.press('Tab');
      await seat.sees('[1 概况]');
      noSecrets(seat);
    },
  },
  {
    title: 'looks for the months that the firm did not pay, down to the oldest and up again',
    does: [
      'accounts-down',
      'accounts-up',
      'accounts-page-down',
      'accounts-page-up',
      'accounts-last',
      'accounts-first',
      'insert-said',
    ],
    play: async () => {
      const { seat } = await verified();
      seat.press('Tab');
      await seat.sees('[2 缴存]', '近三年 20 笔', '! 断缴 2 个月：2025-08 – 2025-09', '2026-10  汇缴');
      seat.press('End');
      await seat.sees('2025-01  汇缴', '2025-08  × 断缴');
      seat.press('Home');
      await seat.sees('2026-10  汇缴');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn');
      await seat.sees('2025-01  汇缴');
      seat.press('PgUp', 'PgUp', 'PgUp', 'PgUp', 'PgUp');
      await seat.sees('2026-10  汇缴', '↑0 ');
      seat.press('Down', 'Down');
      await seat.sees('↑2 ');
      seat.press('Up');
      await seat.sees('↑1 ');
      seat.press('Ctrl-Y');
      await seat.sees('已把缴存写入赵女士的答复');
    },
  },
  {
    title: 'husband and wife on one telephone: verifies the second, and tells each of theirs',
    does: ['verify-another', 'next-person', 'insert-said', 'show-call'],
    play: async () => {
      const { seat } = await verified('夫妻俩的公积金', { columns: 120, rows: 36 });
      seat.press('Ctrl-A');
      await seat.sees('核验身份 · 赵女士');
      seat.types(qian.name);
      seat.press('Enter');
      seat.types(qian.idNumber);
      seat.press('Enter', 'Right');
      await seat.sees('[手机号码]');
      seat.press('Enter');
      seat.types(qian.phone);
      seat.press('Enter');
      await seat.sees('已核验 钱**（本人）', '第 2 人，共 2 人', '[1 概况]', '余额');
      seat.press('Ctrl-Y', 'Ctrl-O');
      await seat.sees('已核验 赵**（本人）', '第 1 人，共 2 人');
      seat.press('Ctrl-Y', 'F3');
      await seat.sees('┏━ 答复', '赵**的住房公积金账户', '钱**的住房公积金账户');
      expectStraight(seat);
    },
  },
  {
    title: 'somebody with two loans: one plan after the other, the present term in view',
    does: ['next-loan', 'accounts-last'],
    play: async () => {
      const line = await Hotline.open({}, knowledge, withTwoLoans(new HandMadeFund()));
      await line.calls('赵女士', '下个月还多少', { topic: 'gjj.ln.prepay', phone: zhao.phone });
      const seat = await line.seat('李敏', { columns: 160, rows: 50 });
      await takesAndVerifies(seat);
      await seat.sees('[5 还款]', '已过 10 期，共 12 期');
      seat.press('Ctrl-E');
      await seat.sees('已过 30 期，共 240 期', '▸ 31   2026-12-20');
      seat.press('End');
      await seat.sees('240  2044-05-20');
      seat.press('Ctrl-E');
      await seat.sees('已过 10 期，共 12 期');
    },
  },
  {
    title: 'must read a number out to its holder: shows it for a reason, and masks it',
    does: ['reveal', 'choice-right', 'form-enter', 'form-send'],
    play: async () => {
      const { seat } = await verified('我的公积金账号是多少');
      noSecrets(seat);
      seat.press('Ctrl-P');
      await seat.sees('显示完整内容 · 赵女士', '[手机号码]', '原因会记入审计');
      seat.press('Right', 'Enter');
      await seat.sees('[个人账号]');
      await writes(seat, '本人核对账号');
      seat.press('Ctrl-G');
      await seat.sees('990000000101');
      seat.press('Ctrl-P');
      await seat.seesNo('990000000101');
    },
  },
  {
    title: 'an employer’s clerk: the firm’s side, told into the answer without a number',
    does: ['verify-enter', 'insert-said', 'accounts-previous-tab', 'accounts-back'],
    play: async () => {
      const { line } = await lineWithFund();
      await line.calls('赵女士', '单位汇缴到几月了', { topic: 'gjj.dep.ukey', phone: firm.clerk.phone });
      const seat = await line.seat();
      await takes(seat, '赵女士');
      seat.press('Up', 'Left');
      await seat.sees('[单位经办人]', '单位账号');
      seat.press('Enter');
      seat.types(firm.account);
      seat.press('Enter');
      seat.types(firm.clerk.name);
      seat.press('Enter', 'Enter');
      await seat.sees(`已核验 ${firm.name}（单位经办人）`, '[2 汇缴]', '断缴 2 个月：2025-08 – 2025-09');
      seat.press('Ctrl-Y', 'Shift-Tab');
      await seat.sees('[1 单位]', '缴存 12 人 · 封存 3 人');
      seat.press('Esc');
      await seat.sees('经核验，贵单位的账户近三年（2025-01 至 2026-10）共汇缴');
    },
  },
  {
    title: 'asks for an account without a call, and is told what to do',
    does: ['show-accounts', 'take-next'],
    play: async () => {
      const { line } = await lineWithFund();
      const seat = await line.seat();
      await seat.sees('没有等待的来电');
      seat.press('F5');
      await seat.sees('没有通话在您的坐席，不能查账户', 'Ctrl-N 接听下一个来电');
      await line.calls('赵女士', '公积金能取吗', { phone: zhao.phone });
      await seat.sees('等待 1');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中');
    },
  },
];
