import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { expectNoNumberIn } from '../../support/personal-numbers.ts';

export const root = path.join(import.meta.dirname, '../../..');
export const launcher = path.join(root, 'bin/expert-seat.js');

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of a test's own, gone with the process that ran it. */
export const freshFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'expert-seat-cli-'));
  folders.push(folder);
  return folder;
};

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** An environment in which nothing of the developer's own is seen. */
export const cleanEnv = (extra: Record<string, string> = {}): Record<string, string> => {
  const { PATH = '' } = process.env;
  return {
    PATH,
    HOME: tmpdir(),
    // One for all, so that the program is compiled once.
    XDG_CACHE_HOME: path.join(tmpdir(), 'expert-seat-test-cache'),
    EXPERT_SEAT_CONFIG_DIR: path.join(tmpdir(), 'expert-seat-no-config'),
    // One for each, so that no program finds what another has left.
    EXPERT_SEAT_DATA: path.join(freshFolder(), 'no-data'),
    LANG: 'zh_CN.UTF-8',
    ...extra,
  };
};

export interface Running {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  ended: Promise<Ended>;
}

/** Starts the built program. */
export const start = (
  args: readonly string[],
  env: Record<string, string> = {},
  node: readonly string[] = [],
): Running => {
  const child = spawn(process.execPath, [...node, launcher, ...args], { env: cleanEnv(env), stdio: 'pipe' });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const text = (chunks: Buffer[]) => () => Buffer.concat(chunks).toString();
  const stdout = text(out);
  const stderr = text(err);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('close', (code) => {
      try {
        // Whatever goes wrong, and whatever is logged: never with a citizen's number.
        expectNoNumberIn(stderr(), `stderr of ${args.slice(0, 2).join(' ')}`);
        resolve({ code, stdout: stdout(), stderr: stderr() });
      } catch (error) {
        reject(error);
      }
    });
  });
  return { child, stdout, stderr, ended };
};

/** Runs the built program to its end. */
export const run = async (
  args: readonly string[],
  options: { env?: Record<string, string>; input?: string | Buffer; node?: readonly string[] } = {},
): Promise<Ended> => {
  const running = start(args, options.env, options.node);
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(options.input ?? '');
  return running.ended;
};

/** Looks again until it holds. */
export const until = async <T>(look: () => T | undefined | false, what: string): Promise<T> => {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`still not: ${what}`);
};

/** Ends a program that a test started, however the test ends. */
export const endAfterTest = (running: Running): void => {
  onTestFinished(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });
};
