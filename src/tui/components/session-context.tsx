import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Theme } from '../theme.ts';
import { themes } from '../themes/themes.ts';
import type { Say } from '../words/words.ts';

export const SessionContext = createContext<SeatSession | undefined>(undefined);
export const ThemeContext = createContext<Theme>(themes.none.dark);

export const useSession = (): SeatSession => {
  const session = use(SessionContext);
  if (!session) throw new Error('no session around this component');
  return session;
};

export const useTheme = (): Theme => use(ThemeContext);
export const useSay = (): Say => useSession().say;

/** A part of the model; the component renders again only when that part is another. */
export const useModel = <T,>(select: (model: SeatModel) => T): T => {
  const { store } = useSession();
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => select(store.get()), [store, select]),
  );
};

/** The hub's clock, by the second. Only what shows a clock should use it. */
export const useHubNow = (): number => useLocalNow() + useModel(clockOffset);

/** This machine's clock, by the second. */
export const useLocalNow = (): number => {
  const { shownSecond } = useSession();
  return useSyncExternalStore(shownSecond.subscribe, shownSecond.get);
};

const clockOffset = (model: SeatModel): number => model.clockOffset;
export const wholeModel = (model: SeatModel): SeatModel => model;
