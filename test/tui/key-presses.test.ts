import path from 'node:path';
import { expect, it } from 'vitest';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { HandMadeFund, zhao } from '../support/fund.ts';
import { Hotline, type Seat } from './driver.tsx';

/** What an expert is promised: so many keys from ringing to closed, typed text aside. */

const shipped = () => readSnapshot(path.resolve('kb-cache'));

/** Counts the keys that are pressed from now on. */
const countKeys = (seat: Seat): (() => number) => {
  let count = 0;
  const press = seat.press.bind(seat);
  seat.press = (...keys) => {
    count += keys.length;
    press(...keys);
  };
  return () => count;
};

it.each([
  [80, 24],
  [120, 36],
  [160, 50],
])(
  'registration, settlement and voucher with the UK, cited and with its SMS, in 12 keys at %i×%i',
  async (columns, rows) => {
    const line = await Hotline.open({}, await shipped());
    const { ticket } = await line.calls(
      '刘女士',
      '单位刚开通UK代扣结算,不知道怎么用UK做汇缴登记和缴交结算,缴完以后凭证在哪里打',
      { tried: '告知需登录单位网上业务系统,市民说点不进结算页面' },
    );
    const seat = await line.seat('李敏', { columns, rows });
    await seat.sees('刘女士');
    const keys = countKeys(seat);
    seat.press('Ctrl-N');
    await seat.sees('◆ 通话中', '简答');
    seat.press('Ctrl-Y');
    await seat.sees('插入刘女士的答复', '刘女士您好。');
    seat.press('F9');
    await seat.sees('办结工单', '[咨询]', '单位 UK 办理汇缴登记');
    seat.press('Enter');
    await seat.sees(ticket.number, '已办结');
    const { ticket: closed } = await line.ticket(ticket.number);
    expect(closed).toMatchObject({ state: 'closed', category: '咨询', topic: 'gjj.dep.ukey' });
    expect(closed.articles).toHaveLength(1);
    expect(closed.sms).toContain('UK');
    expect(closed.answer).toMatch(/^刘女士您好。/);
    expect(keys()).toBeLessThanOrEqual(12);
  },
);

it.each([
  [80, 24],
  [120, 36],
  [160, 50],
])('loan progress with the caller verified in 20 keys at %i×%i', async (columns, rows) => {
  const line = await Hotline.open({}, await shipped(), new HandMadeFund());
  const { ticket } = await line.calls('赵女士', '贷款材料交了三周了一直没消息,开发商催放款,想知道卡在哪一步', {
    priority: 'urgent',
    phone: zhao.phone,
  });
  const seat = await line.seat('李敏', { columns, rows });
  await seat.sees('赵女士');
  const keys = countKeys(seat);
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('F5');
  await seat.sees('核验身份');
  seat.types(zhao.name);
  seat.press('Enter');
  seat.types(zhao.idNumber);
  seat.press('Enter', 'Enter');
  // Nobody said which topic it is: the account opens with what the question is about all the same.
  await seat.sees('已核验', '待审核');
  seat.press('Ctrl-Y');
  await seat.sees('写入赵女士的答复');
  seat.press('F9');
  await seat.sees('办结工单', '[求助]');
  seat.press('Enter');
  await seat.sees(ticket.number, '已办结');
  const { ticket: closed } = await line.ticket(ticket.number);
  expect(closed).toMatchObject({ state: 'closed', category: '求助', topic: 'gjj.ln.progress' });
  expect(keys()).toBeLessThanOrEqual(20);
});
