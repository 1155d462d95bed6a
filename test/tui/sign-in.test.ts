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
  await seat.sees('令牌不对或已停用', 'expert-seat users rotate-token 姓名');
  await seat.seesNo('expert-seat login');
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
  await seat.sees('登录专家坐席', '令牌不对或已停用', 'expert-seat users rotate-token 姓名');
  await seat.seesNo('expert-seat login');
  seat.press('Ctrl-U');
  seat.types(line.url);
  seat.press('Enter');
  seat.types(next);
  seat.press('Enter');
  await seat.sees('● 已连接');
  seat.press('F3');
  await seat.sees('写到一半', '◆ 通话中');
});

it('shows nothing of citizens while nobody is signed in, and nothing of the person before to the next one', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const client = line.clientOf(await line.tokenFor('李敏'));
  const seat = line.seatOf({ client, signIn: clientFor, language: 'zh-CN', mode: 'hub', color: false });
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('只有李敏知道');
  await seat.sees('只有李敏知道');
  seat.press('Alt-A', 'Alt-W');
  await line.newTokenFor('李敏');
  seat.press('Ctrl-T');
  await seat.sees('登录专家坐席', '令牌不对或已停用');
  for (const key of ['F2', 'F3', 'F4', 'F5', 'F6']) {
    seat.press(key);
    await seat.sees('登录专家坐席', '先登录');
  }
  seat.press('Ctrl-K');
  await seat.sees('┏━ 命令');
  seat.types('刘');
  await seat.sees('┃ 刘');
  await seat.seesNo('刘女士');
  seat.press('Enter');
  seat.press('Esc');
  await seat.seesNo('┏━ 命令', '刘女士', '只有李敏知道');
  await seat.sees('登录专家坐席', '令牌');

  const next = await line.tokenFor('王芳', ['shebao']);
  seat.press('Ctrl-U');
  seat.types(line.url);
  seat.press('Enter');
  seat.types(next);
  seat.press('Enter');
  await seat.sees('王芳', '● 已连接');
  for (const key of ['F3', 'F6', 'F4', 'F2']) {
    seat.press(key);
    await seat.seesNo('刘女士', '只有李敏知道', '缴交结算');
  }
  seat.press('Ctrl-F', 'Alt-V');
  await seat.seesNo('只有李敏知道');
});
