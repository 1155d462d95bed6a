import { expect, it } from 'vitest';
import { Hotline, until } from './driver.tsx';

it('answers a key that means nothing here, and one that means something elsewhere', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('x');
  await seat.sees('x 在这里没有用处');
  seat.press('F9');
  await seat.sees('办结在通话画面可用：先按 F3');
  seat.press('Ctrl-T');
  await seat.sees('保持在通话画面可用');
  seat.press('F3');
  await seat.sees('现在没有通话');
  seat.press('F9');
  await seat.sees('没有选中您坐席上的通话');
});

it('reads full-width keys as plain ones outside text, and as text inside', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('？');
  await seat.sees('按键', 'Ctrl-N');
  seat.press('Esc');
  await seat.seesNo('↑↓ 翻看');
  seat.press('ｊ');
  await until(
    () => /▸.*王先生/.test(seat.text()),
    () => seat.text(),
  );
  seat.press('、');
  await seat.sees('命令', '输入文字、拼音或按键');
  seat.press('Esc');
  await seat.seesNo('输入文字');
  seat.press('Enter');
  await seat.sees('◆ 通话中');
  seat.types('怎么办？/:、');
  await seat.sees('怎么办？/:、');
});

it('finds a command by pinyin initials and does it', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-K');
  await seat.sees('命令');
  seat.types('jxyg');
  await seat.sees('▸ 接下一个');
  seat.press('Enter');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-K');
  seat.types('小休');
  await seat.sees('▸ 小休');
  seat.press('Enter');
  await until(
    () => !seat.text().includes('输入文字'),
    () => seat.text(),
  );
  seat.press('Ctrl-D', 'Enter', 'Ctrl-D', 'Enter');
  await seat.sees('小休');
});

it('says in the palette why a command cannot be done now', async () => {
  const line = await Hotline.open();
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('Ctrl-K');
  seat.types('jxyg');
  await seat.sees('▸ 接下一个', '没有等待的来电');
});

it('shows all keys in the help, with the reasons, and scrolls', async () => {
  const line = await Hotline.open();
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F1');
  await seat.sees('队列', '接听选中的来电');
  seat.press('PgDn', 'End');
  await seat.sees('画面上的标记', '未核实', '谐音', '[1]');
  seat.press('Esc');
  await seat.sees('等待接听');
});

it('keeps the order of keys that come in one read', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.keyboard.write('\x0e');
  await seat.sees('◆ 通话中');
  // A slow line hands over many keys at once: F10, reason, Tab, a letter that is nothing here, and the next choice.
  seat.keyboard.write('\x1b[21~要催办\tx\x1b[C');
  await seat.sees('要催办');
  await seat.sees('[紧急]');
});

it('edits the answer: lines, paste, undo, and the cursor at its end', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('一、登录');
  seat.press('Enter');
  seat.types('二、缴交');
  seat.pastes('\n三、打印\x1b[31m凭证\r\n');
  await seat.sees('一、登录', '二、缴交', '三、打印凭证');
  seat.press('Backspace', 'Backspace', 'Backspace');
  await seat.seesNo('凭证');
  const rows = seat.screen.lines();
  const row = rows.findIndex((text) => text.includes('三、打印'));
  await until(
    () => seat.screen.cursor().y === row && seat.screen.cursor().x === 2 + 8,
    () => `${JSON.stringify(seat.screen.cursor())}\n${seat.text()}`,
  );
  seat.press('Ctrl-Z');
  await seat.sees('凭证');
});

it('is drawn anew at every size, and says what it needs when there is no room', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('草稿还在');
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
      () => seat.screen.lines().at(-1)!.includes('F1') && seat.text().includes('草稿还在'),
      () => `${columns}×${rows}\n${seat.text()}`,
    );
    expect(seat.screen.overran()).toBe(false);
  }
  seat.screen.resize(50, 12);
  await seat.sees('窗口太小：至少 60×15');
  seat.screen.resize(80, 24);
  await seat.sees('草稿还在', '◆ 通话中');
});

it('leaves the terminal as it was', async () => {
  const line = await Hotline.open();
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  expect(seat.keyboard.raw).toBe(true);
  seat.press('Ctrl-C');
  await seat.sees('退出坐席？');
  seat.press('Esc');
  await seat.seesNo('退出坐席？');
  seat.press('Ctrl-C', 'Ctrl-C');
  expect(await seat.leaves()).toBe(0);
  expect(seat.keyboard.raw).toBe(false);
  expect(seat.screen.isShellScreen()).toBe(true);
  const last = (on: string, off: string) => seat.screen.raw.lastIndexOf(off) > seat.screen.raw.lastIndexOf(on);
  expect(last('\x1b[?2004h', '\x1b[?2004l')).toBe(true);
  expect(last('\x1b[?25l', '\x1b[?25h')).toBe(true);
  expect(last('\x1b[22;2t', '\x1b[23;2t')).toBe(true);
});
