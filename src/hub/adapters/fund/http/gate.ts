import { FundUnavailable } from '../../../ports/fund.ts';

/** So many at once, and a short row that waits; whoever comes on top is told that it is busy. */
export class Gate {
  private readonly limit: number;
  private readonly longestRow: number;
  private inside = 0;
  private readonly row: (() => void)[] = [];

  constructor(limit: number, longestRow: number) {
    this.limit = limit;
    this.longestRow = longestRow;
  }

  /**
   * Resolves with what lets the next one in; to be called once.
   * @throws {FundUnavailable} busy: the row is full
   * @throws the signal's reason when it is aborted before its turn
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.inside >= this.limit) {
      if (this.row.length >= this.longestRow) throw new FundUnavailable('busy');
      await this.turn(signal);
    } else this.inside += 1;
    return () => this.leave();
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const called = (): void => {
        signal.removeEventListener('abort', gone);
        resolve();
      };
      const gone = (): void => {
        this.row.splice(this.row.indexOf(called), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', gone, { once: true });
      this.row.push(called);
    });
  }

  /** A place that becomes free goes to the first of the row. */
  private leave(): void {
    const next = this.row.shift();
    if (next) next();
    else this.inside -= 1;
  }
}
