import type { ReactNode } from 'react';
import { isWriting } from '../actions/contexts.ts';
import { keyHints } from '../actions/key-hints.ts';
import type { SeatModel } from '../state/model.ts';
import { nameOfEntry, refusals, unsent } from '../state/outbox/entries.ts';
import { activeCall, ringingCall } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import type { Style } from '../theme.ts';
import { useHubNow, useModel, useSay, useTheme, wholeModel } from './session-context.tsx';
import { Spans } from './spans.tsx';

export type BannerKind = 'ring' | 'refused' | 'unsent' | 'away' | 'demo';

/** What is worth a line of its own on every screen; at most one thing, the most urgent. */
export const bannerOf = (model: SeatModel): BannerKind | undefined => {
  if (model.screen === 'sign-in') return undefined;
  if (ringingCall(model)) return 'ring';
  if (refusals(model).length > 0) return 'refused';
  if (model.connection.state === 'away') return unsent(model).length > 0 ? 'unsent' : 'away';
  return model.mode === 'demo' ? 'demo' : undefined;
};

/** Seconds until a call that rings here rings elsewhere. */
const useSecondsLeft = (since: string): number => {
  const { settings } = useModel(wholeModel);
  const left = Date.parse(since) + settings.offerSeconds * 1000 - useHubNow();
  return Math.max(0, Math.ceil(left / 1000));
};

function RingBanner({ width }: { width: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const call = ringingCall(model);
  const seconds = useSecondsLeft(call?.stateSince ?? '');
  if (!call) return null;
  const keys = isWriting(model) ? say('banner.ring.keys.writing') : keyHints(model, say, 'take-ringing', 'decline');
  return (
    <Spans
      style={theme.ring}
      left={[{ text: ` ${say('banner.ring', { about: shown(call.name) })}   ${say('banner.ring.left', { seconds })}` }]}
      right={[{ text: ` ${keys} ` }]}
      width={width}
    />
  );
}

/** One line below the header, when there is something to say. */
export function Banner({ width }: { width: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const line = (text: string, style: Style): ReactNode => <Spans left={[{ text: ` ${text}`, style }]} width={width} />;
  switch (bannerOf(model)) {
    case 'ring':
      return <RingBanner width={width} />;
    case 'refused': {
      const [entry] = refusals(model);
      return (
        entry &&
        line(`✗ ${say('banner.refused', { what: say(nameOfEntry(entry)), about: shown(entry.about) })}`, theme.warn)
      );
    }
    case 'unsent':
      return line(`↻ ${say('banner.unsent', { count: unsent(model).length })}`, theme.warn);
    case 'away':
      return line(`↻ ${say('banner.away')}`, theme.warn);
    case 'demo':
      return line(say(activeCall(model) ? 'banner.demo.call' : 'banner.demo.queue'), theme.quiet);
    case undefined:
      return null;
  }
}
