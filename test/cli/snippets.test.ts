import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Ended, freshFolder, run } from './support/program.ts';

const mine = () => {
  const dir = freshFolder();
  const file = path.join(dir, 'snippets.yaml');
  const snippets = (...args: string[]): Promise<Ended> =>
    run(['snippets', ...args], { env: { EXPERT_SEAT_CONFIG_DIR: dir } });
  return { file, snippets };
};

const Listed = z.object({ snippets: z.array(z.object({ id: z.string(), of: z.string(), text: z.string() })) });
const list = async (snippets: (...args: string[]) => Promise<Ended>, ...more: string[]) =>
  Listed.parse(JSON.parse((await snippets('list', '--json', ...more)).stdout)).snippets;

it('own snippets are added, shown, listed before the centre’s, replaced and removed', async () => {
  const { file, snippets } = mine();
  expect((await snippets('path')).stdout.trim()).toBe(file);
  expect(await list(snippets, '--mine')).toEqual([]);
  expect((await snippets('list', '--mine')).stdout).toContain('还没有常用语');
  const added = await snippets('add', '补缴说明', '--text', '{称呼}您好，请带{?材料}。', '--topics', 'gjj.dep.makeup');
  expect(added.code).toBe(0);
  expect(added.stdout).toContain('my-1');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await snippets('add', '再说', '--text', '好', '--id', 'again')).code).toBe(0);
  const all = await list(snippets);
  expect(all.slice(0, 2).map(({ id, of }) => [id, of])).toEqual([
    ['my-1', 'person'],
    ['again', 'person'],
  ]);
  expect(all.filter(({ of }) => of === 'centre').length).toBeGreaterThanOrEqual(12);
  expect((await snippets('show', 'my-1')).stdout).toMatch(/补缴说明[\s\S]*gjj\.dep\.makeup[\s\S]*\{称呼\}您好/);
  expect((await snippets('show', 'greeting')).stdout).toContain('中心');
  const again = await snippets('add', '又说', '--text', '不好', '--id', 'again');
  expect([again.code, again.stderr.includes('--replace')]).toEqual([4, true]);
  expect((await snippets('add', '又说', '--text', '不好', '--id', 'again', '--replace')).code).toBe(0);
  expect((await list(snippets, '--mine')).map(({ text }) => text)).toEqual(['{称呼}您好，请带{?材料}。', '不好']);
  expect((await snippets('remove', 'my-1')).code).toBe(0);
  expect((await snippets('remove', 'again')).code).toBe(0);
  expect(await list(snippets, '--mine')).toEqual([]);
});

it('what was written by hand stays as it is, with its comments', async () => {
  const { file, snippets } = mine();
  writeFileSync(file, '# 我的话\nsnippets:\n  # 第一条\n  - {id: a, name: 甲, text: "乙"}   # 常用\n');
  expect((await snippets('add', '丙', '--text', '丁')).code).toBe(0);
  const text = readFileSync(file, 'utf8');
  for (const kept of ['# 我的话', '# 第一条', '# 常用']) expect(text).toContain(kept);
  expect((await list(snippets, '--mine')).map(({ id }) => id)).toEqual(['a', 'my-1']);
});

it('what is wrong is told with its place, and nothing is changed', async () => {
  const { file, snippets } = mine();
  expect((await snippets('show', 'greting')).stderr).toMatch(/没有常用语 greting.*greeting/);
  expect((await snippets('show', 'greting')).code).toBe(3);
  const number = await snippets('add', '电话', '--text', '请打13800001000');
  expect([number.code, number.stderr.includes('号码')]).toEqual([7, true]);
  const field = await snippets('add', '谁', '--text', '{谁}您好');
  expect([field.code, field.stderr.includes('没有「谁」这个字段')]).toEqual([7, true]);
  expect((await snippets('add', '空', '--text', ' ')).code).toBe(7);
  expect((await snippets('add', '甲', '--text', '乙', '--id', 'A B')).code).toBe(7);
  const broken = 'snippets:\n  - {id: a, name: 甲, text: "乙"}\n  - {id: a, name: 丙, text: "丁"}\n';
  writeFileSync(file, broken);
  const added = await snippets('add', '甲', '--text', '乙');
  expect([added.code, added.stderr.includes(`${file}:3`)]).toEqual([7, true]);
  expect(readFileSync(file, 'utf8')).toBe(broken);
});
