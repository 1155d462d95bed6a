import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL server on loopback for this run, without a database name. */
    postgres: string;
  }
}

/** One PostgreSQL server for the whole test run; each test makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const script = path.join(import.meta.dirname, 'postgres-server.ts');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [address] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`PostgreSQL did not start (exit ${code})`);
    }),
  ]);
  project.provide('postgres', address);
  return async () => {
    const gone = once(child, 'exit');
    child.stdin.end();
    await gone;
  };
}
