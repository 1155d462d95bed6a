import { expect, it } from 'vitest';
import { Hotline, until } from './driver.tsx';

const ready = async (line: Hotline, name = '李敏') => {
  const seat = await line.seat(name);
  await seat.sees('离线');
  seat.press('Ctrl-B');
  await seat.sees('坐席状态', '▸ 1  就绪');
  seat.press('Enter');
  await seat.sees('● 就绪');
  return seat;
};

it('rings at a ready seat in push mode, and Esc lets the call go elsewhere', async () => {
  const line = await Hotline.open({ distribution: 'push', offerSeconds: 60 });
  const seat = await ready(line);
  const { call } = await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('来电振铃：刘女士', '剩', 'Enter 接听 · Esc 拒接', '缴交结算怎么做');
  expect(seat.screen.raw).toContain('\x07');
  seat.press('Esc');
  await seat.sees('已拒接，坐席转为未就绪', '未就绪（漏接）');
  await seat.seesNo('来电振铃');
  expect((await line.call(call.id)).call.state).not.toBe('active');
});

it('takes the ringing call by Enter, whatever is selected', async () => {
  const line = await Hotline.open({ distribution: 'push', offerSeconds: 60 });
  const seat = await ready(line);
  await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('来电振铃：刘女士');
  seat.press('F6');
  await seat.sees('我的工单', '来电振铃：刘女士');
  seat.press('Enter');
  await seat.sees('◆ 通话中', '缴交结算怎么做');
});

it('declares the states of the seat by keys', async () => {
  const line = await Hotline.open();
  const seat = await ready(line);
  seat.press('Ctrl-B');
  await seat.sees('▸ 2  小休', '就绪      ●');
  seat.press('Down', 'Enter');
  await seat.sees('◐ 用餐');
  seat.press('Ctrl-B', '４');
  await seat.sees('◐ 培训');
  seat.press('Ctrl-B', 'Up', 'Enter');
  await seat.sees('○ 离线');
});

it('rings the bell for a call that waits while the seat is ready, but not for every one', async () => {
  const line = await Hotline.open();
  const seat = await ready(line);
  const bells = () => seat.screen.raw.replace(/\x1b\][^\x07]*\x07/g, '').split('\x07').length - 1;
  expect(bells()).toBe(0);
  await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('刘女士');
  await until(
    () => bells() === 1,
    () => 'no bell',
  );
  await line.calls('王先生', '租房提取');
  await seat.sees('王先生');
  expect(bells()).toBe(1);
  await until(
    () => seat.screen.raw.includes('\x1b]2;(2) 专家坐席\x07'),
    () => 'no title',
  );
});
