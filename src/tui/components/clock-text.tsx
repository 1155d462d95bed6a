import { Text } from 'ink';
import type { ReactNode } from 'react';
import { drawn } from '../text/drawn.ts';
import { duration } from '../text/time.ts';
import { pad } from '../text/width.ts';
import type { Style } from '../theme.ts';
import { useHubNow } from './session-context.tsx';

/** Cells of a clock: `1:01:15`. */
export const clockCells = 7;

/** How long ago something was, or how long until it is; alone in rendering every second. */
export function ClockText(props: {
  readonly since?: string | undefined;
  readonly until?: number | undefined;
  readonly cells?: number;
  readonly align?: 'start' | 'end';
  readonly style?: Style | undefined;
}): ReactNode {
  const { since, until, cells = clockCells, align = 'start', style } = props;
  const now = useHubNow();
  const ms = until !== undefined ? until - now : now - Date.parse(since ?? '');
  return <Text {...style}>{drawn(pad(duration(ms), cells, align))}</Text>;
}
