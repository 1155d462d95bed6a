import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FrameReader } from '../frames.ts';
import type { BenchHub } from '../hub/hub.ts';
import { processorTime } from '../processor-time.ts';
import type { Program } from '../programs/program.ts';
import { BenchTerminal, type Piece, type Size } from '../terminal.ts';
import { inOneLine, type Script, scripts } from '../typing.ts';
import { type Spread, spread } from './figures.ts';
import { type Stretch, Typist } from './typist.ts';

export interface KeyFigures {
  /** Milliseconds from key to frame while the queue changes. */
  readonly latency: Spread;
  /** Changes of the queue in a second meanwhile, and the share of a core that the program took. */
  readonly changes: number;
  readonly busy: number;
  /** While the queue rests: bytes a key, clocks and all, and how often a row was written that looks as it did before. */
  readonly bytes: number;
  readonly rewritten: number;
}

export interface KeyOptions {
  readonly keys: number;
  readonly perSecond: number;
}

/** Keys that are not counted: a seat types all day, in code that has been compiled. */
const warmKeys = 100;
/** The knowledge has been read, and what a call brings with it has been drawn. */
const settledMs = 1500;
const openMs = 500;
const takeCall = '\x0e';

const echo: Program = {
  command: [path.join(import.meta.dirname, '../programs/echo.ts')],
  env: { PATH: process.env.PATH ?? '' },
};

/** A seat in a conversation, with the focus in the answer. */
export const seatInCall = async (hub: BenchHub, program: Program, size: Size): Promise<BenchTerminal> => {
  await hub.ask({ do: 'call', count: 1 });
  const terminal = new BenchTerminal(program, size);
  // Who was here before may have left a conversation behind, which opens by itself.
  await terminal.shows('已连接', '市民');
  await sleep(settledMs);
  if (!terminal.lines().join('').includes('答复 ━')) terminal.send(takeCall);
  await terminal.shows('答复 ━');
  await sleep(settledMs);
  return terminal;
};

/** What the stretches wrote, by what has been recorded from the start. */
const written = async (record: readonly Piece[], stretches: readonly Stretch[], size: Size) => {
  const reader = new FrameReader(size);
  let bytes = 0;
  let rewritten = 0;
  for (const { text, at } of record) {
    const frames = await reader.read(text);
    if (!stretches.some(({ from, to }) => at >= from && at <= to)) continue;
    bytes += Buffer.byteLength(text);
    for (const frame of frames) rewritten += frame.rewritten.length;
  }
  const keys = stretches.reduce((sum, stretch) => sum + stretch.keys, 0);
  return { bytes: bytes / keys, rewritten };
};

/** Types into a program that shows its field already: first with the queue at rest, then while it changes. */
export const typeInto = async (
  terminal: BenchTerminal,
  hub: BenchHub,
  size: Size,
  script: Script,
  { keys, perSecond }: KeyOptions,
): Promise<KeyFigures> => {
  await new Typist(terminal).type(script, warmKeys);
  const quiet = new Typist(terminal);
  await quiet.type(script, warmKeys);

  const before = processorTime(terminal.pid);
  const start = performance.now();
  await hub.ask({ do: 'flow', perSecond });
  const typist = new Typist(terminal);
  await typist.type(script, keys);
  const { changes, milliseconds } = await hub.ask({ do: 'flow', perSecond: 0 });
  return {
    latency: spread(typist.seen),
    changes: (1000 * changes) / milliseconds,
    busy: (processorTime(terminal.pid) - before) / (performance.now() - start),
    ...(await written(terminal.record, quiet.stretches, size)),
  };
};

const measureSeat = async (
  hub: BenchHub,
  program: Program,
  size: Size,
  script: Script,
  options: KeyOptions,
): Promise<KeyFigures> => {
  const terminal = await seatInCall(hub, program, size);
  try {
    terminal.send(script.open);
    await sleep(openMs);
    return await typeInto(terminal, hub, size, script, options);
  } finally {
    await terminal.end();
  }
};

/** A program that shows its field as soon as it shows this text. */
const measureOther = async (
  hub: BenchHub,
  program: Program,
  ready: string,
  size: Size,
  script: Script,
  options: KeyOptions,
): Promise<KeyFigures> => {
  const terminal = new BenchTerminal(program, size);
  try {
    await terminal.shows(ready);
    await sleep(openMs);
    return await typeInto(terminal, hub, size, script, options);
  } finally {
    await terminal.end();
  }
};

/** The round in which least came in between. */
const quietest = async (rounds: number, measure: () => Promise<KeyFigures>): Promise<KeyFigures> => {
  const all: KeyFigures[] = [];
  for (let round = 0; round < rounds; round++) all.push(await measure());
  return all.reduce((best, one) => (one.latency.p99 < best.latency.p99 ? one : best));
};

export interface KeyRow {
  readonly program: 'seat' | 'plain Ink screen' | 'echo';
  readonly script: Script['name'];
  readonly size: Size;
  readonly figures: KeyFigures;
}

/** The seat, a plain Ink screen of as many cells, and no program at all, at every size. */
export const measureAll = async (
  hub: BenchHub,
  { seat, plain }: { seat: Program; plain: Program },
  sizes: readonly Size[],
  { rounds, ...options }: KeyOptions & { rounds: number },
): Promise<KeyRow[]> => {
  const rows: KeyRow[] = [];
  const [answer] = scripts;
  for (const size of sizes) {
    for (const script of scripts) {
      const figures = await quietest(rounds, () => measureSeat(hub, seat, size, script, options));
      rows.push({ program: 'seat', script: script.name, size, figures });
    }
    const other = (program: Program, ready: string, script: Script) =>
      quietest(rounds, () => measureOther(hub, program, ready, size, script, options));
    rows.push({ program: 'plain Ink screen', script: 'answer', size, figures: await other(plain, '公积金', answer!) });
    rows.push({ program: 'echo', script: 'answer', size, figures: await other(echo, 'ready', inOneLine(answer!)) });
  }
  return rows;
};
