/** A value outside React that components read by selectors: only those whose part changed render again. */
export interface Store<T> {
  get(): T;
  /**
   * `calmly`: what comes from outside, and nobody pressed a key for. The value changes at once, but of a burst of such changes listeners
   * are told a few times a second only; a key's own change tells them of everything.
   */
  update(change: (value: T) => T, how?: 'calmly'): void;
  subscribe(listener: () => void): () => void;
}

/** From one calm change that is told to the next. A queue that changes ten times a second reads no worse than one that changes twenty times. */
const calmMs = 100;

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial;
  let toldAt = Number.NEGATIVE_INFINITY;
  let later: NodeJS.Timeout | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    clearTimeout(later);
    later = undefined;
    for (const listener of [...listeners]) listener();
  };
  const tellCalmly = (): void => {
    if (later !== undefined) return;
    const wait = toldAt + calmMs - performance.now();
    const go = (): void => {
      toldAt = performance.now();
      tell();
    };
    if (wait <= 0) go();
    else later = setTimeout(go, wait);
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
