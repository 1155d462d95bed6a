import { describe, expect, it } from 'vitest';
import { firm, HandMadeFund, qian, secrets, zhao } from '../support/fund.ts';
import { expectStraight, Hotline, type Seat, until } from './driver.tsx';
import { knowledge, lineWithFund, says, takes, takesAndVerifies, withTwoLoans } from './fund.ts';

const noSecrets = (seat: Seat): void => {
  for (const secret of secrets) expect(seat.text()).not.toContain(secret);
};

const call = { topic: 'gjj.ln.progress', phone: zhao.phone } as const;

describe('a call about a loan application', () => {
  it('goes from taking to closing with the step read out, by the keyboard alone', async () => {
    const { line, fund } = await lineWithFund();
    const { ticket } = await line.calls('赵女士', '贷款材料交了三周了一直没消息', call);
    const seat = await line.seat();
    await seat.sees('赵女士');
    let pressed = 0;
    const press = (...keys: string[]): void => {
      pressed += keys.length;
      seat.press(...keys);
    };
    press('Ctrl-N');
    await seat.sees('◆ 通话中');
    press('F5');
    await seat.sees('核验身份 · 赵女士', '[来电号码 154****1001]');
    seat.types(zhao.name);
    press('Enter');
    seat.types(zhao.idNumber);
    await seat.sees(zhao.idNumber);
    press('Enter');
    // The number is needed only while it is typed.
    await seat.sees('•'.repeat(18));
    noSecrets(seat);
    press('Enter');
    // The topic says what is asked first.
    await seat.sees('[3 贷款进度]', '待审核，2026-10-12 起，已', '还缺  购房合同', '现在  待审核  2026-10-12');
    await seat.sees('自受理之日起 10日内作出决定', '国务院令第844号');
    press('Ctrl-Y');
    await seat.sees('已把贷款进度写入赵女士的答复', 'F9 办结');
    press('F9');
    await seat.sees('办结工单 · 赵女士', '经核验，您的贷款申请');
    press('Enter', 'Enter');
    await seat.sees(`工单 ${ticket.number} 已办结`);
    expect(pressed).toBe(9);
    const done = (await line.ticket(ticket.number)).ticket;
    expect(done.answer).toBe(
      '赵女士您好。经核验，您的贷款申请（2026-10-09 提交，600,000.00 元）2026-10-12 起处于待审核环节。还缺购房合同，请尽快补齐。' +
        '按规定自受理之日起 10日内作出决定（住房公积金管理条例（2026年修订）第二十六条）。',
    );
    expect(fund.asked).toEqual(['identity', 'loan-progress']);
    expectStraight(seat);
  });

  it('says what was checked and looked at in the ticket’s history, in words', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '贷款到哪一步了', call);
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('还缺');
    seat.press('F6', 'Enter', 'PgDn');
    await seat.sees('核验身份', '查询账户  贷款进度');
  });
});

describe('who calls', () => {
  it('can be wrong once and then right; what was typed stays, and a number that cannot be one costs no try', async () => {
    const { line, fund } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takes(seat, '赵女士');
    says(seat, { name: '赵文靖', idNumber: `${zhao.idNumber.slice(0, 17)}0` });
    await seat.sees('▸ 证件号码', '18 位里有不对的', '不计入次数');
    expect(fund.asked).toEqual([]);
    seat.press('Ctrl-U');
    seat.types(zhao.idNumber);
    seat.press('F5');
    await seat.sees('核验未通过', '还可再试 2 次', '不要告诉来电人哪一项不符', '还可试 2 次');
    seat.press('Up');
    await seat.sees('▸ 姓名', '赵文靖');
    seat.press('Backspace');
    seat.types('静');
    // Changing a field takes the problem away, but not what may be said.
    await seat.sees('不要告诉来电人哪一项不符');
    seat.press('F5');
    await seat.sees('已核验 赵**（本人）', '[1 概况]', '48,000.00', '13 个月，缴至 2026-10');
    seat.press('Esc');
    await seat.sees('✓ 已核验 赵**（本人）', '在这里写给市民的答复');
  });

  it('is locked after three failures, and what may be said stays on the screen', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takes(seat, '赵女士');
    says(seat, { ...zhao, name: '赵文' });
    await seat.sees('还可再试 2 次');
    seat.press('F5');
    await seat.sees('还可再试 1 次');
    seat.press('F5');
    await seat.sees('本次通话核验已失败三次，不能再查询账户', '注意', '带证件到窗口');
    seat.press('F3');
    await seat.sees('✗ 身份核验已锁定');
    seat.press('F5');
    await seat.sees('带证件到窗口');
    seat.press('Ctrl-P');
    await seat.sees('不能再查询账户');
  });

  it('is somebody else without an authorisation: what may be told stays until it is read out', async () => {
    const { line, fund } = await lineWithFund();
    const { call: taken } = await line.calls('赵女士', '想查我老公的贷款', call);
    const seat = await line.seat();
    await takes(seat, '赵女士');
    seat.press('Up', 'Right');
    await seat.sees('[代他人]', '[没有授权]');
    seat.press('Enter', 'Enter');
    await seat.sees('没有已登记的授权', '可以答复：政策、办理条件', '不可透露');
    seat.press('F3');
    await seat.sees('身份 未核验');
    seat.press('F5');
    await seat.sees('可以答复：政策、办理条件');
    expect(fund.asked).toEqual([]);
    const { identity } = await seat.client!.call('identity.show', { params: { id: taken.id } });
    expect(identity.failures).toBe(0);
  });

  it('speaks for another by a power of attorney: it says so, and no number is shown in full', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '替钱国强查贷款', { phone: zhao.phone });
    const seat = await line.seat();
    await takes(seat, '赵女士');
    seat.press('Up', 'Right', 'Enter', 'Right', 'Right');
    await seat.sees('[委托书]', '授权编号');
    seat.press('Enter');
    seat.types('WT2026-001');
    seat.press('Enter');
    seat.types(qian.name);
    seat.press('Enter');
    seat.types(qian.idNumber);
    seat.press('Enter');
    // The calling number is that of who speaks, not of the holder.
    await seat.sees('[手机号码]');
    seat.press('Right', 'Right');
    await seat.sees('[银行卡]');
    seat.press('Enter');
    seat.types(qian.bankAccount.slice(-4));
    seat.press('Enter');
    await seat.sees('已核验 钱**（委托书）', '[1 概况]', '余额');
    seat.press('Ctrl-Y');
    await seat.sees('已把概况写入');
    seat.press('Ctrl-P');
    await seat.sees('代他人查询的，不显示完整号码');
    seat.press('F3');
    await seat.sees('经核验，钱**的住房公积金账户状态为正常');
  });

  it('is an employer’s clerk: the employer’s tabs, and the person beside them', async () => {
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
    await seat.sees(`已核验 ${firm.name}（单位经办人）`, '[2 汇缴]', '28,800.00', '断缴 2 个月：2025-08 – 2025-09');
    seat.press('Ctrl-Y');
    await seat.sees('已把汇缴写入');
    seat.press('Ctrl-A');
    await seat.sees('核验身份 · 赵女士', '[本人]');
    seat.press('Esc');
    await seat.sees('[2 汇缴]');
    seat.press('Shift-Tab');
    await seat.sees('[1 单位]', '缴存 12 人 · 封存 3 人');
    seat.press('F3');
    await seat.sees('经核验，贵单位的账户近三年（2025-01 至 2026-10）共汇缴');
  });

  it('is known by name where the front line wrote the whole of it', async () => {
    const { line } = await lineWithFund();
    await line.calls(zhao.name, '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takes(seat, zhao.name);
    await seat.sees(`姓名      ${zhao.name}`, '▸ 证件号码');
    seat.types(zhao.idNumber);
    seat.press('F5');
    await seat.sees('已核验 赵**（本人）');
  });

  it('can be two people one after the other', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '夫妻俩的公积金', { phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    seat.press('Ctrl-O');
    await seat.sees('只核验了一人');
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
    await seat.sees('已核验 钱**（本人）', '第 2 人，共 2 人');
    seat.press('Ctrl-O');
    await seat.sees('已核验 赵**（本人）', '第 1 人，共 2 人');
    seat.press('Ctrl-Y', 'Ctrl-O');
    await seat.sees('第 2 人，共 2 人');
    seat.press('Ctrl-Y', 'F3');
    await seat.sees('钱**的住房公积金账户');
    seat.screen.resize(120, 36);
    await seat.sees('赵**的住房公积金账户', '钱**的住房公积金账户');
    expect(seat.text()).not.toContain('您的住房公积金');
  });

  it('can be nobody any more once the call is over; what was found before can still be read', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    await line.calls('钱先生', '公积金缴到几月了', { phone: qian.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('48,000.00');
    seat.press('Ctrl-D', 'Enter');
    await seat.sees('整理中');
    seat.press('Tab');
    await seat.sees('[2 缴存]', '近三年 20 笔');
    seat.press('Ctrl-A');
    await seat.sees('通话已结束：通话中才能核验身份');
    expect(seat.text()).toContain('[2 缴存]');
    seat.press('Ctrl-N');
    await seat.sees('钱先生', '◆ 通话中');
    seat.press('Ctrl-D', 'Enter');
    await seat.seesNo('F5 核验');
    await seat.sees('整理中', '身份 未核验');
    seat.press('F5');
    await seat.sees('通话已结束：通话中才能核验身份');
    expect(seat.text()).not.toMatch(/查到后回电|证件号码/);
  });
});

describe('an account', () => {
  it('is walked by Tab, digits and arrows; gaps have words, and long lists scroll', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('[1 概况]');
    seat.press('Tab');
    await seat.sees('[2 缴存]', '近三年 20 笔', '! 断缴 2 个月：2025-08 – 2025-09');
    seat.press('End');
    await seat.sees('2025-01  汇缴', '2025-08  × 断缴');
    seat.press('Home');
    await seat.sees('2026-10  汇缴');
    seat.press('4');
    await seat.sees('[4 贷款]', '2026-12-20 应还 25,087.50', '已还  250,000.00  83.3%');
    seat.press('Right');
    await seat.sees('[5 还款]', '已过 10 期，共 12 期');
    seat.press('Ctrl-E');
    await seat.sees('只有这一笔贷款');
    seat.press('Alt-6');
    await seat.sees('[6 网上业务]', '没有网上业务');
    seat.press('Ctrl-Y');
    await seat.sees('已把网上业务写入');
    noSecrets(seat);
  });

  it('is told into the answer without a number, on a line of its own', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await seat.sees('赵女士');
    seat.press('Ctrl-N');
    await seat.sees('◆ 通话中');
    seat.types('您好。');
    await seat.sees('您好。');
    seat.press('F5');
    await seat.sees('核验身份');
    says(seat, zhao);
    await seat.sees('[1 概况]', '48,000.00');
    seat.press('Ctrl-Y');
    // What was put in is on another screen: how it begins is said here.
    await seat.sees('已把概况写入赵女士的答复：经核验，您的住房公积金账户状态');
    seat.press('F3');
    await seat.sees('您好。', '经核验，您的住房公积金账户状态为正常，余额 48,000.00 元。');
    noSecrets(seat);
  });

  it('of somebody without a loan says so, as no fault, and can be told', async () => {
    const fund = new HandMadeFund();
    fund.loans = async () => [];
    const line = await Hotline.open({}, knowledge, fund);
    await line.calls('赵女士', '下个月还多少', { topic: 'gjj.ln.prepay', phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('[5 还款]', '没有贷款');
    expect(seat.text()).not.toMatch(/✗|回电|Ctrl-E/);
    seat.press('Ctrl-Y', 'F3');
    await seat.sees('经核验，没有查到您的公积金贷款。');
  });

  it('is told once: the same again is there already, and why nothing was told goes with the screen', async () => {
    const { line, fund } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('48,000.00');
    seat.press('Ctrl-Y', 'Ctrl-Y');
    await seat.sees('赵女士的答复里已有这一段');
    fund.hold();
    seat.press('Tab');
    await seat.sees('正在查询缴存');
    seat.press('Ctrl-Y');
    await seat.sees('还没有查到');
    seat.press('Esc');
    await seat.seesNo('还没有查到');
    expect(seat.text().split('经核验，您的住房公积金账户')).toHaveLength(2);
  });

  it('of several loans shows one plan after the other, with the present term in the middle', async () => {
    const fund = new HandMadeFund();
    const line = await Hotline.open({}, knowledge, withTwoLoans(fund));
    await line.calls('赵女士', '下个月还多少', { topic: 'gjj.ln.prepay', phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('[5 还款]', '已过 10 期，共 12 期');
    seat.press('Ctrl-E');
    await seat.sees('已过 30 期，共 240 期', '▸ 31   2026-12-20', '待还', '  30   2026-11-20', '↑');
    seat.press('End');
    await seat.sees('  240  2044-05-20');
    seat.press('Ctrl-E');
    await seat.sees('已过 10 期，共 12 期');
    expect(fund.asked.filter((operation) => operation === 'loans')).toHaveLength(4);
  });

  it('says without a call what to do, and comes with the call that is taken', async () => {
    const { line } = await lineWithFund();
    const seat = await line.seat();
    await seat.sees('没有等待的来电');
    seat.press('F5');
    await seat.sees('没有通话在您的坐席，不能查账户', 'Ctrl-N 接听下一个来电');
    seat.press('Ctrl-Y');
    await seat.sees('没有选中您坐席上的通话');
    seat.press('Esc');
    await seat.sees('现在没有通话');
  });

  it('is found again by a seat that was closed in the middle of the call', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '贷款到哪一步了', call);
    const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
    const options = { client, language: 'zh-CN', mode: 'hub', color: false } as const;
    const seat = line.seatOf(options);
    await takesAndVerifies(seat);
    seat.press('Ctrl-C', 'Ctrl-C');
    await seat.leaves();
    const again = line.seatOf(options);
    // Also where the account has no room beside the call: nobody is asked twice who they are.
    await again.sees('◆ 通话中', '✓ 已核验 赵**（本人）');
    again.press('F5');
    await again.sees('已核验 赵**（本人）', '[3 贷款进度]', '还缺');
  });

  it('is drawn at every size', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    for (const tab of ['1', '2', '3', '4', '5', '6']) {
      seat.press(tab);
      await seat.sees(`[${tab} `);
      for (const [columns, rows] of [
        [120, 36],
        [160, 50],
        [200, 60],
        [60, 15],
        [109, 24],
        [110, 24],
      ] as const) {
        seat.screen.resize(columns, rows);
        await until(
          () => seat.screen.lines().at(-1)!.includes('F1') && seat.text().includes('已核验') && !seat.screen.overran(),
          () => `${columns}×${rows}\n${seat.text()}`,
        );
      }
    }
  });
});

it('a supervisor is told of an expert who asks unusually much, and no expert is', async () => {
  const { line } = await lineWithFund();
  await line.settings({ queryAlert: { queries: 120, persons: 25, personsADay: 150, refused: 2 } });
  const lead = await line.seat('王班长', { role: 'supervisor', columns: 120, rows: 36 });
  const seat = await line.seat('李敏');
  const colleague = await line.colleague('张伟');
  const { call: other } = await line.calls('赵女士', '查账户');
  for (let time = 0; time < 2; time++) {
    await colleague.call('accounts.loans', { params: { id: other.id }, query: {} }).catch(() => undefined);
  }
  await lead.sees('账户查询异常：张伟，一小时内被拒 2', 'accounts log --alerts');
  expect(seat.text()).not.toContain('账户查询异常');
});
