import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { clocksMove } from '../../src/tui/terminal/clock-steps.ts';
import { KeyStream } from '../../src/tui/terminal/key-stream.ts';
import { until } from './driver.tsx';
import { FakeKeyboard } from './terminal.ts';

const seconds = [0, 1000, 2000, 3002, 4001];

it('clocks go with every second while keys come, and with every third when none came for a while', () => {
  expect(seconds.filter((second) => clocksMove(second, 9_999))).toEqual(seconds);
  expect(seconds.filter((second) => clocksMove(second, 10_000))).toEqual([0, 3002]);
});

it('what a terminal answers is no key', async () => {
  const keyboard = new FakeKeyboard();
  const stream = new KeyStream(keyboard);
  stream.setRawMode(true);
  const { lastKeyAt } = stream;
  let answers = 0;
  stream.onNews = () => {
    answers += 1;
  };
  await sleep(5);
  keyboard.write('\x1b[0n');
  await until(
    () => answers === 1,
    () => String(answers),
  );
  expect(stream.lastKeyAt).toBe(lastKeyAt);
  keyboard.write('好');
  await until(
    () => stream.lastKeyAt > lastKeyAt,
    () => 'no key',
  );
});
