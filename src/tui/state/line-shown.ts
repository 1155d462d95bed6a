import type { SeatModel } from './model.ts';
import type { Store } from './store.ts';

/** After so long nobody waits for the hub any more. */
const patienceMs = 1000;

/** Whether the screen shows what there is to show at first: the line, or that it cannot be had. */
const isShown = ({ loaded, connection, screen }: SeatModel): boolean =>
  loaded || connection.state === 'away' || screen === 'sign-in';

/** Ends when the first useful frame has been drawn, or `ended`. What is large, and needed only later, is read after that. */
export const lineShown = async (store: Store<SeatModel>, ended: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (isShown(store.get())) resolve();
  };
  const stop = store.subscribe(look);
  const late = setTimeout(resolve, patienceMs).unref();
  ended.addEventListener('abort', () => resolve());
  if (ended.aborted) resolve();
  look();
  await promise;
  stop();
  clearTimeout(late);
  // Drawn in the same turn, behind those who listen.
  await new Promise((drawn) => setImmediate(drawn));
};
