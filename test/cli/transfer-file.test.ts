import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { errorOf, startServe, type TestHub } from './support/hub.ts';
import { freshFolder, root, run, start, until } from './support/program.ts';

const Result = z.object({
  line: z.number(),
  call: z.object({ name: z.string(), from: z.string().nullable() }).optional(),
  ticket: z.object({ number: z.string() }).optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
const resultsOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => Result.parse(JSON.parse(line)));

const sample = path.join(root, 'test/fixtures/calls.ndjson');
const lineOf = (name: string, more: object = {}): string =>
  JSON.stringify({ phone: '13800001000', name, domain: 'gongjijin', question: '怎么提取', topic: null, ...more });

let hub: TestHub;
beforeAll(async () => {
  hub = await startServe();
});
afterAll(() => hub.end());

describe('calls transfer --file', () => {
  it('hands over one a line and answers in the same order; again with the same key nothing new', async () => {
    const names = readFileSync(sample, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; frontline: string });
    const first = await hub.run(['calls', 'transfer', '--file', sample, '--idempotency-key', 'morning-batch']);
    expect(first.code).toBe(0);
    const results = resultsOf(first.stdout);
    expect(results.map(({ call }) => call?.name)).toEqual(names.map(({ name }) => name));
    expect(results.map(({ call }) => call?.from)).toEqual(names.map(({ frontline }) => frontline));
    expect(new Set(results.map(({ ticket }) => ticket?.number)).size).toBe(40);
    const again = await hub.run(['calls', 'transfer', '--file', sample, '--idempotency-key', 'morning-batch']);
    expect(resultsOf(again.stdout)).toEqual(results);
  });

  it('reports each bad line with its number and reason; the others go through', async () => {
    const bad = [
      `\ufeff${lineOf('甲')}\r`,
      '',
      'not json',
      lineOf('乙', { phone: 'secret-phone' }),
      '   ',
      '[1]',
      lineOf('丙', { domain: 'nowhere' }),
      lineOf('丁', { colour: 'blue' }),
      JSON.stringify({ phone: '13800001000' }),
      lineOf('戊', { question: 'x'.repeat(1_100_000) }),
      lineOf('己', { frontline: '受理员9' }),
    ];
    const invalid = Buffer.concat([
      Buffer.from(`${bad.join('\n')}\n{"name":"`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]);
    const ended = await hub.run(['calls', 'transfer', '--file', '-'], {
      input: Buffer.concat([invalid, Buffer.from(lineOf('庚'))]),
    });
    expect(ended.code).toBe(7);
    const results = resultsOf(ended.stdout);
    expect(results.map(({ line, error }) => [line, error?.code])).toEqual([
      [1, undefined],
      [3, 'malformed'],
      [4, 'invalid_input'],
      [6, 'malformed'],
      [7, 'unknown_domain'],
      [8, 'invalid_input'],
      [9, 'invalid_input'],
      [10, 'malformed'],
      [11, undefined],
      [12, 'malformed'],
      [13, undefined],
    ]);
    expect(results.find(({ line }) => line === 11)?.call?.from).toBe('受理员9');
    expect(ended.stderr).toMatch(/第 3 行：不是 JSON/);
    expect(ended.stderr).toMatch(/第 4 行：.*phone/);
    expect(ended.stderr).toMatch(/第 8 行：.*colour/);
    expect(ended.stderr).toContain('已转入 3 个，8 个未转入');
    expect(ended.stderr).not.toContain('secret-phone');
    expect(ended.stderr).not.toMatch(/\n {4}at /);
  });

  it('answers a line before the next one comes', async () => {
    const running = start(['calls', 'transfer', '--file', '-'], {
      EXPERT_SEAT_HUB: hub.url,
      EXPERT_SEAT_TOKEN: hub.adminToken,
    });
    running.child.stdin?.write(`${lineOf('先')}\n`);
    await until(() => running.stdout().includes('\n'), 'the first answer');
    running.child.stdin?.end(lineOf('后'));
    const ended = await running.ended;
    expect(ended.code).toBe(0);
    expect(resultsOf(ended.stdout).map(({ call }) => call?.name)).toEqual(['先', '后']);
  });

  it('stops when the hub is gone or the token is no good, and says how to go on', async () => {
    const file = path.join(freshFolder(), 'many.ndjson');
    writeFileSync(file, `${Array.from({ length: 500 }, (_, at) => lineOf(`${at}`)).join('\n')}\n`);
    const [gone, stranger] = await Promise.all([
      run(['calls', 'transfer', '--file', file, '--json'], {
        env: { EXPERT_SEAT_HUB: 'http://127.0.0.1:9', EXPERT_SEAT_TIMEOUT: '200' },
      }),
      hub.run(['calls', 'transfer', '--file', file], { env: { EXPERT_SEAT_TOKEN: 'es_nobody' } }),
    ]);
    expect(gone.code).toBe(6);
    expect(errorOf(gone).code).toBe('hub_unreachable');
    expect(gone.stderr).toContain('--idempotency-key');
    expect(gone.stdout.trim().split('\n').length).toBeLessThan(64);
    expect(stranger.code).toBe(5);
  });

  it('takes a big file in little memory', async () => {
    const file = path.join(freshFolder(), 'junk.ndjson');
    writeFileSync(file, 'x'.repeat(150 * 2 ** 20));
    const tight = await run(['calls', 'transfer', '--file', file], {
      env: { EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: hub.adminToken },
      node: ['--max-old-space-size=64'],
    });
    expect(tight.code).toBe(7);
    expect(tight.stderr).toContain('第 1 行：一行超过 1 MB');
  });

  it('refuses a file that is not there, and single fields beside a file', async () => {
    const [missing, beside] = await Promise.all([
      hub.run(['calls', 'transfer', '--file', '/nowhere/calls.ndjson', '--json']),
      hub.run(['calls', 'transfer', '--file', sample, '--name', '刘女士']),
    ]);
    expect(missing.code).toBe(7);
    expect(errorOf(missing).code).toBe('file');
    expect(beside.code).toBe(2);
  });
});
