/** Memory in bytes. */
export interface Memory {
  /** What the operating system has given the process. */
  readonly resident: number;
  /** What is alive in it: objects and typed arrays. */
  readonly alive: number;
}

/** Collects garbage, gives back what is free, then measures. Needs `node --expose-gc`. */
export const settledMemory = (): Memory => {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  for (let round = 0; round < 2; round++) globalThis.gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, alive: heapUsed + external };
};

/** How much more there is now. */
export const growth = (before: Memory, now: Memory): Memory => ({
  resident: now.resident - before.resident,
  alive: now.alive - before.alive,
});
