/** The times that an adapter lives by; tests bring their own. */
export interface Clock {
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970, for signatures. */
  wall(): number;
  /** Does something after so many milliseconds, unless the returned function is called before. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
