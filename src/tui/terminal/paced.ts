import { createStore, type Store } from '../state/store.ts';

/** Follows a store as fast as `when` lets it: only what stands there by then is taken over, not all that stood there before. */
export const paced = <T>(store: Store<T>, when: (take: () => void) => void): Store<T> => {
  const copy = createStore(store.get());
  const take = (): void => copy.update(() => store.get());
  store.subscribe(() => when(take));
  return copy;
};
