import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDir } from '../support/stores.ts';
import { expectStraight, Hotline, until } from './driver.tsx';

/** Everything that stands in files under a folder. */
const filesIn = (dir: string): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

it('opens a ticket by the pinyin of the citizen, and a call by name', async () => {
  const line = await Hotline.open();
  await line.calls('欧阳娜娜女士', '缴交结算怎么做');
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('登录网厅');
  seat.press('F9');
  await seat.sees('办结工单 · 欧阳娜娜女士');
  seat.press('Enter');
  await seat.sees('已办结');
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  seat.types('ouyangnn');
  await until(
    () => /▸ \S+ +欧阳娜娜女士 .*工单/.test(seat.text()),
    () => seat.text(),
  );
  expectStraight(seat);
  seat.press('Enter');
  await seat.sees('Esc 返回', '登录网厅');
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  // What was opened last stands first, and a call that waits is there by the citizen's name.
  await until(
    () => /▸ \S+ +欧阳娜娜女士 .*工单/.test(seat.text()),
    () => seat.text(),
  );
  seat.types('王xs');
  await until(
    () => /▸ 王先生 .*来电/.test(seat.text()),
    () => seat.text(),
  );
  seat.press('Enter');
  await until(
    () => /▸.*王先生/.test(seat.text()) && seat.text().includes('等待接听'),
    () => seat.text(),
  );
});

it('changes a setting at once, keeps it, and marks the present value', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const kept: unknown[] = [];
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const dir = await temporaryDir();
  const seat = line.seatOf({
    client,
    language: 'zh-CN',
    mode: 'hub',
    color: true,
    knowledge: line.knowledgeIn(dir),
    preferences: { theme: 'dark' },
    savePreference: (...change) => void kept.push(change),
  });
  await seat.sees('刘女士');
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  seat.types('peise');
  await seat.sees('▸ 配色', '深色 · 画面的颜色');
  seat.press('Enter');
  await seat.sees('设置 · 配色', '▸ 深色', '● 现在', '高对比');
  seat.screen.raw = '';
  seat.types('不用');
  await seat.sees('▸ 不用颜色');
  seat.press('Enter');
  await seat.sees('配色：不用颜色，已保存');
  expect(kept).toEqual([['theme', 'none']]);
  // Nothing has a colour any more, at once.
  await until(
    () => seat.screen.lines().every((_, row) => seat.screen.styles(row).every(({ style }) => !/^\d/.test(style))),
    () => seat.text(),
  );
  seat.press('Ctrl-K');
  await seat.sees('▸ 配色', '不用颜色 · ');
  seat.press('Enter');
  await seat.sees('▸ 不用颜色');
  seat.press('Esc');
  await seat.sees('输入文字');
  seat.press('Esc');
  await seat.seesNo('输入文字');
  // What was chosen is kept for the person; nothing of citizens is.
  const disk = filesIn(dir);
  expect(disk).toContain('setting:theme');
});

it('keeps nothing of tickets on the disk', async () => {
  const line = await Hotline.open();
  const { ticket } = await line.calls('欧阳娜娜女士', '缴交结算怎么做');
  const dir = await temporaryDir();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const seat = line.seatOf({
    client,
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    knowledge: line.knowledgeIn(dir),
    preferences: {},
  });
  await seat.sees('欧阳娜娜女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  seat.types(ticket.number);
  await until(
    () => seat.text().includes(`▸ ${ticket.number}`),
    () => seat.text(),
  );
  seat.press('Enter');
  await until(
    () => seat.text().includes(ticket.number) && !seat.text().includes('输入文字'),
    () => seat.text(),
  );
  seat.press('Ctrl-K');
  await seat.sees('输入文字');
  seat.types('重画');
  await seat.sees('▸ 重画');
  seat.press('Enter');
  await seat.seesNo('输入文字');
  await until(
    () => filesIn(dir).includes('action:redraw'),
    () => filesIn(dir),
  );
  const disk = filesIn(dir);
  expect(disk).not.toContain(ticket.number);
  expect(disk).not.toContain(Buffer.from('欧阳娜娜').toString('latin1'));
});

it('says that a setting could not be kept, and uses it all the same', async () => {
  const line = await Hotline.open();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const seat = line.seatOf({
    client,
    language: 'en',
    mode: 'hub',
    color: false,
    knowledge: line.knowledgeIn(await temporaryDir()),
    savePreference: () => {
      throw new Error('the disk is full');
    },
  });
  await seat.sees('Waiting');
  seat.press('Ctrl-K');
  await seat.sees('type words');
  seat.types('bell');
  await seat.sees('▸ Bell', 'on · ');
  seat.press('Enter');
  await seat.sees('Setting · Bell', '▸ on', '● now');
  seat.press('Down', 'Enter');
  await seat.sees('Bell: off, for this time only, as it could not be saved: the disk is full');
});
