import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import { type Theme, themeFor } from '../theme.ts';
import type { Say } from '../words/words.ts';

export const SessionContext = createContext<SeatSession | undefined>(undefined);
export const ThemeContext = createContext<Theme>(themeFor(true));

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
export const useHubNow = (): number => {
  const { clock } = useSession();
  const now = useSyncExternalStore(clock.second.subscribe, clock.second.get);
  return now + useModel(clockOffset);
};

/** This machine's clock, by the second. */
export const useLocalNow = (): number => {
  const { clock } = useSession();
  return useSyncExternalStore(clock.second.subscribe, clock.second.get);
};

const clockOffset = (model: SeatModel): number => model.clockOffset;
export const wholeModel = (model: SeatModel): SeatModel => model;
