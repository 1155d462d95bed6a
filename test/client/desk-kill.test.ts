import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import { temporaryDir } from '../support/stores.ts';

const kills = 100;
const atOnce = 12;
const script = path.join(import.meta.dirname, 'desk-kill-child.ts');

/** The most that may be missing. Milliseconds of typing. */
const mostMissing = 1000;

const typed = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + (at % 2000))).join('');

/** Types in another process and kills it at a random moment. Returns when each character was typed. */
const typeAndDie = async (dir: string): Promise<readonly number[]> => {
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  const times: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    times[Number(line.split(' ')[1]) - 1] = Number(line.split(' ')[0]);
  });
  await once(lines, 'line');
  await sleep(Math.random() * 2000);
  child.kill('SIGKILL');
  expect((await exit)[1]).toBe('SIGKILL');
  return times;
};

it(`kill -9 while somebody types, ${kills} times: at most the last second of typing is missing`, async () => {
  const missing: number[] = [];
  const one = async (): Promise<void> => {
    const dir = await temporaryDir();
    const times = await typeAndDie(dir);
    const store = new DeskStore(dir);
    const text = store.papers.of('li')[0]?.paper.text ?? '';
    store.close();
    expect([store.trouble, store.setAside]).toEqual([undefined, undefined]);
    // What is there is what was typed, from its beginning, and a character more than was printed at most.
    expect(text).toBe(typed(text.length));
    expect(text.length).toBeLessThanOrEqual(times.length + 1);
    const firstMissing = times[text.length];
    const last = times.at(-1)!;
    const lost = firstMissing === undefined ? 0 : last - firstMissing;
    expect(lost).toBeLessThanOrEqual(mostMissing);
    missing.push(lost);
  };
  let left = kills;
  const oneAfterTheOther = async (): Promise<void> => {
    while (left-- > 0) await one();
  };
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  expect(missing).toHaveLength(kills);
  // Something is missing now and then, or nobody was killed in the middle.
  expect(missing.some((lost) => lost > 0)).toBe(true);
  if (process.env.TELL_KILLS)
    console.log(`missing, in milliseconds of typing: ${missing.sort((a, b) => a - b).join(' ')}`);
}, 240_000);
