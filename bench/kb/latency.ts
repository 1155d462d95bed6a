import type { Engine } from './engine.ts';

/** Milliseconds per key press. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** How many were measured, and whether that is only a sample of what was typed. */
  readonly measured: number;
  readonly sampled: boolean;
  /** Results per key press on average: an engine that finds nothing is quick. */
  readonly results: number;
}

const limit = 20;
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The value that `share` of the sorted ones do not exceed (nearest rank). */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;

const every = <T>(items: readonly T[], step: number): T[] => items.filter((_, at) => at % step === 0);

/** A seat types all day: what is measured is code that has been compiled, of every engine. */
const warmPasses = 8;

/** Types for at most so long, spread over all of the presses, and says what a key press takes. */
const warmUp = (engine: Engine, presses: readonly string[], budgetMs: number): number => {
  const start = now();
  let done = 0;
  // A prime stride goes through queries and lengths alike.
  for (let at = 0; done < presses.length * warmPasses; at = (at + 127) % presses.length) {
    engine.search(presses[at]!, limit);
    done++;
    if (now() - start > budgetMs) break;
  }
  return (now() - start) / done;
};

/**
 * Latency of an engine that is built. First some passes so that the code is compiled, then measured: up to three passes, or
 * evenly picked presses when one pass would take longer than `budgetMs`.
 */
export const measureLatency = (engine: Engine, presses: readonly string[], budgetMs: number): Latency => {
  const perPress = warmUp(engine, presses, budgetMs / 6);
  const passMs = perPress * presses.length;
  const typed = every(presses, Math.max(1, Math.ceil(passMs / budgetMs)));
  const passes = Math.min(3, Math.max(1, Math.floor(budgetMs / passMs)));
  const times = new Float64Array(typed.length * passes);
  let results = 0;
  for (let at = 0; at < times.length; at++) {
    const query = typed[at % typed.length]!;
    const start = process.hrtime.bigint();
    const found = engine.search(query, limit);
    times[at] = Number(process.hrtime.bigint() - start) / 1e6;
    results += found.length;
  }
  times.sort();
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    measured: times.length,
    sampled: typed.length < presses.length,
    results: results / times.length,
  };
};
