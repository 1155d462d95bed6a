import { expect, it } from 'vitest';
import { KeyHolder } from '../../src/tui/components/held-keys.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { createStore } from '../../src/tui/state/store.ts';
import { expectStraight, Hotline, type Seat, until } from './driver.tsx';

/** A seat in a conversation, with the answer being written. */
const inCall = async (line: Hotline, size: { columns?: number; language?: 'en' } = {}): Promise<Seat> => {
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat('李敏', size);
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆');
  return seat;
};

it('waits for the next key, says so, and shows by itself which ones there are', async () => {
  const seat = await inCall(await Hotline.open());
  seat.types('写到一半');
  await seat.sees('写到一半');
  seat.press('Ctrl-X');
  await seat.sees('Ctrl-X … 再按一个键');
  await seat.sees('Ctrl-D 转领域');
  expectStraight(seat);
  expect(seat.text()).toContain('写到一半');
  seat.press('Ctrl-D');
  await seat.sees('转到其他领域 · 刘女士');
  await seat.seesNo('再按一个键');
});

it('shows in English, at the width of a small terminal, what follows', async () => {
  const seat = await inCall(await Hotline.open(), { language: 'en' });
  seat.press('Ctrl-X', 'Ctrl-X');
  await seat.sees('another key', 'Ctrl-D Move');
  expectStraight(seat);
  seat.press('Ctrl-C');
  await seat.sees('No Ctrl-C after Ctrl-X; cancelled');
});

it('keeps the keys that follow a prefix from the field, letters and full-width ones too', async () => {
  const seat = await inCall(await Hotline.open());
  seat.types('登录网厅');
  await seat.sees('登录网厅');
  seat.press('Ctrl-X', 'Ctrl-U');
  await seat.sees('Ctrl-X 后面没有 Ctrl-U，已取消', '登录网厅');
  seat.press('Ctrl-X');
  await seat.sees('再按一个键');
  seat.press('q');
  await seat.sees('Ctrl-X 后面没有 q，已取消');
  seat.press('Ctrl-X');
  await seat.sees('再按一个键');
  seat.press('１');
  await seat.sees('Ctrl-X 后面没有 1，已取消');
  seat.press('Ctrl-X');
  await seat.sees('再按一个键');
  seat.press('？');
  await seat.sees('Ctrl-D 转领域');
  seat.press('Esc');
  await seat.sees('Ctrl-X 已取消');
  await seat.seesNo('转领域');
  seat.types('办理');
  await seat.sees('登录网厅办理');
});

it('writes what an input method commits behind a prefix, and what is pasted', async () => {
  const seat = await inCall(await Hotline.open());
  seat.press('Ctrl-X');
  await seat.sees('再按一个键');
  seat.types('您好，');
  await seat.sees('您好，', 'Ctrl-X 已取消');
  seat.press('Ctrl-X');
  await seat.sees('再按一个键');
  seat.pastes('网厅办理');
  await seat.sees('您好，网厅办理');
  await until(
    () => !seat.text().includes('再按一个键'),
    () => seat.text(),
  );
});

it('holds a key from the field whoever hears it first, and text never', async () => {
  const store = createStore<Pick<SeatModel, 'prefix'>>({ prefix: undefined });
  const { isHeld } = new KeyHolder({ store });
  expect(isHeld('u', { ctrl: true })).toBe(false);
  store.update(() => ({ prefix: { keys: 'ctrl+x', shown: false } }));
  for (const [input, key] of [
    ['u', { ctrl: true }],
    ['', { leftArrow: true }],
    ['q', {}],
    ['１', {}],
  ] as const)
    expect(isHeld(input, key)).toBe(true);
  for (const text of ['您好', '您', 'quick']) expect(isHeld(text, {})).toBe(false);
  // The field hears it after the sequence has ended with it.
  const holder = new KeyHolder({ store: createStore<Pick<SeatModel, 'prefix'>>({ prefix: undefined }) });
  holder.take();
  expect(holder.isHeld('u', { ctrl: true })).toBe(true);
  await Promise.resolve();
  expect(holder.isHeld('u', { ctrl: true })).toBe(false);
});
