import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { InTurn } from '../../src/cli/practice/in-turn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what was asked for first is done first, though its timer ends a moment later', () => {
  const done: string[] = [];
  const turn = new InTurn();
  turn.after(900, () => done.push('greeting'));
  turn.after(899, () => done.push('matter'));
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['greeting', 'matter']);
});

it('stopped, it does nothing more', () => {
  const done: string[] = [];
  const turn = new InTurn();
  turn.after(10, () => done.push('late'));
  turn.stop();
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([]);
});
