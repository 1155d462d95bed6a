import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Answers, Job } from './job.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));

/** Runs one job in a new process. @throws what the process died of */
export const runChild = async <J extends Job>(job: J): Promise<Answers[J['measure']]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)]);
  return JSON.parse(stdout) as Answers[J['measure']];
};
