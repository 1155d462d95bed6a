import { expect, it } from 'vitest';
import { Hotline, until } from './driver.tsx';

it('closes with another key than F9, and says so in key bar, help and palette', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat('李敏', {
    columns: 160,
    rows: 50,
    preferences: { keys: { close: ['f8', 'ctrl+x alt+9'], 'take-next': ['ctrl+x alt+8'] } },
  });
  await seat.sees('刘女士', 'Ctrl-X Alt-8 接下一个');
  // Sentences that name a key name that one.
  seat.press('F3');
  await seat.sees('Ctrl-X Alt-8 接听下一个来电，F2 看队列');
  seat.press('F2');
  await seat.sees('等待接听');
  // The usual key has nothing to do here any more.
  seat.press('Ctrl-N');
  await seat.sees('Ctrl-N 在这里没有用处');
  seat.press('Ctrl-X', 'Alt-8');
  await seat.sees('◆ 通话中');
  seat.types('登录网厅办理');
  await seat.sees('F8 办结');
  seat.press('F9');
  await seat.sees('F9 在这里没有用处');
  seat.press('F1');
  await seat.sees('F8  Ctrl-X Alt-9');
  seat.press('Esc');
  await seat.seesNo('↑↓ 翻看');
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  seat.types('banjie');
  await until(
    () => /▸ 办结 .*命令 F8/.test(seat.text()),
    () => seat.text(),
  );
  seat.press('Esc');
  await seat.seesNo('▸ 办结');
  seat.press('Ctrl-X');
  await until(
    () => [/Alt-9 +办结/, /Alt-8 +✗ 接下一个/, /Ctrl-D +转领域/].every((shown) => shown.test(seat.text())),
    () => seat.text(),
  );
  seat.press('Alt-9');
  await seat.sees('办结工单 · 刘女士');
});

it('opens with the usual keys where own ones are wrong, and says which and where to look', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat('李敏', {
    columns: 160,
    rows: 50,
    preferences: { keys: { close: ['f10'], 'take-next': ['f8'] } },
  });
  await seat.sees('自定义按键有 1 处不能用', 'F10 同时给了');
  expect(seat.text()).toContain('config keys check');
  await seat.sees('F8 接下一个');
  seat.press('F8');
  await seat.sees('◆ 通话中');
  seat.types('登录网厅办理');
  await seat.sees('F9 办结');
});

it('names the own keys at the edge of windows', async () => {
  const line = await Hotline.open();
  const seat = await line.seat('李敏', {
    preferences: { keys: { 'palette-run': ['ctrl+t'], 'palette-cancel': ['ctrl+g'] } },
  });
  await seat.sees('等待接听');
  seat.press('Ctrl-K');
  await seat.sees('━ Ctrl-T 选定 · Ctrl-G 返回');
  seat.press('Ctrl-G');
  await seat.seesNo('输入文字');
});
