import { uptime } from 'node:os';

/** What tells the time in an exam. Both in milliseconds. */
export interface ExamClock {
  now(): number;
  /** Since the machine was started; nobody can put it back. */
  uptime(): number;
}

export const systemClock: ExamClock = {
  now: () => Date.now(),
  uptime: () => Math.floor(uptime() * 1000),
};

/** A moment of an exam. */
export interface Moment {
  readonly at: number;
  readonly up: number;
  /** What the clock said, where that is before `at`. */
  readonly clock?: number;
}

/** So much earlier is a clock that is being kept right, not one that was put back. */
const drift = 1_000;

/**
 * The time that it is in an exam, never before the last entry's. A clock that was put back is found out by what the machine's time of
 * running says has passed since; after a restart that says too little, never too much, so it takes no time from anybody.
 */
export const momentAfter = (
  last: { readonly at: number; readonly up: number } | undefined,
  clock: ExamClock,
): Moment => {
  const [now, up] = [Math.floor(clock.now()), Math.floor(clock.uptime())];
  if (!last) return { at: now, up };
  const least = last.at + Math.max(0, up - last.up);
  if (now >= least) return { at: now, up };
  return { at: least, up, ...(least - now > drift && { clock: now }) };
};
