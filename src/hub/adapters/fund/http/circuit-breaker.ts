import { FundUnavailable } from '../../../ports/fund.ts';

export type BreakerState = 'closed' | 'open' | 'half-open';

/** What a question said of the fund as a whole: it answers, it does not, or nothing can be said. */
export type Health = 'up' | 'down' | 'unknown';

export interface BreakerOptions {
  /** How far back questions count. Milliseconds. */
  readonly windowMs: number;
  /** Fewer questions than these say nothing. */
  readonly least: number;
  /** The share of questions that failed at which it opens. */
  readonly share: number;
  /** The first rest, milliseconds; each failed probe doubles it. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

export const usualBreaker: BreakerOptions = {
  windowMs: 30_000,
  least: 5,
  share: 0.5,
  restMs: 5_000,
  longestRestMs: 60_000,
};

/** More questions than these need not be remembered. */
const mostRemembered = 100;

/**
 * Leaves a fund alone that fails: nobody waits for what will not come, and the fund can get up. After a rest one question is let through;
 * what comes of it decides for all.
 */
export class CircuitBreaker {
  private readonly options: BreakerOptions;
  private readonly now: () => number;
  private readonly tell: (state: BreakerState) => void;
  private current: BreakerState = 'closed';
  private recent: { at: number; down: boolean }[] = [];
  private restsUntil = 0;
  private rest: number;
  /** Counts the changes: who was let in before one has no say after it. */
  private era = 0;

  constructor(options: BreakerOptions, now: () => number, tell: (state: BreakerState) => void = () => {}) {
    this.options = options;
    this.now = now;
    this.tell = tell;
    this.rest = options.restMs;
  }

  get state(): BreakerState {
    return this.current;
  }

  /** @throws {FundUnavailable} resting */
  check(): void {
    const left = this.restsUntil - this.now();
    if (this.current === 'closed' || (this.current === 'open' && left <= 0)) return;
    throw new FundUnavailable('resting', { retryAfterMs: Math.max(0, left) });
  }

  /**
   * Lets a question in; what comes of it is to be told once.
   * @throws {FundUnavailable} resting
   */
  enter(): (health: Health) => void {
    this.check();
    if (this.current === 'open') this.become('half-open');
    const { era } = this;
    return (health) => {
      if (era !== this.era) return;
      if (this.current === 'half-open') this.judgeProbe(health);
      else if (health !== 'unknown') this.count(health === 'down');
    };
  }

  private judgeProbe(health: Health): void {
    if (health === 'up') {
      this.rest = this.options.restMs;
      this.recent = [];
      this.become('closed');
      return;
    }
    // A probe that nobody waited for decides nothing: the next one may try.
    if (health === 'down') this.rest = Math.min(this.options.longestRestMs, this.rest * 2);
    this.open(health === 'down' ? this.rest : 0);
  }

  private count(down: boolean): void {
    const at = this.now();
    const { windowMs, least, share } = this.options;
    this.recent.push({ at, down });
    this.recent = this.recent.slice(-mostRemembered).filter((one) => one.at > at - windowMs);
    const failed = this.recent.filter((one) => one.down).length;
    if (down && this.recent.length >= least && failed / this.recent.length >= share) this.open(this.rest);
  }

  private open(restMs: number): void {
    this.restsUntil = this.now() + restMs;
    this.become('open');
  }

  private become(state: BreakerState): void {
    this.current = state;
    this.era += 1;
    this.tell(state);
  }
}
