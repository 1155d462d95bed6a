import type { ReactNode } from 'react';
import { useLocalNow, useSay, useTheme } from '../../components/session-context.tsx';
import { Lines } from '../../components/spans.tsx';
import { waitingLines } from './refusal-lines.ts';

/** That the fund is being asked; alone in rendering every second. */
export function Waiting(props: { readonly what: string; readonly since: number; readonly width: number }): ReactNode {
  const { what, since, width } = props;
  const now = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  return <Lines lines={waitingLines(what, now - since, width, theme, say)} width={width} />;
}
