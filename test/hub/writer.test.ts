import { describe, expect, it, onTestFinished } from 'vitest';
import { genesis } from '../../src/domain/audit/chain.ts';
import { openMemory } from '../../src/hub/store/memory-engine.ts';
import { migrate } from '../../src/hub/store/migrations.ts';
import { openSqlite } from '../../src/hub/store/sqlite-engine.ts';
import { openStoreKey } from '../../src/hub/store/store-key.ts';
import type { Work } from '../../src/hub/store/work.ts';
import { StoreUnavailable, Writer } from '../../src/hub/store/writer.ts';
import { temporaryDir } from '../support/stores.ts';

const openWriter = async (kind: 'sqlite' | 'memory') => {
  const dir = await temporaryDir();
  const key = await openStoreKey(dir);
  const engine = kind === 'memory' ? openMemory(key) : await openSqlite(dir, key);
  onTestFinished(() => engine.close());
  await engine.exclusively((tx) => migrate(tx, 0));
  const batches: number[] = [];
  return {
    engine,
    batches,
    writer: new Writer(
      engine,
      () => 1,
      (jobs) => batches.push(jobs),
    ),
  };
};

const append = (work: Work, subject: string) =>
  work.append({
    type: 'seat.changed',
    actor: 'system',
    kind: 'seat',
    subject,
    call: null,
    ticket: null,
    data: {},
    state: '',
  });

describe.each(['sqlite', 'memory'] as const)('the writer on %s', (kind) => {
  it('never forgets a job, however soon after another it comes', async () => {
    const { writer } = await openWriter(kind);
    // From 0 to 12 turns of the microtask queue after the job before: one of them is the moment at which the writer goes idle.
    for (let turns = 0; turns <= 12; turns++) {
      await writer.write(async () => undefined);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await writer.write(async () => undefined);
    }
    await writer.idle();
  });

  it('lets jobs that wait share a commit, and undoes the failed one alone', async () => {
    const { writer, engine, batches } = await openWriter(kind);
    const results = await Promise.allSettled([
      writer.write((work) => append(work, 'a')),
      writer.write(async (work) => {
        await append(work, 'b');
        throw new Error('no');
      }),
      writer.write(
        async (work) => {
          await append(work, 'c');
          throw new Error('no');
        },
        (work) => append(work, 'instead of c'),
      ),
      writer.write((work) => append(work, 'd')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(batches).toEqual([4]);
    const events = await engine.read
      .selectFrom('events')
      .select(['seq', 'subject', 'prev', 'hash'])
      .orderBy('seq')
      .execute();
    expect(events.map(({ seq, subject }) => [seq, subject])).toEqual([
      [1, 'a'],
      [2, 'instead of c'],
      [3, 'd'],
    ]);
    expect(events.map(({ prev }) => prev)).toEqual([genesis, events[0]?.hash, events[1]?.hash]);
  });

  it('says so when the store is gone, to all of the batch', async () => {
    const { writer, engine } = await openWriter(kind);
    await engine.close();
    const results = await Promise.allSettled([writer.write(async () => 1), writer.write(async () => 2)]);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
  });
});
