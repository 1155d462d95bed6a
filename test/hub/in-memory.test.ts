import { readdirSync, readlinkSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startHubInMemory } from '../../src/hub/start-hub.ts';
import { openMemoryStore } from '../../src/hub/store/open-store.ts';
import { clientOf, refusalOf, transferOf } from '../support/line.ts';
import { temporaryDir } from '../support/stores.ts';

const start = async () => {
  const hub = await startHubInMemory({ logLevel: 'silent', version: 'test' });
  onTestFinished(() => hub.close());
  return hub;
};

/** Stores and what SQLite puts by, among the files that this process has open. */
const openStores = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${fd}`);
      return /sqlite|etilqs|hub\.lock/.test(file) ? [file] : [];
    } catch {
      return [];
    }
  });

describe('a hub in memory', () => {
  it('works as any other, leaves nothing on the disk and is gone when it is closed', async () => {
    const dir = await temporaryDir();
    const before = readdirSync(dir);
    const here = readdirSync('.');
    vi.stubEnv('TMPDIR', dir);
    onTestFinished(() => void vi.unstubAllEnvs());
    const hub = await start();
    const admin = clientOf(hub.url, hub.adminToken);
    expect((await admin.call('me', {})).user).toMatchObject({ name: 'admin', role: 'admin' });
    await Promise.all(Array.from({ length: 20 }, () => admin.call('calls.transfer', { body: transferOf() })));
    expect((await admin.call('calls.list', {})).calls).toHaveLength(20);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
    if (process.platform === 'linux') expect(openStores()).toEqual([]);
    await hub.close();
    await hub.close();
    expect(readdirSync(dir)).toEqual(before);
    expect(readdirSync('.')).toEqual(here);
    await expect(fetch(hub.url)).rejects.toThrow();
  });

  it('knows nothing of another one', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(await refusalOf(clientOf(other.url, one.adminToken).call('me', {}))).toBe('not_signed_in');
    await clientOf(one.url, one.adminToken).call('calls.transfer', { body: transferOf() });
    expect((await clientOf(other.url, other.adminToken).call('calls.list', {})).calls).toEqual([]);
  });
});

describe('a store in memory', () => {
  const open = async () => {
    const engine = await openMemoryStore();
    onTestFinished(() => engine.close());
    const counters = () => engine.read.selectFrom('counters').select('value').execute();
    return { engine, counters };
  };
  /** Work that goes on until it is let go. */
  const held = () => Promise.withResolvers<void>();

  it('shows no reader what a transaction may yet undo', async () => {
    const { engine, counters } = await open();
    const { promise, resolve } = held();
    const undone = engine
      .transaction(async (tx) => {
        await tx.insertInto('counters').values({ name: 'a', value: 1 }).execute();
        await promise;
        throw new Error('no');
      })
      .catch((error: Error) => error.message);
    const read = counters();
    resolve();
    expect(await undone).toBe('no');
    expect(await read).toEqual([]);
    await engine.transaction((tx) => tx.insertInto('counters').values({ name: 'a', value: 2 }).execute());
    expect(await counters()).toEqual([{ value: 2 }]);
  });

  it('is the same from the beginning of a snapshot to its end, and takes what waited for it', async () => {
    const { engine, counters } = await open();
    const { promise, resolve } = held();
    const count = (db: typeof engine.read) =>
      db.selectFrom('counters').select('value').where('name', '=', 'a').execute();
    const snapshot = engine.snapshot(async (db) => {
      const first = await count(db);
      await promise;
      return [first, await count(db)];
    });
    const written = engine.transaction((tx) => tx.insertInto('counters').values({ name: 'a', value: 1 }).execute());
    resolve();
    expect(await snapshot).toEqual([[], []]);
    await written;
    expect(await counters()).toEqual([{ value: 1 }]);
  });

  it('keeps in memory what it sorts', async () => {
    const { engine } = await open();
    // 2 is memory.
    expect((await sql`pragma temp_store`.execute(engine.read)).rows).toEqual([{ temp_store: 2 }]);
  });

  it('holds citizens’ numbers sealed, under a key of its own', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(one.engine.sealer.seal('13800001000')).not.toBe(other.engine.sealer.seal('13800001000'));
  });
});
