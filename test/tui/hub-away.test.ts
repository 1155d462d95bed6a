import { expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import type { RouteName } from '../../src/contract/routes.ts';
import { Hotline, until } from './driver.tsx';

it('loses the hub in the middle of an answer, and closes the ticket after it is back', async () => {
  const line = await Hotline.open();
  const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('登录单位网厅，');
  await seat.sees('登录单位网厅，');
  await line.goesAway();
  await seat.sees('连不上中心', '重连');
  // Everything goes on, except what needs the hub.
  seat.types('再到缴交结算。');
  await seat.sees('登录单位网厅，再到缴交结算。');
  seat.press('F9');
  await seat.sees('办结工单 · 刘女士');
  seat.press('Right', 'Enter');
  await seat.sees('办结（刘女士）已存好', '1 项待送，恢复后自动送出');
  await line.comesBack();
  // By itself.
  await seat.sees(`工单 ${ticket.number} 已办结`);
  await seat.seesNo('待送');
  const { ticket: done, history } = await line.ticket(ticket.number);
  expect(done).toMatchObject({ state: 'closed', category: '求助', answer: '登录单位网厅，再到缴交结算。' });
  expect(history.filter(({ type }) => type === 'ticket.closed')).toHaveLength(1);
});

interface Losing {
  client: HubClient;
  /** The keys under which the route was asked. */
  keys: (string | undefined)[];
}

/** A client that does not get the first reply of a route: the hub has done the work, and nobody hears of it. */
const losing = async (line: Hotline, route: RouteName): Promise<Losing> => {
  const client = line.clientOf(await line.tokenFor('李敏'));
  const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
  const keys: Losing['keys'] = [];
  client.call = async (name: RouteName, input: { idempotencyKey?: string }): Promise<never> => {
    const reply = await ask(name, input);
    if (name !== route) return reply;
    keys.push(input.idempotencyKey);
    if (keys.length === 1) throw new Error('the reply got lost');
    return reply;
  };
  return { client, keys };
};

it('learns from the line that a close whose reply was lost had arrived', async () => {
  const line = await Hotline.open();
  const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
  const { client } = await losing(line, 'tickets.close');
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('答复');
  await seat.sees('答复', 'F9 办结');
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Enter', 'Enter');
  await seat.sees('已办结');
  await seat.seesNo('Ctrl-G', '再次提交');
  expect((await line.ticket(ticket.number)).history.filter(({ type }) => type === 'ticket.closed')).toHaveLength(1);
});

it('asks again with the same key when no answer came, so that it is never done twice', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const { client, keys } = await losing(line, 'calls.reveal');
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-P');
  await seat.sees('显示号码');
  seat.types('回拨');
  seat.press('Enter');
  await seat.sees('没有送达', '回拨');
  seat.press('Enter');
  await seat.sees('13800001000');
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

it('says so when the call was taken by someone else first', async () => {
  const line = await Hotline.open();
  const { call } = await line.calls('刘女士', '缴交结算怎么做');
  const colleague = await line.colleague('张强');
  const client = line.clientOf(await line.tokenFor('李敏'));
  const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
  // The colleague is faster by a hair: the screen still shows the call when Enter is pressed.
  client.call = async (name: RouteName, input: object): Promise<never> => {
    if (name === 'calls.take') await colleague.call('calls.take', { params: { id: call.id }, body: {} });
    return ask(name, input);
  };
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('刘女士');
  seat.press('Enter');
  await seat.sees('刘女士的来电已被其他坐席接起', '没有等待的来电');
});

it('shows a call that came while the hub was away', async () => {
  const line = await Hotline.open();
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  await line.goesAway();
  await seat.sees('连不上中心');
  await line.comesBack();
  await seat.sees('● 已连接');
  await line.calls('王先生', '租房提取');
  await seat.sees('王先生', '等待 1');
  await until(
    () => seat.screen.raw.includes('(1) 专家坐席'),
    () => 'no title',
  );
});
