import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answers, Wish } from './messages.ts';

/** The hub, seen from the bench. */
export class BenchHub {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(dataDir: string): Promise<BenchHub> {
    const child = fork(path.join(import.meta.dirname, 'child.ts'), [dataDir]);
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`the hub ended with ${code}`);
    });
    failed.catch(() => undefined);
    await Promise.race([once(child, 'message'), failed]);
    return new BenchHub(child);
  }

  /** One wish at a time. */
  async ask<W extends Wish>(wish: W): Promise<Answers[W['do']]> {
    const answered = once(this.child, 'message');
    this.child.send(wish);
    const [answer] = await answered;
    return answer as Answers[W['do']];
  }

  async end(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}
