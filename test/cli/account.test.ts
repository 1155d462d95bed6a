import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { UserView } from '../../src/contract/shapes/user.ts';
import { errorOf, startServe, type TestHub } from './support/hub.ts';
import { freshFolder, run } from './support/program.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startServe();
});
afterAll(() => hub.end());

/** A person's own machine: a folder for their settings, and no hub in the environment. */
const person = () => {
  const EXPERT_SEAT_CONFIG_DIR = path.join(freshFolder(), 'config');
  return {
    config: EXPERT_SEAT_CONFIG_DIR,
    run: (args: readonly string[], more: { env?: Record<string, string>; input?: string } = {}) =>
      run(args, {
        env: { EXPERT_SEAT_CONFIG_DIR, ...more.env },
        ...(more.input !== undefined && { input: more.input }),
      }),
  };
};

describe('signing in', () => {
  it('keeps the token in a file of mode 0600, and forgets it', async () => {
    const { config, run: by } = person();
    const login = await by(['login', '--hub', hub.url, '--token-stdin', '--json'], { input: `${hub.adminToken}\n` });
    expect(JSON.parse(login.stdout)).toMatchObject({ user: { name: 'admin' }, hub: hub.url, profile: 'default' });
    expect(login.stdout + login.stderr).not.toContain(hub.adminToken);
    const file = path.join(config, 'default.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(config).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toContain(hub.adminToken);

    const me = z.object({ user: UserView, hub: z.string() }).parse(JSON.parse((await by(['whoami', '--json'])).stdout));
    expect(me).toMatchObject({ user: { role: 'admin' }, hub: hub.url });
    const list = await by(['config', 'list']);
    expect(list.stdout).toContain('admin');
    expect(list.stdout).not.toContain(hub.adminToken);

    expect((await by(['logout'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain(hub.adminToken);
    const after = await by(['whoami', '--json']);
    expect(after.code).toBe(5);
    expect(errorOf(after)).toMatchObject({ code: 'not_signed_in', hint: expect.stringContaining('login') });
  });

  it('is again who opens the hub on its own machine, once signed out there', async () => {
    const { run: by } = person();
    const env = { EXPERT_SEAT_DATA: hub.dataDir };
    await hub.run(['users', 'add', '许静', '--role', 'expert', '--token-file', path.join(hub.dataDir, 'xu.token')]);
    const input = readFileSync(path.join(hub.dataDir, 'xu.token'), 'utf8');
    expect((await by(['login', '--token-stdin'], { env, input })).code).toBe(0);
    expect((await by(['whoami'], { env })).stdout).toContain('许静');
    expect((await by(['logout'], { env })).code).toBe(0);
    expect((await by(['whoami'], { env })).stdout).toContain('admin');
    // Another hub's address with this folder gets none of its tokens.
    const elsewhere = { ...env, EXPERT_SEAT_HUB: hub.url.replace('127.0.0.1', 'localhost') };
    expect((await by(['whoami'], { env: elsewhere })).code).toBe(5);
  });

  it('keeps nothing of a token the hub does not know', async () => {
    const { config, run: by } = person();
    const refused = await by(['login', '--hub', hub.url, '--token', 'es_wrong-token']);
    expect(refused.code).toBe(5);
    expect(refused.stdout + refused.stderr).not.toContain('es_wrong-token');
    // To log in would be no advice here.
    expect(refused.stderr).toContain('rotate-token');
    expect(refused.stderr).not.toContain('expert-seat login');
    const english = await by(['login', '--hub', hub.url, '--token', 'es_wrong-token', '--lang', 'en', '--json']);
    expect(errorOf(english)).toMatchObject({
      code: 'not_signed_in',
      message: expect.stringContaining('disabled'),
      hint: expect.stringContaining('users rotate-token'),
    });
    expect(() => readdirSync(config)).toThrow();
  });

  it('never asks without a terminal', async () => {
    const { run: by } = person();
    const [token, address] = await Promise.all([by(['login', '--hub', hub.url]), by(['login', '--token', 'es_x'])]);
    expect([token.code, address.code]).toEqual([2, 2]);
    expect(token.stderr).toContain('--token-stdin');
    expect(address.stderr).toContain('--hub');
  });

  it('sends a token to the hub it was given for and to no other', async () => {
    const heard: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => stranger.once('listening', resolve));
    const { run: by } = person();
    await by(['login', '--hub', hub.url, '--token', hub.adminToken]);
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const ended = await by(['whoami', '--hub', url, '--json', '--timeout', '500']);
    stranger.close();
    expect(ended.code).toBe(6);
    expect(errorOf(ended).code).toBe('not_a_hub');
    expect(heard).toEqual([undefined]);
  });

  it('keeps profiles apart', async () => {
    const { run: by } = person();
    await by(['login', '--hub', hub.url, '--token', hub.adminToken, '--profile', 'work']);
    const [work, variable, usual, bad] = await Promise.all([
      by(['whoami', '--profile', 'work']),
      by(['whoami'], { env: { EXPERT_SEAT_PROFILE: 'work' } }),
      by(['whoami']),
      by(['whoami', '--profile', '../x']),
    ]);
    expect([work.code, variable.code, usual.code, bad.code]).toEqual([0, 0, 6, 2]);
  });
});

describe('finding the hub', () => {
  it('takes the one that runs on the data folder, with its token; never starts one', async () => {
    const { run: by } = person();
    const [found, none] = await Promise.all([
      by(['whoami'], { env: { EXPERT_SEAT_DATA: hub.dataDir } }),
      by(['calls', 'list', '--json', '--data', path.join(freshFolder(), 'nothing')]),
    ]);
    expect(found.stdout).toContain('admin');
    expect(none.code).toBe(6);
    expect(errorOf(none)).toMatchObject({ code: 'no_hub', hint: expect.stringContaining('serve') });
  });

  it('takes options before and after the command over the environment over the profile', async () => {
    const { run: by } = person();
    await by(['config', 'set', 'hub', 'http://127.0.0.1:9']);
    await by(['config', 'set', 'timeout', '200']);
    const env = { EXPERT_SEAT_TOKEN: hub.adminToken };
    const [profile, variable, before, after] = await Promise.all([
      by(['whoami'], { env }),
      by(['whoami'], { env: { ...env, EXPERT_SEAT_HUB: hub.url } }),
      by(['--hub', hub.url, 'whoami'], { env: { ...env, EXPERT_SEAT_HUB: 'http://127.0.0.1:8' } }),
      by(['whoami', '--hub', hub.url], { env: { ...env, EXPERT_SEAT_HUB: 'http://127.0.0.1:8' } }),
    ]);
    expect([profile.code, variable.code, before.code, after.code]).toEqual([6, 0, 0, 0]);
  });
});

describe('config', () => {
  it('gets, sets, lists and removes what is set here', async () => {
    const { config, run: by } = person();
    expect((await by(['config', 'get', 'lang'])).code).toBe(3);
    expect((await by(['config', 'set', 'lang', 'en', '--json'])).stdout).toBe('{"key":"lang","value":"en"}\n');
    const [english, list, where] = await Promise.all([
      by(['--help']),
      by(['config', 'list', '--json']),
      by(['config', 'path']),
    ]);
    expect(english.stdout).toContain('Usage:');
    expect(JSON.parse(list.stdout)).toMatchObject({ profile: 'default', settings: { lang: 'en' } });
    expect(where.stdout).toBe(`${path.join(config, 'default.json')}\n`);
    expect((await by(['config', 'unset', 'lang'])).code).toBe(0);
    expect((await by(['config', 'get', 'lang'])).stderr).toContain('未设置');
    const wrong = await Promise.all([
      by(['config', 'set', 'timeout', '5', '--json']),
      by(['config', 'set', 'hub', 'http://user:pw@x/', '--json']),
      by(['config', 'set', 'color', 'maybe', '--json']),
      by(['config', 'set', 'timeot', '500', '--json']),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([7, 7, 7, 3]);
    expect(wrong.map((ended) => errorOf(ended).message).join()).toMatch(/timeout.*hub.*color.*timeout/);
    expect(wrong[1]?.stderr).not.toContain('pw');
  });

  it('says which file is broken, and how to mend it', async () => {
    const { config, run: by } = person();
    mkdirSync(config);
    writeFileSync(path.join(config, 'default.json'), '{"timeout": "soon"}');
    const value = await by(['whoami']);
    expect(value.code).toBe(7);
    expect(value.stderr).toContain('config unset timeout');
    writeFileSync(path.join(config, 'default.json'), '{nonsense');
    const broken = await by(['whoami']);
    expect(broken.code).toBe(7);
    expect(broken.stderr).toContain('default.json');
    expect(broken.stderr).not.toMatch(/\n {4}at /);
  });

  it("shows and changes the hotline's settings", async () => {
    const all = await hub.run(['config', 'hub', '--json']);
    expect(JSON.parse(all.stdout)).toMatchObject({ settings: { numberPrefix: 'JN', wrapUpSeconds: 120 } });
    expect((await hub.run(['config', 'hub', 'wrapUpSeconds', '90'])).code).toBe(0);
    expect((await hub.run(['config', 'hub', 'wrapUpSeconds'])).stdout).toBe('90\n');
    const [low, unknown, text] = await Promise.all([
      hub.run(['config', 'hub', 'wrapUpSeconds', '0', '--json']),
      hub.run(['config', 'hub', 'wrapUpSecond', '--json']),
      hub.run(['config', 'hub', 'numberPrefix', 'jn', '--json']),
    ]);
    expect([low.code, unknown.code, text.code]).toEqual([7, 3, 7]);
    expect(errorOf(low).message).toContain('wrapUpSeconds');
  });
});

describe('doctor', () => {
  it('looks at the machine and the hub', async () => {
    const Report = z.object({
      ok: z.boolean(),
      checks: z.array(
        z.object({
          check: z.string(),
          status: z.enum(['ok', 'warn', 'fail']),
          message: z.string(),
          advice: z.string().optional(),
        }),
      ),
    });
    const well = Report.parse(JSON.parse((await hub.run(['doctor', '--json'])).stdout));
    expect(well.ok).toBe(true);
    expect(well.checks.map(({ check }) => check)).toEqual([
      'node',
      'terminal',
      'colour',
      'locale',
      'width',
      'input-method',
      'disk',
      'hub',
      'clock',
      'sign-in',
    ]);
    expect(well.checks.every(({ status, advice }) => status === 'ok' || advice)).toBe(true);
    const ill = await run(['doctor'], { env: { EXPERT_SEAT_HUB: 'http://127.0.0.1:9', EXPERT_SEAT_TIMEOUT: '200' } });
    expect(ill.code).toBe(8);
    expect(ill.stdout).toMatch(/不行 +连不上中心/);
  });
});
