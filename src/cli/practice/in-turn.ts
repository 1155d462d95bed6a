/** Does things at their times, and in the order in which they were asked for: of two timers that end together either may be the first. */
export class InTurn {
  private readonly waiting: (() => void)[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  /** @param ms from now */
  after(ms: number, work: () => void): void {
    this.waiting.push(work);
    this.timers.push(setTimeout(() => this.waiting.shift()!(), Math.max(0, ms)));
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
