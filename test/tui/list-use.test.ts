import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ListUseFile, noListUse } from '../../src/client/list-use.ts';
import { temporaryDir } from '../support/stores.ts';
import { Hotline } from './driver.tsx';
import { shelf } from './shelf.ts';

it('keeps how each person left their lists, in a file that only they can read', async () => {
  const dir = await temporaryDir();
  const left = { ...noListUse, filter: 'overdue', period: 'week', order: 'deadline', topic: 'gjj.wd.rent' } as const;
  new ListUseFile(dir).change('one', () => left);
  expect(new ListUseFile(dir).read('one')).toEqual(left);
  expect(new ListUseFile(dir).read('two')).toEqual(noListUse);
  // Until the hub says who sits here it is the one who sat here last.
  expect(new ListUseFile(dir).read(undefined)).toEqual(left);
  expect(statSync(path.join(dir, 'lists.json')).mode & 0o777).toBe(0o600);
});

it('takes a file of a wrong form for none', async () => {
  const dir = await temporaryDir();
  for (const text of ['{', '[]', '{"one":{"filter":"no such","period":"all","order":"state"}}']) {
    writeFileSync(path.join(dir, 'lists.json'), text);
    expect(new ListUseFile(dir).read('one'), text).toEqual(noListUse);
  }
});

it('finds the knowledge narrowed to the topic as it was left, and whole again when that was left', async () => {
  const line = await Hotline.open({}, shelf);
  const knowledge = line.knowledgeIn(await temporaryDir());
  const token = await line.tokenFor('李敏', ['gongjijin']);
  const open = (as = token) =>
    line.seatOf({ client: line.clientOf(as), language: 'zh-CN', mode: 'hub', color: false, knowledge });
  const narrow = '知识库 · 租房提取';
  let seat = open();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.types('今天天气');
  await seat.sees('看看相近的主题');
  seat.press('Down', 'Enter');
  await seat.sees(narrow);
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();
  expect(readFileSync(path.join(knowledge!.dir!, 'lists.json'), 'utf8')).not.toContain('今天天气');

  // Somebody else finds everything.
  seat = open(await line.tokenFor('张强', ['gongjijin']));
  await seat.sees('张强', '没有等待的来电');
  seat.press('F4');
  await seat.sees('医保异地就医备案');
  await seat.seesNo(narrow);
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();

  seat = open();
  await seat.sees('李敏', '没有等待的来电');
  seat.press('F4');
  await seat.sees(narrow);
  seat.press('Esc');
  await seat.sees('医保异地就医备案');
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();

  seat = open();
  await seat.sees('李敏', '没有等待的来电');
  seat.press('F4');
  await seat.sees('医保异地就医备案');
  await seat.seesNo(narrow);
});
