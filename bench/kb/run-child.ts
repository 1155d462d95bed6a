import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answers, Job } from './child.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));
const heapMegabytes = 12_000;

/** Runs one job in a new process and waits for it; undefined, with a word on stderr, when it fails or takes longer than `timeoutMs`. */
export const runChild = <J extends Job>(job: J, timeoutMs: number): Answers[J['measure']] | undefined => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heapMegabytes}`, script, JSON.stringify(job)],
    { encoding: 'utf8', timeout: timeoutMs, killSignal: 'SIGKILL' },
  );
  if (status === 0) return JSON.parse(stdout) as Answers[J['measure']];
  process.stderr.write(`${job.engine} ${job.measure}: ${signal ?? `exit ${status}`}\n${stderr.slice(-2000)}\n`);
  return undefined;
};
