import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { startServe } from './support/hub.ts';
import { freshFolder, run } from './support/program.ts';

const id = 'gjj-ukey-first-month';
const good = `steps:
  - take
  - say: 您好，公积金专家坐席，请讲。
  - say: 您登录进去了吗？
  - cite: gjj-0001
  - say: 您先做汇缴登记，核对好人数和金额；再到缴交结算里确认扣款；等扣款成功了，在业务凭证里打印就行。
  - answer: 用 UK 登录后先做汇缴登记，再到缴交结算确认扣款，扣款成功后在业务凭证里打印凭证。
  - say: 请问还有其他问题吗？
  - say: 感谢您的来电，再见。
  - close: {category: 咨询}
`;

const school = (env: Record<string, string> = {}) => {
  const dir = freshFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(dir, name), text);
    return path.join(dir, name);
  };
  const practice = (...args: string[]) =>
    run(['practice', ...args, '--data', path.join(dir, 'data')], { env: { EXPERT_SEAT_CONFIG_DIR: dir, ...env } });
  return { dir, file, practice };
};

const Run = z.object({
  run: z.string(),
  score: z.number(),
  passed: z.boolean(),
  marks: z.array(
    z.object({ id: z.string(), worth: z.number(), earned: z.number(), reason: z.string(), line: z.number() }),
  ),
  refused: z.array(z.object({ step: z.number(), why: z.string() })),
  steps: z.array(z.object({ do: z.string(), at: z.number() })),
});
const Report = z.object({
  runs: z.array(z.object({ id: z.string(), score: z.number() })),
  sealed: z.boolean(),
  streak: z.number(),
});

it('lists, shows and lints the scenarios that ship', async () => {
  const { practice } = school();
  const { scenarios } = z
    .object({
      scenarios: z.array(
        z.strictObject({ id: z.string(), title: z.string(), level: z.number(), topic: z.string(), domain: z.string() }),
      ),
    })
    .parse(JSON.parse((await practice('list', '--json')).stdout));
  expect(scenarios.map((one) => one.id)).toContain(id);
  const shown = (await practice('show', id)).stdout;
  expect(shown).toContain('第一次用 UK 缴公积金');
  expect(shown).not.toContain('参考答案');
  expect((await practice('show', id, '--solution')).stdout).toContain('参考答案');
  expect((await practice('lint')).code).toBe(0);
  const unknown = await practice('show', 'gjj-ukey-first-mont');
  expect([unknown.code, unknown.stderr.includes(id)]).toEqual([3, true]);
});

it('a script plays the trainee: passed, below the mark, nothing done, refused, wrong', async () => {
  const { practice, file } = school();
  const passed = await practice('run', id, '--answers', file('good.yaml', good), '--json');
  expect(passed.code).toBe(0);
  expect(Run.parse(JSON.parse(passed.stdout))).toMatchObject({ score: 100, passed: true, refused: [] });
  const again = Run.parse(
    JSON.parse((await practice('run', id, '--answers', file('good.yaml', good), '--json')).stdout),
  );
  expect(again.steps).toEqual(Run.parse(JSON.parse(passed.stdout)).steps);
  const nothing = await practice('run', id, '--answers', file('none.json', '{}'), '--json');
  expect([nothing.code, Run.parse(JSON.parse(nothing.stdout)).score]).toEqual([8, 0]);
  const early = await practice(
    'run',
    id,
    '--answers',
    file('early.yaml', 'steps: [take, {look_up: employer}]'),
    '--json',
  );
  expect(Run.parse(JSON.parse(early.stdout)).refused).toHaveLength(1);
  const told = await practice('run', id, '--answers', file('good.yaml', good));
  expect(told.stdout).toMatch(/【练习】[\s\S]*100 分，合格/);
  // Of every mark what it is about, and of what is missing what should be there.
  const lost = await practice('run', id, '--answers', file('none.json', '{}'));
  expect(lost.stdout).toMatch(/✗ +说到要点 +0\/24 +先做汇缴登记，.* +没有说到\n/);
  expect(lost.stdout).toMatch(/✗ +工单填写 +0\/3 +没有填分类：应为咨询\n/);
  expect(lost.stdout).toMatch(/没有填主题：应为「单位 UK/);
  const wrong = await practice('run', id, '--answers', file('wrong.yaml', 'steps: [{dance: 1}]'));
  expect(wrong.code).toBe(7);
  expect((await practice('run', id, '--answers', '/nowhere.yaml')).code).toBe(3);
  expect((await practice('run', id, '--answers', file('good.yaml', good), '--seed', 'x')).code).toBe(2);
  expect((await practice('run', id)).code).toBe(2);
});

it('keeps results, reports them with the word practice on all, proposes what is due, and finds an edited result', async () => {
  const { practice, file, dir } = school();
  const kept = await practice('run', id, '--answers', file('good.yaml', good), '--trainee', '小李', '--keep', '--json');
  const { run: runId } = Run.parse(JSON.parse(kept.stdout));
  const report = await practice('report', '--trainee', '小李', '--json');
  expect(Report.parse(JSON.parse(report.stdout))).toMatchObject({
    runs: [{ id: runId, score: 100 }],
    sealed: true,
    streak: 1,
  });
  expect((await practice('report', '--trainee', '小李')).stdout).toContain('练习');
  const page = (await practice('report', '--trainee', '小李', '--format', 'html')).stdout;
  expect(page).toMatch(/^<!doctype html>[\s\S]*练习[\s\S]*小李/);
  const one = await practice('report', '--run', runId.slice(0, 8));
  expect(one.stdout).toMatch(/【练习】[\s\S]*坐席：您好[\s\S]*市民（平静）[\s\S]*参考答案/);
  expect((await practice('dispute', runId.slice(0, 8), 'said.nothing', '--note', 'x')).code).toBe(3);
  expect((await practice('dispute', runId.slice(0, 8), 'time', '--note', '我没有超时')).code).toBe(0);
  expect((await practice('report', '--run', runId)).stdout).toContain('我没有超时');
  const due = JSON.parse((await practice('due', '--trainee', '小李', '--json')).stdout);
  expect(due).toMatchObject({ trainee: '小李', streak: 1 });
  expect(JSON.parse((await practice('stats', '--json')).stdout)).toMatchObject({
    trainees: [{ name: '小李', runs: 1, passRate: 100 }],
  });
  const list = path.join(dir, 'data/practice/runs/results.jsonl');
  writeFileSync(list, readFileSync(list, 'utf8').replace('"score":100', '"score":12'));
  const broken = await practice('report', '--trainee', '小李', '--json');
  expect([broken.code, Report.parse(JSON.parse(broken.stdout)).sealed]).toEqual([8, false]);
  expect((await practice('submit', '--trainee', '小李')).code).toBe(8);
});

it('sends a configured hub not one byte until results are handed in on purpose', async () => {
  let connections = 0;
  const listening = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => void listening.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void listening.close());
  const { port } = listening.address() as { port: number };
  const { practice, file } = school({ EXPERT_SEAT_HUB: `http://127.0.0.1:${port}`, EXPERT_SEAT_TOKEN: 'token' });
  expect((await practice('run', id, '--answers', file('good.yaml', good), '--keep')).code).toBe(0);
  for (const args of [['list'], ['due'], ['report'], ['stats'], ['lint'], ['show', id]])
    expect((await practice(...args)).code).toBe(0);
  expect(connections).toBe(0);
  expect((await practice('submit')).code).toBe(6);
  expect(connections).toBeGreaterThan(0);
});

it('hands in results, and only results, at a hub; the trainer sees the class', async () => {
  const hub = await startServe();
  const added = await hub.run(['users', 'add', '小李', '--role', 'trainee', '--json']);
  const { token } = JSON.parse(added.stdout);
  const { practice, file } = school({ EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: token });
  expect((await practice('submit', '--trainee', '小李')).code).toBe(3);
  await practice('run', id, '--answers', file('good.yaml', good), '--trainee', '小李', '--keep');
  const submitted = await practice('submit', '--trainee', '小李', '--class', '一期', '--json');
  expect(JSON.parse(submitted.stdout)).toEqual({ results: 1, added: 1 });
  expect(JSON.parse((await practice('submit', '--trainee', '小李', '--json')).stdout)).toEqual({
    results: 1,
    added: 0,
  });
  const stats = JSON.parse((await hub.run(['practice', 'stats', '--from-hub', '--class', '一期', '--json'])).stdout);
  expect(stats).toMatchObject({ runs: 1, trainees: [{ name: '小李', mean: 100 }] });
  expect(JSON.stringify(stats)).not.toContain('汇缴');
  const exam = JSON.parse(
    (await practice('exam', 'start', '--blueprint', 'daily', '--trainee', '小李', '--json')).stdout,
  ).exam;
  await practice('exam', 'hand-in', exam);
  expect(JSON.parse((await practice('submit', '--trainee', '小李', '--json')).stdout)).toEqual({
    results: 2,
    added: 1,
  });
  expect(JSON.parse((await practice('submit', '--trainee', '小李', '--json')).stdout)).toEqual({
    results: 2,
    added: 0,
  });
  expect(await hub.end()).toBe(0);
});

it('begins a scenario from a closed ticket without anybody in it, which then can be linted and played', async () => {
  const hub = await startServe();
  const { practice, dir } = school({ EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: hub.adminToken });
  const question = '我叫刘芳芳，单位是济南宏达机械有限公司，UK怎么做汇缴登记？电话13805312345';
  const transfer = [
    'calls',
    'transfer',
    '--phone',
    '13805312345',
    '--name',
    '刘芳芳女士',
    '--domain',
    'gongjijin',
    '--question',
    question,
  ];
  await hub.run([...transfer, '--json']);
  const taken = JSON.parse((await hub.run(['calls', 'take', '--json'])).stdout);
  const { number } = taken.ticket;
  expect((await practice('author', number, '--id', 'my-case')).code).toBe(4);
  const close = ['tickets', 'close', number, '--category', '咨询', '--topic', 'gjj.dep.ukey', '--article', 'gjj-0001'];
  expect((await hub.run([...close, '--answer', '刘芳芳女士您好，先做汇缴登记，再做缴交结算。'])).code).toBe(0);
  expect((await practice('author', number, '--id', 'my-case')).code).toBe(0);
  const text = readFileSync(path.join(dir, 'data/practice/scenarios/my-case.yaml'), 'utf8');
  for (const secret of ['刘芳芳', '宏达', '138']) expect(text).not.toContain(secret);
  expect((await practice('author', number, '--id', 'my-case')).code).toBe(4);
  expect((await practice('lint', path.join(dir, 'data/practice/scenarios'))).code).toBe(0);
  expect((await practice('show', 'my-case')).stdout).toContain('汇缴登记');
  expect(await hub.end()).toBe(0);
});
