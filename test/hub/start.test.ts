import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { connect } from 'node:net';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { inspect } from 'node:util';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { ErrorReply } from '../../src/contract/errors.ts';
import { HubStartError } from '../../src/hub/hub-start-error.ts';
import { type HubOptions, type RunningHub, startHub } from '../../src/hub/start-hub.ts';
import { migrations } from '../../src/hub/store/migrations.ts';
import { clientOf, refusalOf, startLine, transferOf, until } from '../support/line.ts';
import { rawRequest } from '../support/raw-request.ts';
import { handsIn } from '../support/rows.ts';
import { keptKinds, temporaryDatabase, temporaryDir } from '../support/stores.ts';

const start = async (options: Partial<HubOptions> & { dataDir: string }): Promise<RunningHub> => {
  const hub = await startHub({ logLevel: 'silent', version: 'test', ...options });
  onTestFinished(() => hub.close());
  return hub;
};

/** Why a hub does not start; fails when it does. */
const faultOf = async (options: Partial<HubOptions> & { dataDir: string }): Promise<HubStartError> => {
  const error = await start(options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HubStartError);
  return error as HubStartError;
};

const storeOf = async (kind: (typeof keptKinds)[number]): Promise<string | undefined> =>
  kind === 'postgres' ? temporaryDatabase() : undefined;

describe("the admin's token", () => {
  it('is enrolled into a new store, and a disabled admin stays disabled', async () => {
    const dataDir = await temporaryDir();
    const first = await startHub({ dataDir, logLevel: 'silent', version: 'test' });
    await first.close();
    for (const file of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm'])
      rmSync(path.join(dataDir, file), { force: true });
    const second = await startHub({ dataDir, logLevel: 'silent', version: 'test' });
    const admin = clientOf(second.url, first.adminToken);
    const { user } = await admin.call('me', {});
    expect(user).toMatchObject({ name: 'admin', role: 'admin' });
    await admin.call('users.add', { body: { name: '值班长', role: 'admin' } });
    await admin.call('users.disable', { params: { user: user.id }, body: {} });
    await second.close();
    const third = await start({ dataDir });
    expect(await refusalOf(clientOf(third.url, third.adminToken).call('me', {}))).toBe('not_signed_in');
  });

  it('is made anew when its file is empty, and is for its owner alone whatever the mask', async () => {
    const dataDir = await temporaryDir();
    const file = path.join(dataDir, 'admin.token');
    writeFileSync(file, '\n', { mode: 0o666 });
    const mask = process.umask(0);
    onTestFinished(() => void process.umask(mask));
    const hub = await start({ dataDir });
    expect(readFileSync(file, 'utf8')).toBe(`${hub.adminToken}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'hub.sqlite')).mode & 0o077).toBe(0);
    expect((await clientOf(hub.url, hub.adminToken).call('me', {})).user.role).toBe('admin');
  });
});

describe('a folder', () => {
  it('that another hub of the same process holds is refused with its pid', async () => {
    const dataDir = await temporaryDir();
    const first = await start({ dataDir });
    const fault = await faultOf({ dataDir });
    expect(fault).toMatchObject({ code: 'data_dir_in_use', details: { pid: process.pid, dataDir } });
    expect((await clientOf(first.url, first.adminToken).call('health.live', {})).ok).toBe(true);
    await first.close();
    await start({ dataDir });
  });

  it('that cannot be one is refused by name', async () => {
    const dir = await temporaryDir();
    writeFileSync(path.join(dir, 'file'), '');
    mkdirSync(path.join(dir, 'token', 'admin.token'), { recursive: true });
    const bad = [path.join(dir, 'file'), path.join(dir, 'file', 'below'), '/sys/expert-seat', path.join(dir, 'token')];
    // Root may write anywhere, so that only others meet a folder that is not theirs to write.
    if (process.getuid?.() !== 0) {
      mkdirSync(path.join(dir, 'locked'));
      chmodSync(path.join(dir, 'locked'), 0o500);
      bad.push(path.join(dir, 'locked'));
    }
    for (const dataDir of bad) {
      expect(await faultOf({ dataDir }), dataDir).toMatchObject({ code: 'bad_data_dir', details: { dataDir } });
    }
  });
});

describe('an address', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', '', '127.0.0.1.example.org'])(
    '%j beyond loopback is refused without TLS',
    async (host) => {
      expect(await faultOf({ dataDir: await temporaryDir(), host })).toMatchObject({ code: 'not_loopback' });
    },
  );

  it('that is not this machine’s is refused', async () => {
    const fault = await faultOf({ dataDir: await temporaryDir(), host: '192.0.2.1', behindProxy: true });
    expect(fault).toMatchObject({ code: 'bad_address', details: { host: '192.0.2.1' } });
  });

  it('in use is refused, and the folder is free again', async () => {
    const first = await start({ dataDir: await temporaryDir() });
    const port = Number(new URL(first.url).port);
    const dataDir = await temporaryDir();
    expect(await faultOf({ dataDir, port })).toMatchObject({ code: 'port_in_use', details: { port } });
    await start({ dataDir });
  });

  it('behind TLS answers by TLS, and a certificate that is none is refused', async () => {
    const dataDir = await temporaryDir();
    const [key, cert] = [path.join(dataDir, 'key.pem'), path.join(dataDir, 'cert.pem')];
    const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', [...request, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const hub = await start({ dataDir, host: '0.0.0.0', tls: { key, cert } });
    const { port } = new URL(hub.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${hub.adminToken}` };
      const asked = https.get(
        `https://127.0.0.1:${port}/me`,
        { ca: readFileSync(cert), headers, agent: false },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on('error', reject);
    });
    expect(status).toBe(200);
    for (const tls of [
      { key: cert, cert },
      { key, cert: key },
      { key, cert: path.join(dataDir, 'none') },
    ]) {
      const fault = await faultOf({ dataDir: await temporaryDir(), tls });
      expect(fault.code).toBe('bad_tls');
      expect(fault.message).not.toContain('PRIVATE KEY-----');
    }
  });
});

describe('a store', () => {
  it.each(keptKinds)('on %s of a newer program is left alone', async (kind) => {
    const [dataDir, store] = [await temporaryDir(), await storeOf(kind)];
    const hub = await startHub({ dataDir, store, logLevel: 'silent', version: 'test' });
    await hub.close();
    const run = await handsIn({ dataDir, store });
    await run(`insert into migrations (version, name, at) values (99, 'what is to come', 0)`);
    expect(await faultOf({ dataDir, store })).toMatchObject({ code: 'store_newer', details: { found: 99 } });
    expect(await run('select count(*) as n from events')).toEqual([{ n: 1 }]);
  });

  it('that cannot be reached is named without its password', async () => {
    const { port } = new URL(inject('postgres'));
    const addresses = [
      'postgres://someone:secret@127.0.0.1:1/none',
      `postgres://postgres:secret@127.0.0.1:${port}/postgres`,
      `postgres://postgres:secret@127.0.0.1:${port}/no-such-database`,
      'postgres://someone:secret@no-such-host.invalid/none',
      'postgres://someone:secret@127.0.0.1:port/none',
    ];
    for (const store of addresses) {
      const fault = await faultOf({ dataDir: await temporaryDir(), store });
      expect(fault.code, store).toBe('store_unreachable');
      expect(`${fault.message} ${JSON.stringify(fault.details)}`).not.toContain('secret');
      // Also in what a trace would print, causes and all.
      expect(inspect(fault, { depth: 10 }), store).not.toContain('secret');
    }
  });

  it('that is no database says so', async () => {
    const dataDir = await temporaryDir();
    writeFileSync(
      path.join(dataDir, 'hub.sqlite'),
      'not a database at all, but long enough to look like one'.repeat(40),
    );
    const fault = await faultOf({ dataDir });
    expect(fault).toMatchObject({ code: 'store_unreachable', details: { reason: 'file is not a database' } });
  });

  it('is migrated once by hubs that start at the same moment', async () => {
    const store = await temporaryDatabase();
    const dirs = await Promise.all(Array.from({ length: 4 }, () => temporaryDir()));
    await Promise.all(dirs.map((dataDir) => start({ dataDir, store })));
    const run = await handsIn({ dataDir: '', store });
    expect(await run('select version from migrations order by version')).toEqual(
      migrations.map(({ version }) => ({ version })),
    );
    expect(await run('select count(*) as n from chain')).toEqual([{ n: 1 }]);
    const names = (await run('select name from users order by name')).map(({ name }) => name);
    expect(names).toEqual(['admin', 'admin-2', 'admin-3', 'admin-4']);
  });

  it('whose connections break again and again under load loses nothing and does nothing twice', async () => {
    const line = await startLine('postgres', { hubs: 2 });
    const people = await Promise.all([0, 1, 0, 1].map((hub) => line.person('supervisor', { hub })));
    const server = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
    await server.connect();
    onTestFinished(() => server.end());
    const name = new URL(line.store!).pathname.slice(1);
    let done = 0;
    const working = Promise.all(
      people.map(async (person) => {
        for (let turn = 0; turn < 15; turn++) {
          await person.call('calls.transfer', { body: transferOf() });
          const { ticket } = await person.call('calls.take-next', { body: {} });
          const params = { number: ticket.number };
          await person.call('tickets.close', { params, body: { category: '咨询', answer: '答' } });
          done += 1;
        }
      }),
    );
    let breaks = 0;
    while (done < 60) {
      await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      breaks += 1;
      const before = done;
      await Promise.race([
        working,
        until(
          () => done,
          (now) => now > before + 3,
        ),
      ]);
    }
    await working;
    expect(breaks).toBeGreaterThan(5);
    const { tickets } = await line.admin.call('tickets.list', { query: { limit: 500 } });
    expect(tickets.map(({ state }) => state)).toEqual(Array.from({ length: 60 }, () => 'closed'));
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('that goes away and comes back is waited for; the hub says why meanwhile', async () => {
    const line = await startLine('postgres');
    const { url } = line.hubs[0]!;
    const name = new URL(line.store!).pathname.slice(1);
    const server = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
    await server.connect();
    onTestFinished(() => server.end());
    await server.query(`alter database ${name} allow_connections false`);
    await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const headers = { authorization: `Bearer ${line.admin.options.token}`, 'accept-language': 'en' };
    for (const asked of [
      { path: '/me', headers },
      { path: '/calls', headers },
      { path: '/readyz' },
      {
        method: 'POST',
        path: '/calls/take',
        headers: { ...headers, 'idempotency-key': 'while-away', 'content-type': 'application/json' },
        body: '{}',
      },
    ]) {
      const reply = await rawRequest(url, asked);
      expect(reply.status, `${asked.path} ${reply.text}`).toBe(503);
      expect(ErrorReply.parse(JSON.parse(reply.text)).error.code).toBe('unavailable');
    }
    expect((await rawRequest(url, { path: '/healthz' })).status).toBe(200);
    const metrics = await rawRequest(url, { path: '/metrics' });
    expect(metrics.status).toBe(200);
    // The client waits for it.
    const waiting = line.admin.call('calls.transfer', { body: transferOf() });
    await server.query(`alter database ${name} allow_connections true`);
    expect((await waiting).call.state).toBe('waiting');
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });
});

/** A request of which the hub has the headers and waits for the rest. */
const beginRequest = async (hub: RunningHub, headers: string[]) => {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let received = '';
  let closed = false;
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
  });
  await new Promise<void>((resolve) => socket.write(`${headers.join('\r\n')}\r\n\r\n`, () => resolve()));
  // What was sent before this is there before this is answered.
  await clientOf(hub.url, hub.adminToken).call('audit.verify', {});
  return { socket, received: () => received, closed: () => closed };
};

describe('a hub that ends', () => {
  it('finishes what is under way', async () => {
    const line = await startLine('sqlite');
    const hub = line.hubs[0]!;
    const hasty = clientOf(hub.url, hub.adminToken, 1000);
    const asked = Array.from({ length: 100 }, (_, place) =>
      hasty.call('calls.transfer', { body: transferOf(), idempotencyKey: `under-way-${place}` }),
    );
    // All of them have reached the hub when the first is answered.
    await Promise.race(asked);
    await hub.close();
    const answered = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled').length;
    expect(answered).toBeGreaterThan(0);
    const again = await start({ dataDir: line.dataDir });
    const admin = clientOf(again.url, again.adminToken);
    // Each of them was done, or can be asked for again, once.
    await Promise.all(
      asked.map((_, place) =>
        admin.call('calls.transfer', { body: transferOf(), idempotencyKey: `under-way-${place}` }),
      ),
    );
    const { calls } = await admin.call('calls.list', { query: { limit: 500 } });
    expect(calls).toHaveLength(100);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('tells whose request comes too late that it ends', async () => {
    const hub = await startHub({ dataDir: await temporaryDir(), logLevel: 'silent', version: 'test' });
    const { socket, received } = await beginRequest(hub, [
      'POST /calls/take HTTP/1.1',
      'host: x',
      `authorization: Bearer ${hub.adminToken}`,
      'content-type: application/json',
      'idempotency-key: too-late',
      'content-length: 2',
    ]);
    // Its patience with callers that stall never ends here: the connection must be closed because nothing is under way on it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const closing = hub.close();
    socket.write('{}');
    await closing;
    const [head, body] = received().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 503 /);
    expect(ErrorReply.parse(JSON.parse(body!)).error.code).toBe('shutting_down');
    await expect(rawRequest(hub.url, { path: '/me' })).rejects.toThrow('ECONNREFUSED');
  });

  it('is not held up by a caller that never finishes its request', async () => {
    const hub = await startHub({ dataDir: await temporaryDir(), logLevel: 'silent', version: 'test' });
    const headers = ['POST /calls HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 100'];
    const { closed } = await beginRequest(hub, headers);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const closing = hub.close();
    while (!closed()) {
      vi.advanceTimersByTime(1000);
      await turn();
    }
    await closing;
  });
});
