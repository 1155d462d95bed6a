import type { ReactNode } from 'react';
import { Frame, frameColumns } from '../../components/frame.tsx';
import { useSay, useTheme } from '../../components/session-context.tsx';
import { Lines, Spans } from '../../components/spans.tsx';
import { wrap } from '../../text/width.ts';
import { refusalLines } from './refusal-lines.ts';

/** Without a call at this seat there is nobody whose account could be looked at. */
export function NoCall({ width, height }: { width: number; height: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  return (
    <Frame width={width} height={height} title={say('accounts.title')} focused>
      <Spans left={[{ text: say('accounts.no-call') }]} width={inner} />
      <Spans left={[{ text: say('accounts.no-call.hint'), style: theme.quiet }]} width={inner} />
    </Frame>
  );
}

/** The caller has gone before anybody was verified, and now nobody can be. */
export function CallOver({ width, height }: { width: number; height: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const lines = wrap(say('accounts.call-over'), inner).map(({ text }) => [{ text, style: theme.warn }]);
  return (
    <Frame width={width} height={height} title={say('accounts.title')} focused>
      <Lines lines={lines} width={inner} />
    </Frame>
  );
}

/** Too many checks failed: what may be said now. */
export function Locked({ width, height }: { width: number; height: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const refusal = { text: say('accounts.locked'), tell: say('accounts.locked.tell') };
  return (
    <Frame width={width} height={height} title={say('accounts.title')} focused>
      <Lines lines={refusalLines(refusal, inner, theme, say)} width={inner} />
    </Frame>
  );
}
