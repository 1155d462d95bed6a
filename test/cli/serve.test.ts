import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { errorOf, startServe } from './support/hub.ts';
import { freshFolder, root, run, start, until } from './support/program.ts';

const serve = (...args: string[]) =>
  run(['serve', '--data', path.join(freshFolder(), 'data'), '--port', '0', '--json', ...args]);

describe('serve', () => {
  it('says where it listens on its first line, keeps the token to itself, and ends with 0', async () => {
    const hub = await startServe({ args: ['--wrap-up', '77', '--distribution', 'push'] });
    const [line = ''] = hub.running.stdout().split('\n');
    expect(JSON.parse(line)).toEqual({ url: hub.url, pid: hub.running.child.pid, dataDir: hub.dataDir });
    expect(statSync(path.join(hub.dataDir, 'admin.token')).mode & 0o777).toBe(0o600);
    expect(hub.running.stdout() + hub.running.stderr()).not.toContain(hub.adminToken);
    expect((await hub.run(['config', 'hub', 'wrapUpSeconds'])).stdout).toBe('77\n');

    const { port } = new URL(hub.url);
    const [second, taken] = await Promise.all([
      run(['serve', '--data', hub.dataDir, '--port', '0', '--json']),
      serve('--port', port),
    ]);
    expect(second.code).toBe(4);
    expect(errorOf(second)).toMatchObject({ code: 'data_dir_in_use', details: { pid: hub.running.child.pid } });
    expect(taken.code).toBe(4);
    expect(errorOf(taken)).toMatchObject({ code: 'port_in_use', details: { port: Number(port) } });
    expect(await hub.end()).toBe(0);
  });

  it('starts with the knowledge that ships beside it', async () => {
    const hub = await startServe();
    const client = new HubClient({ url: hub.url, token: hub.adminToken, language: 'en', timeoutMs: 10_000 });
    onTestFinished(() => client.close());
    const { hash, count } = await client.call('kb.changes', {});
    const documents = await readSnapshot(path.join(root, 'kb-cache'));
    expect({ hash, count }).toEqual({ hash: wholeHash(documents), count: documents.length });
    expect(await hub.end()).toBe(0);
  });

  it('tells a person where it is, and ends on Ctrl-C', async () => {
    const running = start(['serve', '--data', path.join(freshFolder(), 'data'), '--port', '0']);
    await until(() => running.stdout().includes('Ctrl-C'), 'the hub is up');
    expect(running.stdout()).toMatch(/地址 +http:\/\/127\.0\.0\.1:\d+/);
    expect(running.stdout()).toContain('admin.token');
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  it('refuses what it cannot do, with the reason and the right code', async () => {
    const certificate = path.join(freshFolder(), 'cert.pem');
    writeFileSync(certificate, 'not a certificate');
    const [open, port, store, gone, half, tls, level, setting, folder] = await Promise.all([
      serve('--host', '0.0.0.0'),
      serve('--port', '70000'),
      serve('--store', 'mysql://x'),
      serve('--store', 'postgres://user:secretword@127.0.0.1:9/x'),
      serve('--tls-cert', certificate),
      serve('--tls-cert', certificate, '--tls-key', '/nowhere/key.pem'),
      serve('--log', 'loud'),
      serve('--offer', '0'),
      run(['serve', '--data', path.join(certificate, 'data'), '--json']),
    ]);
    expect(open.code).toBe(2);
    expect(errorOf(open).hint).toContain('--behind-proxy');
    expect([port.code, store.code, half.code, level.code]).toEqual([2, 2, 2, 2]);
    expect(gone.code).toBe(6);
    expect(gone.stderr).not.toContain('secretword');
    expect(tls.code).toBe(7);
    expect(setting.code).toBe(7);
    expect(errorOf(setting).message).toContain('offer:');
    expect(folder.code).toBe(7);
    for (const ended of [open, port, store, gone, half, tls, level, setting, folder]) {
      expect(ended.stdout).toBe('');
      expect(ended.stderr).not.toMatch(/\n {4}at /);
    }
  });
});
