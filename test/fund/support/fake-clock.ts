import type { Clock } from '../../../src/hub/adapters/fund/http/clock.ts';

/** A clock that stands until it is told to go on. */
export class FakeClock implements Clock {
  private time = 0;
  private timers: { at: number; act: () => void }[] = [];

  now = (): number => this.time;
  wall = (): number => Date.UTC(2026, 10, 24, 1) + this.time;

  after = (ms: number, act: () => void): (() => void) => {
    const timer = { at: this.time + ms, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Milliseconds to each timer that runs, the next one first. */
  get waits(): number[] {
    return this.timers.map(({ at }) => at - this.time).toSorted((one, other) => one - other);
  }

  advance(ms: number): void {
    this.time += ms;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { act } of due) act();
  }
}
