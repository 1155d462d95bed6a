import { expect, it } from 'vitest';
import { leastColumns, leastRows, tooSmallLines } from '../../src/tui/panels/too-small.tsx';
import { cellWidth } from '../../src/tui/text/width.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { Hotline, until } from './driver.tsx';

const sizes = [
  [80, 24],
  [20, 5],
  [200, 60],
  [1, 1],
  [60, 15],
  [59, 15],
  [2, 40],
  [110, 30],
  [300, 3],
  [7, 2],
  [80, 24],
] as const;

/** What stands there, but for what counts seconds. */
const still = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll(/\d/g, '0').trimEnd());

it('takes every size, one by one and in a rush, and has everything back with the room', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('先还清本息');
  // All that comes by itself has come: what stands there now is to come back.
  await seat.sees('先还清本息', '5 字', '0 篇 · 已同步');
  const before = still(seat.screen.lines());
  for (const [columns, rows] of sizes) {
    seat.screen.resize(columns, rows);
    const fits = columns >= leastColumns && rows >= leastRows;
    const shown = fits ? '先还清本息' : (tooSmallLines(columns, rows, false, sayIn('zh-CN'))[0] ?? '');
    await seat.sees(shown.trim());
    expect(seat.screen.overran(), `${columns}×${rows}`).toBe(false);
  }
  await until(
    () => still(seat.screen.lines()).join('\n') === before.join('\n'),
    () => `${still(seat.screen.lines()).join('\n')}\n--- before:\n${before.join('\n')}`,
  );
  for (const [columns, rows] of sizes) seat.screen.resize(columns, rows);
  seat.types('再申请');
  await seat.sees('先还清本息再申请');
});

it('says what it needs in the words that there is room for', () => {
  const say = sayIn('zh-CN');
  expect(tooSmallLines(59, 15, false, say)).toEqual(['窗口太小：至少 60×15，现在 59×15']);
  expect(tooSmallLines(20, 5, false, say)).toEqual(['窗口太小', '至少 60×15']);
  expect(tooSmallLines(20, 5, true, say)).toEqual(['窗口太小', '至少 60×15', '再按 Ctrl-C 退出']);
  expect(tooSmallLines(20, 1, false, say)).toEqual(['60×15']);
  expect(tooSmallLines(8, 3, false, say)).toEqual(['窗口太小', '60×15']);
  for (const language of ['zh-CN', 'en'] as const)
    for (const [width, height] of sizes)
      for (const text of tooSmallLines(width, height, true, sayIn(language)))
        expect(cellWidth(text), text).toBeLessThanOrEqual(width);
});

it('does nothing that nobody sees while the window is too small, and still quits', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.screen.resize(20, 5);
  await seat.sees('60×15');
  seat.press('Enter', 'Ctrl-N', 'F6');
  seat.press('Ctrl-C');
  await seat.sees('再按 Ctrl-C 退出');
  seat.screen.resize(80, 24);
  await seat.sees('请确认');
  seat.press('Esc');
  await seat.sees('等待接听', '▸');
  seat.screen.resize(1, 1);
  seat.press('Ctrl-C', 'Ctrl-C');
  expect(await seat.leaves()).toBe(0);
  expect(seat.screen.isShellScreen()).toBe(true);
});
