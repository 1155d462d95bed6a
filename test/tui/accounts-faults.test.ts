import { describe, expect, it } from 'vitest';
import { fundFaults } from '../../src/domain/fund/fund-fault.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { secrets, zhao } from '../support/fund.ts';
import { expectNoNumberIn } from '../support/personal-numbers.ts';
import { Hotline } from './driver.tsx';
import { lineWithFund, says, takes, takesAndVerifies } from './fund.ts';

const call = { topic: 'gjj.ln.progress', phone: zhao.phone } as const;

describe('a fund', () => {
  it.each(fundFaults)(
    'that is %s ends in words on the screen, shows nothing, and can be asked again',
    async (fault) => {
      const { line, fund } = await lineWithFund();
      await line.calls('赵女士', '贷款到哪一步了', call);
      const seat = await line.seat();
      await takesAndVerifies(seat);
      await seat.sees('还缺');
      fund.fail(fault);
      seat.press('F5');
      await seat.sees('✗ 公积金系统', '查询没有结果', '注意', 'F5 再查一次');
      expect(seat.text()).not.toContain('待审核');
      expect(seat.text()).not.toContain('fund:');
      seat.press('Ctrl-Y');
      await seat.sees('还没有查到，没有可写的');
      fund.fail(undefined);
      seat.press('F5');
      await seat.sees('待审核', '还缺  购房合同');
    },
  );

  it('that takes long holds up no key, says what to tell, and may be asked anew', async () => {
    const { line, fund } = await lineWithFund();
    await line.calls('赵女士', '贷款到哪一步了', call);
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('还缺');
    const answer = fund.hold();
    seat.press('F5');
    await seat.sees('正在查询贷款进度…');
    expect(seat.text()).not.toContain('购房合同');
    await seat.sees('还没有结果，已等', '怎么说', '正在查询，请稍等');
    // Other keys work meanwhile.
    seat.press('F3');
    await seat.sees('在这里写给市民的答复');
    seat.types('正在为您查');
    await seat.sees('正在为您查');
    seat.press('F5');
    await seat.sees('还没有结果');
    seat.press('1');
    await seat.sees('正在查询概况…');
    answer();
    await seat.sees('48,000.00');
    seat.press('3');
    await seat.sees('待审核');
  });

  it('that gives no answer about identity costs no try, and everything typed stays', async () => {
    const { line, fund } = await lineWithFund();
    const { call: taken } = await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
    const seat = await line.seat();
    await takes(seat, '赵女士');
    fund.fail('unreachable');
    says(seat, zhao);
    await seat.sees('✗ 公积金系统', '查询没有结果', '注意', zhao.name);
    const { identity } = await seat.client!.call('identity.show', { params: { id: taken.id } });
    expect(identity.failures).toBe(0);
    fund.fail(undefined);
    const answer = fund.hold();
    seat.press('F5');
    await seat.sees('正在与中心登记核对…');
    await seat.sees('还没有结果，已等');
    answer();
    await seat.sees('已核验 赵**（本人）');
  });
});

describe('an answer', () => {
  it('that comes when the call is over is dropped', async () => {
    const { line, fund } = await lineWithFund();
    await line.calls('赵女士', '贷款到哪一步了', call);
    await line.calls('钱先生', '租房提取', { phone: '15400009999' });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('还缺');
    const answer = fund.hold();
    seat.press('1');
    await seat.sees('正在查询概况…');
    seat.press('Ctrl-R');
    await seat.sees('退回前台');
    seat.types('请稍后');
    seat.press('Enter');
    await seat.sees('已把赵女士退回前台');
    seat.press('Ctrl-N');
    await seat.sees('租房提取', '身份 未核验');
    seat.press('F5');
    await seat.sees('核验身份 · 钱先生');
    answer();
    await seat.seesNo('48,000.00', '已核验', '赵**');
  });

  it('to a check of identity that comes when the call is elsewhere leaves nothing', async () => {
    const { line, fund } = await lineWithFund();
    const { call: taken } = await line.calls('赵女士', '贷款到哪一步了', call);
    const seat = await line.seat();
    await takes(seat, '赵女士');
    const answer = fund.hold();
    says(seat, zhao);
    await seat.sees('正在与中心登记核对…');
    await line.moves(taken.id, 'shebao');
    await seat.sees('没有通话在您的坐席');
    answer();
    await seat.sees('赵女士的来电已不在您的坐席');
    await seat.seesNo('赵**');
    expect(seat.text()).not.toContain(zhao.name);
  });
});

describe('a field in full', () => {
  it('is shown for half a minute, with a reason, and then is not; no notice holds it', async () => {
    const { line } = await lineWithFund();
    await line.calls('赵女士', '登记的手机号不对', { phone: zhao.phone });
    let ahead = 0;
    const clock = createClock(() => Date.now() + ahead);
    const seat = await line.seat('李敏', { clock });
    await takesAndVerifies(seat);
    await seat.sees('手机      154****1001');
    seat.press('Ctrl-P');
    await seat.sees('显示完整内容', '原因会记入审计', '[手机号码]');
    seat.press('Right', 'Enter');
    seat.types('来电人核对账号');
    seat.press('Enter');
    await seat.sees('个人账号', zhao.account, '秒后遮挡');
    seat.press('Tab');
    await seat.sees(zhao.account, '[2 缴存]');
    ahead = 29_000;
    await seat.sees('1 秒后遮挡', zhao.account);
    ahead = 31_000;
    await seat.seesNo(zhao.account);
    await seat.sees('✓ 已核验 赵**（本人）');
    seat.press('Ctrl-P');
    await seat.sees('[手机号码]');
    seat.press('Enter');
    seat.types('再核对手机');
    seat.press('Enter');
    await seat.sees(zhao.phone);
    seat.press('Ctrl-P');
    await seat.seesNo(zhao.phone);
    for (const notice of seat.screen.lines().slice(-2)) expectNoNumberIn(notice, 'the notice');
  });

  it('needs a fund that answers: what it says is in the form, and the reason stays', async () => {
    const { line, fund } = await lineWithFund();
    await line.calls('赵女士', '登记的手机号不对', { phone: zhao.phone });
    const seat = await line.seat();
    await takesAndVerifies(seat);
    await seat.sees('48,000.00');
    fund.fail('garbled');
    seat.press('Ctrl-P', 'Enter');
    seat.types('核对');
    seat.press('Enter');
    await seat.sees('✗ 公积金系统', '核对');
    expect(secrets.filter((secret) => seat.text().includes(secret))).toEqual([]);
  });
});

it('a hub without a fund says so', async () => {
  const line = await Hotline.open();
  await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
  const seat = await line.seat();
  await takes(seat, '赵女士');
  await seat.sees('✗ 本中心未接入公积金账户查询', '注意');
});
