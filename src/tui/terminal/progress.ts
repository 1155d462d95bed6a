import { myCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Terminals that show progress in the taskbar or the tab. iTerm2 is not asked: older ones show the sequence as a notification. */
export const showsProgress = (env: Env): boolean =>
  Boolean(env.WT_SESSION || env.ConEmuPID) || env.TERM_PROGRAM === 'ghostty' || env.TERM === 'xterm-ghostty';

const normal = 1;
const warning = 4;
/** From how much of the time on it is a warning; the first reminder comes then. */
const warnFrom = 75;
/** Steps, so that a slow line is not kept busy. */
const step = 5;

/** OSC 9;4: how much of something is used up, in per cent. */
export const progressSequence = (percent: number): string =>
  `\x1b]9;4;${percent >= warnFrom ? warning : normal};${percent}\x07`;
export const clearProgress = '\x1b]9;4;0;0\x07';

/** How much of the time to write up is used, of the call that has the least left; nothing when none is written up. */
export const wrapUpUsed = (session: SeatSession): number | undefined => {
  const model = session.store.get();
  const since = myCalls(model).flatMap((call) => (call.state === 'wrap-up' ? Date.parse(call.stateSince) : []));
  if (since.length === 0) return undefined;
  const lasts = session.clock.second.get() + model.clockOffset - Math.min(...since);
  const percent = (100 * lasts) / (model.settings.wrapUpSeconds * 1000);
  return Math.max(0, Math.min(100, Math.floor(percent / step) * step));
};

/** Shows the time to write up in the taskbar. Gives back what stops it and takes it away. */
export const showProgress = (session: SeatSession, write: (text: string) => void): (() => void) => {
  let last: number | undefined;
  const update = (): void => {
    const used = wrapUpUsed(session);
    if (used === last) return;
    last = used;
    write(used === undefined ? clearProgress : progressSequence(used));
  };
  const stops = [session.clock.second.subscribe(update), session.store.subscribe(update)];
  return () => {
    for (const stop of stops) stop();
    if (last !== undefined) write(clearProgress);
  };
};
