import type { Clock } from './clock.ts';

/** The time of one question, all its attempts together: over when the limit has passed, or when nobody waits any more. */
export class Deadline {
  readonly signal: AbortSignal;
  private readonly clock: Clock;
  private readonly ends: number;
  private readonly waiting: AbortSignal | undefined;
  private readonly release: () => void;

  constructor(limitMs: number, waiting: AbortSignal | undefined, clock: Clock) {
    const over = new AbortController();
    const leave = (): void => over.abort(waiting?.reason);
    this.clock = clock;
    this.ends = clock.now() + limitMs;
    this.waiting = waiting;
    this.signal = over.signal;
    const cancel = clock.after(limitMs, () => over.abort());
    waiting?.addEventListener('abort', leave);
    if (waiting?.aborted) leave();
    this.release = () => {
      cancel();
      waiting?.removeEventListener('abort', leave);
    };
  }

  /** Nobody waits any more. */
  get abandoned(): boolean {
    return this.waiting?.aborted ?? false;
  }

  /** Milliseconds, 0 when it is over. */
  left(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.ends - this.clock.now());
  }

  /** What comes of it, or the signal's reason as soon as the time is over: whatever has no end of its own has this one. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const over = (): void => reject(this.signal.reason);
      if (this.signal.aborted) over();
      this.signal.addEventListener('abort', over);
      work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', over));
    });
  }

  /** @throws the signal's reason when the time is over before */
  async pause(ms: number): Promise<void> {
    let cancel = (): void => {};
    const passed = new Promise<void>((resolve) => {
      cancel = this.clock.after(ms, resolve);
    });
    await this.within(passed).finally(cancel);
  }

  /** Lets go of timer and listener. */
  end(): void {
    this.release();
  }
}
