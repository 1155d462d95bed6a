import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { handOver, signedInAs, startServe } from '../cli/support/hub.ts';
import { endAfterTest, freshFolder } from '../cli/support/program.ts';
import { Screen } from './terminal.ts';

/** A seat at a hub with a call waiting, and the folder in which it keeps what is compiled. */
const started = async (cache = freshFolder()) => {
  const hub = await startServe();
  endAfterTest(hub.running);
  await handOver(hub);
  const env = {
    EXPERT_SEAT_HUB: hub.url,
    EXPERT_SEAT_DATA: freshFolder(),
    XDG_CACHE_HOME: cache,
    ...(await signedInAs(hub, '李敏', 'expert')),
  };
  const dir = path.join(cache, 'expert-seat');
  const open = async (): Promise<void> => {
    const seat = new Screen([], env, 80, 24);
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    seat.type('先登记再缴费。');
    await seat.sees('先登记再缴费。');
    seat.signal('SIGTERM');
    expect(await seat.exit()).toBe(143);
  };
  return { open, dir, env };
};

const keptIn = (dir: string): string[] => readdirSync(dir).filter((name) => name.startsWith('seat-'));

it('keeps what was compiled with the first frame, whole, for this user alone, and runs with it from then on', async () => {
  const { open, dir } = await started();
  await open();
  const [name, ...others] = keptIn(dir);
  expect(others).toEqual([]);
  const file = path.join(dir, name!);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { mtimeMs } = statSync(file);
  await open();
  // It was taken as it is, or it would have been written anew.
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

it.each([
  ['cut short', (kept: Buffer) => kept.subarray(0, kept.length / 2)],
  ['of another source', (kept: Buffer) => Buffer.concat([Buffer.from('0'.repeat(40)), kept.subarray(40)])],
  ['empty', () => Buffer.alloc(0)],
  [
    'of another V8',
    (kept: Buffer) => Buffer.concat([kept.subarray(0, 40), Buffer.alloc(kept.length - 80, 7), kept.subarray(-40)]),
  ],
])('what was kept and is %s is made anew', async (_, spoil) => {
  const { open, dir } = await started();
  await open();
  const file = path.join(dir, keptIn(dir)[0]!);
  const kept = readFileSync(file);
  writeFileSync(file, spoil(kept));
  await open();
  await vi.waitFor(() => expect(readFileSync(file).length).toBeGreaterThan(kept.length / 2 + 1));
  expect(readFileSync(file).subarray(0, 40)).toEqual(kept.subarray(0, 40));
});

it('a cache that can never be is no reason not to start', async () => {
  const file = path.join(freshFolder(), 'file');
  writeFileSync(file, '');
  const { open } = await started(file);
  await open();
  expect(readFileSync(file, 'utf8')).toBe('');
});

it('told to end before there is anything to see, it ends', async () => {
  const { env } = await started();
  const seat = new Screen([], env, 80, 24);
  await vi.waitFor(() => expect(seat.raw).not.toBe(''), { interval: 1 });
  seat.signal('SIGTERM');
  expect(await seat.exit()).toBe(143);
});
