import { memo, type ReactNode } from 'react';
import type { Mode, SeatModel } from '../state/model.ts';
import { activeCall, apartFromWriting, longestWaitSince, myCalls, seatNow, waitingCalls } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { duration } from '../text/time.ts';
import type { Style, Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';
import { useHubNow, useLocalNow, useModel, useSay, useTheme } from './session-context.tsx';
import { type Span, Spans, spansWidth } from './spans.tsx';

/** States tell themselves apart by their mark as well as by colour. */
const marks = { offline: '○', ready: '●', 'not-ready': '◐', 'on-call': '◆', 'wrap-up': '◇' } as const;

const seatSpans = (model: SeatModel, now: number, theme: Theme, say: Say): Span[] => {
  const name = model.me ? ` ${shown(model.me.name)}` : '';
  const title: Span = { text: ` ${say('app.name')}${name}`, style: theme.strong };
  const seat = seatNow(model);
  if (!seat) return [title];
  const reason = seat.state === 'not-ready' && model.seat?.reason;
  const waits = seat.state === 'on-call' && !activeCall(model);
  const words = waits
    ? term(model.language, 'call', 'held')
    : reason
      ? term(model.language, 'reason', reason)
      : term(model.language, 'state', seat.state);
  const style = !waits && (seat.state === 'ready' || seat.state === 'on-call') ? theme.good : theme.warn;
  const wait = duration(now - seat.since);
  return [title, { text: `  ${waits ? '‖' : marks[seat.state]} ${words}`, style }, { text: ` ${wait}` }];
};

/** How many wait and for how long; in few words where there is little room. */
const queueSpans = (model: SeatModel, now: number, theme: Theme, say: Say, short: boolean): Span[] => {
  const waiting = waitingCalls(model);
  const since = longestWaitSince(model);
  const longest = since === undefined ? '' : ` · ${short ? '' : `${say('header.longest')} `}${duration(now - since)}`;
  const held = myCalls(model).filter((call) => call.state === 'held').length;
  const unread = model.use.unreadAnswers?.length ?? 0;
  return [
    { text: `${short ? '  ' : '    '}${say('header.waiting', { count: waiting.length })}${longest}` },
    ...(held > 0 ? [{ text: ` · ${say('header.held', { count: held })}`, style: theme.warn }] : []),
    ...(unread > 0 ? [{ text: ` · ${say('header.answers', { count: unread })}`, style: theme.strong }] : []),
  ];
};

const connectionSpan = (model: SeatModel, localNow: number, theme: Theme, say: Say): Span => {
  const { connection } = model;
  if (connection.state === 'connected') return { text: `● ${say('conn.connected')} `, style: theme.good };
  if (connection.state === 'connecting') return { text: `○ ${say('conn.connecting')} `, style: theme.warn };
  const seconds = Math.ceil((connection.retryAt - localNow) / 1000);
  return { text: `○ ${seconds > 0 ? say('conn.away', { seconds }) : say('conn.retrying')} `, style: theme.warn };
};

const badgeStyle = (mode: Mode, theme: Theme): Style =>
  mode === 'practice' ? theme.practice : mode === 'demo' ? theme.ring : theme.mark;

/** The line that never leaves: who, in which state, how many wait, and whether the hub is there. */
export const Header = memo(({ width }: { width: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const now = useHubNow();
  const localNow = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  const right: Span[] = [
    ...(model.mode === 'hub'
      ? []
      : [{ text: ` ${say(`mode.${model.mode}`)} `, style: badgeStyle(model.mode, theme) }, { text: ' ' }]),
    connectionSpan(model, localNow, theme, say),
  ];
  if (model.screen === 'sign-in') return <Spans left={seatSpans(model, now, theme, say).slice(0, 1)} width={width} />;
  const seat = seatSpans(model, now, theme, say);
  const room = width - spansWidth(right) - spansWidth(seat);
  const full = queueSpans(model, now, theme, say, false);
  const queue = spansWidth(full) <= room ? full : queueSpans(model, now, theme, say, true);
  return <Spans left={[...seat, ...queue]} right={right} width={width} />;
});
