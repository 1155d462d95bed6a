/** A value outside React that components read by selectors: only those whose part changed render again. */
export interface Store<T> {
  get(): T;
  /**
   * `calmly`: what comes from outside, and nobody pressed a key for. The value changes at once, but listeners are told only when they were
   * left alone for a while: while somebody types, the next key's own change tells them of everything, and no key waits for another frame.
   */
  update(change: (value: T) => T, how?: 'calmly'): void;
  subscribe(listener: () => void): () => void;
}

/** From anything that is told to a calm change: longer than from key to key, too short to be noticed in a queue. */
const calmMs = 200;

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial;
  let toldAt = Number.NEGATIVE_INFINITY;
  let later: NodeJS.Timeout | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    clearTimeout(later);
    later = undefined;
    toldAt = performance.now();
    for (const listener of [...listeners]) listener();
  };
  const tellCalmly = (): void => {
    if (later !== undefined) return;
    const wait = toldAt + calmMs - performance.now();
    if (wait <= 0) tell();
    else later = setTimeout(tell, wait);
  };
  return {
    get: () => value,
    update: (change, how) => {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      if (how === 'calmly') tellCalmly();
      else tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
