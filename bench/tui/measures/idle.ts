import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchHub } from '../hub/hub.ts';
import { processorTime } from '../processor-time.ts';
import type { Program } from '../programs/program.ts';
import { BenchTerminal, type Size } from '../terminal.ts';
import { seatInCall } from './keys.ts';

export interface IdleFigures {
  /** Share of one core while nothing happens but clocks, with the queue on the screen and in a conversation. */
  readonly queue: number;
  readonly call: number;
}

const settleMs = 5000;

const idleShare = async (terminal: BenchTerminal, seconds: number): Promise<number> => {
  try {
    await sleep(settleMs);
    const before = processorTime(terminal.pid);
    const start = performance.now();
    await sleep(seconds * 1000);
    return (processorTime(terminal.pid) - before) / (performance.now() - start);
  } finally {
    await terminal.end();
  }
};

export const measureIdle = async (
  hub: BenchHub,
  program: Program,
  size: Size,
  seconds: number,
): Promise<IdleFigures> => {
  await hub.ask({ do: 'call', count: 3 });
  const seat = new BenchTerminal(program, size);
  await seat.shows('已连接', '市民');
  const queue = await idleShare(seat, seconds);
  const call = await idleShare(await seatInCall(hub, program, size), seconds);
  return { queue, call };
};
