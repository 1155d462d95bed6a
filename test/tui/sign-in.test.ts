import { expect, it } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { Hotline } from './driver.tsx';

const clientFor = async (url: string, token: string): Promise<HubClient> => {
  const client = new HubClient({ url, token, language: 'zh-CN', timeoutMs: 1000 });
  await client.call('me', {});
  return client;
};

it('asks for hub and token, says what is wrong, and keeps what was typed', async () => {
  const line = await Hotline.open();
  const token = await line.tokenFor('李敏');
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = line.seatOf({ client: undefined, signIn: clientFor, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('登录专家坐席', 'http://127.0.0.1:7345', '管理员发给您的令牌');
  seat.press('F2');
  await seat.sees('先登录');
  seat.press('Ctrl-U');
  seat.types('不是地址');
  seat.press('Enter');
  seat.types('nonsense');
  seat.press('Enter');
  await seat.sees('地址要像 http://127.0.0.1:7345 这样写');
  seat.press('Up', 'Ctrl-U');
  seat.types(line.url);
  seat.press('Enter', 'Enter');
  await seat.sees('令牌无效');
  expect(seat.text()).not.toContain('nonsense');
  seat.press('Ctrl-U');
  seat.types(token);
  seat.press('Enter');
  await seat.sees('刘女士', '● 已连接');
  expect(seat.screen.raw).not.toContain(token);
});

it('asks to sign in again when the token stops working, and keeps the draft', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const token = await line.tokenFor('李敏');
  const client = line.clientOf(token);
  const seat = line.seatOf({ client, signIn: clientFor, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('写到一半');
  await seat.sees('写到一半');
  const next = await line.newTokenFor('李敏');
  seat.press('Ctrl-T');
  await seat.sees('登录专家坐席', '令牌无效');
  seat.press('Ctrl-U');
  seat.types(line.url);
  seat.press('Enter');
  seat.types(next);
  seat.press('Enter');
  await seat.sees('● 已连接');
  seat.press('F3');
  await seat.sees('写到一半', '◆ 通话中');
});
