import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Memory } from '../../kb/memory.ts';
import type { BenchHub } from '../hub/hub.ts';
import type { Program } from '../programs/program.ts';
import { withMemoryProbe } from '../programs/seat.ts';
import { BenchTerminal, type Size } from '../terminal.ts';

export interface ShiftFigures {
  readonly calls: number;
  /** After the first hundred calls, and after all; the mean after each of the last few of them, for what is remembered of texts comes and goes. */
  readonly early: Memory;
  readonly late: Memory;
}

const earlyCalls = 100;
const measuredAfter = 5;
const atATime = 20;
const takeCall = '\x0e';
const closeTicket = '\x1b[20~';
const accept = '\x07';
const againMs = 300;
const lookMs = 20;
const patienceMs = 20_000;

const answer = (at: number): string =>
  `第${at}个来电：已核实缴存情况，符合提取条件，请携带身份证和购房合同到就近网点办理，三个工作日内到账。`;

/** Takes the next call, again until the one before it is over for the hub too. */
const take = async (terminal: BenchTerminal, name: string): Promise<void> => {
  const taken = (screen: string): boolean => screen.includes('答复 ━') && screen.includes(name);
  const end = performance.now() + patienceMs;
  for (;;) {
    terminal.send(takeCall);
    try {
      await terminal.until(taken, name, againMs);
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
};

/** Plays a call through the seat as an expert does, but for the talking. */
const play = async (terminal: BenchTerminal, name: string, at: number): Promise<void> => {
  await take(terminal, name);
  terminal.send(answer(at));
  await terminal.shows(`第${at}个来电`);
  terminal.send(closeTicket);
  await terminal.shows('办结工单');
  terminal.send(accept);
  await terminal.until((screen) => !screen.includes('办结工单 ━'), `${name} closed`);
};

const memoryOf = async (terminal: BenchTerminal, file: string): Promise<Memory> => {
  rmSync(file, { force: true });
  process.kill(terminal.pid, 'SIGUSR2');
  const end = performance.now() + patienceMs;
  while (!existsSync(file)) {
    if (performance.now() > end) throw new Error('the seat does not tell its memory');
    await sleep(lookMs);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Memory;
};

const mean = (all: readonly Memory[]): Memory => {
  const of = (which: keyof Memory): number => all.reduce((sum, memory) => sum + memory[which], 0) / all.length;
  return { resident: of('resident'), alive: of('alive') };
};

/** A shift in fast-forward: call upon call is taken, answered and closed. */
export const measureShift = async (
  hub: BenchHub,
  program: Program,
  size: Size,
  calls: number,
  folder: string,
): Promise<ShiftFigures> => {
  const file = path.join(folder, 'memory.json');
  const terminal = new BenchTerminal(withMemoryProbe(program, file), size);
  try {
    await terminal.shows('已连接');
    const [early, late]: [Memory[], Memory[]] = [[], []];
    const measuredAt = (at: number, last: number): boolean => at > last - measuredAfter && at <= last;
    let waiting: string[] = [];
    for (let at = 1; at <= calls; at++) {
      if (waiting.length === 0)
        waiting = [...(await hub.ask({ do: 'call', count: Math.min(atATime, calls - at + 1) }))];
      await play(terminal, waiting.shift()!, at);
      if (measuredAt(at, Math.min(earlyCalls, calls))) early.push(await memoryOf(terminal, file));
      if (measuredAt(at, calls)) late.push(await memoryOf(terminal, file));
      if (at % 100 === 0) process.stderr.write(`${at} calls\n`);
    }
    return { calls, early: mean(early), late: mean(late) };
  } finally {
    await terminal.end();
  }
};
