type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
let handling: 'exit' | 'own' = 'exit';

/** What must be undone when the person interrupts (a half-written file). Call the result when it is no longer needed. */
export const onInterrupt = (cleanup: Cleanup): (() => void) => {
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
};

/** From here on the command ends itself on signals (a hub, a watch, the seat screen). */
export const handleSignalsMyself = (): void => {
  handling = 'own';
};

export const endsItself = (): boolean => handling === 'own';

/** Ctrl-C ends a command with 130, a terminate with 143, after what must be undone is undone. */
export const exitOnSignals = (): void => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      if (handling === 'own') return;
      for (const cleanup of cleanups) cleanup();
      process.exit(code);
    });
  }
};
