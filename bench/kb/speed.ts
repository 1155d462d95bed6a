import { statSync } from 'node:fs';
import type { Engine } from './engine.ts';
import { keyPresses, queries } from './key-presses.ts';
import { type Latency, measureLatency } from './latency.ts';
import { growth, type Memory, settledMemory } from './memory.ts';
import { titles } from './titles.ts';

/** Times in milliseconds, sizes in bytes. */
export interface Speed {
  readonly build: number;
  readonly latency: Latency;
  /** What the built engine added; documents that it does not hold on to are gone by then. */
  readonly memory: Memory;
  /** All that the process has. */
  readonly resident: number;
  /** Size of the stored index, for engines that have one. */
  readonly stored?: number;
}

export interface Loaded {
  readonly load: number;
  readonly memory: Memory;
  readonly resident: number;
}

export interface SpeedOptions {
  readonly size: number;
  readonly queries: number;
  /** For the key presses; a third of it when building took longer than `buildBudget`. Milliseconds. */
  readonly queryBudget: number;
  readonly buildBudget: number;
  /** Where the built index goes, for engines that store one. */
  readonly file: string;
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Builds an engine over generated titles and types at it. One process measures one engine once. */
export const measureSpeed = async (engine: Engine, options: SpeedOptions): Promise<Speed> => {
  const before = settledMemory();
  let docs = titles(options.size);
  const build = await timed(() => engine.build(docs));
  docs = [];
  const after = settledMemory();
  const budget = build > options.buildBudget ? options.queryBudget / 3 : options.queryBudget;
  const latency = measureLatency(engine, keyPresses(queries(options.queries)), budget);
  engine.save?.(options.file);
  return {
    build,
    latency,
    memory: growth(before, after),
    resident: after.resident,
    ...(engine.save && { stored: statSync(options.file).size }),
  };
};

/** Takes a stored index in, in a process that has not built it. */
export const measureLoad = async (engine: Engine, file: string): Promise<Loaded> => {
  const before = settledMemory();
  const load = await timed(() => engine.load!(file));
  const after = settledMemory();
  // An index that does not answer was not loaded.
  if (engine.search('公积金', 1).length === 0) throw new Error('the loaded index finds nothing');
  return { load, memory: growth(before, after), resident: after.resident };
};
