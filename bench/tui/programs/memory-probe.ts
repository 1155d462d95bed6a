import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { settledMemory } from '../../kb/memory.ts';

setFlagsFromString('--expose-gc');
const { runInNewContext } = await import('node:vm');
globalThis.gc = runInNewContext('gc') as NonNullable<typeof globalThis.gc>;

process.on('SIGUSR2', () => {
  const file = process.env.BENCH_MEMORY_FILE!;
  writeFileSync(`${file}.new`, JSON.stringify(settledMemory()));
  // Whoever waits for the file finds all of it.
  renameSync(`${file}.new`, file);
});
