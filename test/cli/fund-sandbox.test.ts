import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { roles } from '../../src/fund-sandbox/cast/roles.ts';
import { HttpFund } from '../../src/hub/adapters/fund/http/http-fund.ts';
import { shippedMapping } from '../fund/support/mappings.ts';
import { errorOf } from './support/hub.ts';
import { freshFolder, run, start, until } from './support/program.ts';

const today = '2026-11-23';
const FirstLine = z.object({
  url: z.string(),
  pid: z.number(),
  seed: z.number(),
  people: z.number(),
  today: z.string(),
});
const Cast = z.object({
  people: z.array(z.object({ role: z.string(), name: z.string(), idNumber: z.string(), account: z.string() })),
});

const sandbox = async (...args: string[]) => {
  const running = start(['fund-sandbox', '--port', '0', '--today', today, '--json', ...args]);
  await until(() => running.stdout().includes('\n'), 'the sandbox is up');
  return { running, said: FirstLine.parse(JSON.parse(running.stdout().split('\n')[0] ?? '')) };
};

const cast = async (...args: string[]) => {
  const ended = await run(['fund-sandbox', 'people', '--today', today, '--json', ...args]);
  return Cast.parse(JSON.parse(ended.stdout)).people;
};

const fundAt = (url: string, key?: { id: string; secret: string }): HttpFund => {
  const fund = new HttpFund({ url, mapping: shippedMapping('jgj-t-320'), key });
  onTestFinished(() => fund.close());
  return fund;
};
const request = { id: '019ab0c2-0000-7000-8000-00000000000b' };

describe('fund-sandbox', () => {
  it('says where it listens, answers for whom it names, and ends with 0', async () => {
    const { running, said } = await sandbox('--seed', '5', '--people', '400');
    expect(said).toMatchObject({ pid: running.child.pid, seed: 5, people: 400, today });
    const people = await cast('--seed', '5');
    expect(people.map(({ role }) => role)).toEqual([...roles]);
    const fund = fundAt(said.url);
    for (const { idNumber, name, account } of people)
      expect(await fund.identity(idNumber, request)).toMatchObject({ name, account });
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('with a key answers only what is signed', async () => {
    const secretFile = path.join(freshFolder(), 'secret');
    writeFileSync(secretFile, 'a-secret-of-the-tests-alone\n');
    const { running, said } = await sandbox('--key-id', 'seat', '--secret-file', secretFile);
    const [{ idNumber } = { idNumber: '' }] = await cast();
    await expect(fundAt(said.url).identity(idNumber, request)).rejects.toMatchObject({ fault: 'denied' });
    const key = { id: 'seat', secret: 'a-secret-of-the-tests-alone' };
    expect(await fundAt(said.url, key).identity(idNumber, request)).toBeDefined();
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('makes go wrong what it is told to', async () => {
    const { running, said } = await sandbox('--fault', 'garbage@identity', '--fault', '503@employee=1');
    const [{ idNumber, account } = { idNumber: '', account: '' }] = await cast();
    await expect(fundAt(said.url).identity(idNumber, request)).rejects.toMatchObject({ fault: 'garbled' });
    await expect(fundAt(said.url).employee(account, request)).rejects.toMatchObject({ fault: 'failing' });
    running.child.kill('SIGTERM');
    await running.ended;
  });

  it('tells a person whom to ask for, in words', async () => {
    const { stdout, code } = await run(['fund-sandbox', 'people', '--today', today]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^角色 +姓名 +证件号码/);
    expect(stdout).toMatch(/贷款逾期 +\S+ +379900\d{11}[\dX] +154\d{8} +SXG\d{8} +SXD\d{8}/);
  });

  it('refuses what it cannot do, with the reason and the right code', async () => {
    const { running, said } = await sandbox();
    const json = (...args: string[]) => run(['fund-sandbox', '--json', ...args]);
    const [day, people, fault, key, port, taken, mapping] = await Promise.all([
      json('--today', '2020-01-01'),
      json('--people', '0'),
      json('--fault', 'nonsense'),
      json('--key-id', 'seat'),
      json('--port', '70000'),
      json('--port', new URL(said.url).port),
      json('--mapping', path.join(freshFolder(), 'none.yaml')),
    ]);
    expect([day, people, fault, key, port, taken, mapping].map(({ code }) => code)).toEqual([7, 7, 2, 2, 2, 4, 7]);
    expect(errorOf(day).details).toEqual({ problems: [{ field: 'today', problem: '应为 2026-03-01 以后的日期' }] });
    expect(errorOf(taken).code).toBe('port_in_use');
    running.child.kill('SIGTERM');
    await running.ended;
  });
});
