import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { HubStartError } from '../../src/hub/hub-start-error.ts';
import { startHub } from '../../src/hub/start-hub.ts';
import { clientOf, refusalOf, startLine, transferOf } from '../support/line.ts';
import { temporaryDatabase, temporaryDir } from '../support/stores.ts';

const script = path.join(import.meta.dirname, '../support/hub-process.ts');
const options = { logLevel: 'silent' as const, version: 'test' };

const faultOf = async (start: Promise<unknown>): Promise<HubStartError> => {
  const error = await start.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HubStartError);
  return error as HubStartError;
};

it('makes an admin token that works, keeps it over restarts, and stores it hashed', async () => {
  const dataDir = await temporaryDir();
  const first = await startHub({ dataDir, ...options });
  const file = path.join(dataDir, 'admin.token');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const token = readFileSync(file, 'utf8').trim();
  const admin = clientOf(first.url, token);
  const { token: other } = await admin.call('users.add', {
    body: { name: '李敏', role: 'expert' },
    idempotencyKey: 'add-li-min',
  });
  await first.close();
  for (const name of readdirSync(dataDir).filter((each) => each !== 'admin.token')) {
    const bytes = readFileSync(path.join(dataDir, name)).toString('latin1');
    expect(bytes.includes(token) || bytes.includes(other), name).toBe(false);
  }
  const second = await startHub({ dataDir, ...options });
  onTestFinished(() => second.close());
  expect(second.adminToken).toBe(token);
  // A reply is kept over the restart, sealed.
  const again = clientOf(second.url, token);
  const repeated = await again.call('users.add', {
    body: { name: '李敏', role: 'expert' },
    idempotencyKey: 'add-li-min',
  });
  expect(repeated.token).toBe(other);
  expect((await again.call('users.list', {})).users).toHaveLength(2);
});

it('a disabled or renewed token stops working at once, and the last admin stays', async () => {
  const line = await startLine('sqlite');
  const expert = await line.person('expert', { name: '李敏' });
  await line.admin.call('users.rotate-token', { params: { user: '李敏' }, body: {} });
  expect(await refusalOf(expert.call('me', {}))).toBe('not_signed_in');
  await line.admin.call('users.disable', { params: { user: '李敏' }, body: {} });
  expect(await refusalOf(line.admin.call('users.disable', { params: { user: '李敏' }, body: {} }))).toBe(
    'user_disabled',
  );
  expect(await refusalOf(line.admin.call('users.disable', { params: { user: 'admin' }, body: {} }))).toBe('last_admin');
});

it('refuses a second hub on the same folder with the pid of the first', async () => {
  const dataDir = await temporaryDir();
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  const { code, details } = await faultOf(startHub({ dataDir, ...options }));
  expect(code).toBe('data_dir_in_use');
  expect(details.pid).toBe(child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  // A killed hub leaves no lock behind.
  const hub = await startHub({ dataDir, ...options });
  await hub.close();
});

it('listens beyond loopback only with TLS, or behind a proxy that has it', async () => {
  const dataDir = await temporaryDir();
  expect((await faultOf(startHub({ dataDir, host: '0.0.0.0', ...options }))).code).toBe('not_loopback');
  const [key, cert] = [path.join(dataDir, 'key.pem'), path.join(dataDir, 'cert.pem')];
  const subject = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const hub = await startHub({ dataDir, tls: { key, cert }, ...options });
  expect(hub.url).toMatch(/^https:/);
  await hub.close();
  writeFileSync(key, 'no key');
  expect((await faultOf(startHub({ dataDir, tls: { key, cert }, ...options }))).code).toBe('bad_tls');
});

it('says what is wrong with a folder, a port or a store, and never a password', async () => {
  const dataDir = await temporaryDir();
  const file = path.join(dataDir, 'file');
  writeFileSync(file, '');
  expect((await faultOf(startHub({ dataDir: file, ...options }))).code).toBe('bad_data_dir');
  const hub = await startHub({ dataDir, ...options });
  onTestFinished(() => hub.close());
  const port = Number(new URL(hub.url).port);
  expect((await faultOf(startHub({ dataDir: await temporaryDir(), port, ...options }))).code).toBe('port_in_use');
  const store = 'postgres://someone:secret@127.0.0.1:1/none';
  const fault = await faultOf(startHub({ dataDir: await temporaryDir(), store, ...options }));
  expect(fault.code).toBe('store_unreachable');
  expect(fault.message).not.toContain('secret');
});

it('two hubs that start at the same moment on an empty store migrate it once, and both rule it', async () => {
  const store = await temporaryDatabase();
  const hubs = await Promise.all(
    Array.from({ length: 3 }, async () => startHub({ dataDir: await temporaryDir(), store, ...options })),
  );
  for (const hub of hubs) onTestFinished(() => hub.close());
  const numbers = await Promise.all(
    hubs.map(
      async (hub) =>
        (await clientOf(hub.url, hub.adminToken).call('calls.transfer', { body: transferOf() })).ticket.number,
    ),
  );
  expect(numbers.map((number) => number.slice(-1)).sort()).toEqual(['1', '2', '3']);
});

it('logs, metrics and health hold nothing personal', async () => {
  const dataDir = await temporaryDir();
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HUB_LOG: 'debug' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = JSON.parse(line);
  const admin = clientOf(url, readFileSync(path.join(dataDir, 'admin.token'), 'utf8').trim());
  const { call, ticket } = await admin.call('calls.transfer', { body: transferOf() });
  await admin.call('calls.take', { params: { id: call.id }, body: {} });
  await admin.call('calls.reveal', { params: { id: call.id }, body: { reason: '核对号码' } });
  await refusalOf(admin.call('calls.transfer', { body: transferOf({ phone: '13800001000x' }) }));
  await admin.call('tickets.close', {
    params: { number: ticket.number },
    body: { category: '咨询', answer: '已指导刘女士' },
  });
  const metrics = await admin.call('metrics', {});
  expect(metrics).toContain('expert_seat_calls_waiting');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(log).toContain('"route":"tickets.close"');
  for (const personal of ['13800001000', '刘女士', '凭证', '已指导', '核对号码']) {
    expect(log).not.toContain(personal);
    expect(metrics).not.toContain(personal);
  }
  const audit = JSON.stringify(
    readFileSync(path.join(dataDir, 'hub.sqlite'))
      .toString('utf8')
      .match(/"reason":"[^"]*"/g),
  );
  expect(audit).not.toContain('13800001000');
});
