import { createStore, type Store } from './store.ts';

export interface Clock {
  /** Milliseconds since 1970 by this machine. */
  now(): number;
  /** The last second that was announced. Clocks on screen hang on this, and nothing else does. */
  readonly second: Store<number>;
  start(): void;
  stop(): void;
}

/** A clock that announces every second. */
export const createClock = (now: () => number = Date.now): Clock => {
  const second = createStore(now());
  let timer: NodeJS.Timeout | undefined;
  const tick = (): void => {
    second.update(() => now());
    timer = setTimeout(tick, 1000 - (now() % 1000));
  };
  return {
    now,
    second,
    start: () => {
      timer ??= setTimeout(tick, 1000 - (now() % 1000));
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
