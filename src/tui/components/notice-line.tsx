import { memo, type ReactNode } from 'react';
import type { Notice, SeatModel } from '../state/model.ts';
import { lastToTakeBack, nameOfEntry, unsent } from '../state/outbox/entries.ts';
import { shown } from '../text/styled-line.ts';
import { useLocalNow, useModel, useSay, useTheme } from './session-context.tsx';
import { type Span, Spans } from './spans.tsx';

const marks: Record<Notice['kind'], string> = { done: '✓', warning: '!', info: '·', refused: '✗', away: '↻' };
const notice = (model: SeatModel) => model.notice;
const busy = (model: SeatModel) => model.busy;
const countUnsent = (model: SeatModel) => unsent(model).length;

/** What can still be taken back, and for how long; alone in rendering every second. */
const CountingDown = ({ left, width }: { left: readonly Span[]; width: number }): ReactNode => {
  const entry = useModel(lastToTakeBack);
  const waiting = useModel(countUnsent);
  const now = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  // The second that was announced last is up to a second old.
  const seconds = Math.floor(((entry?.dueAt ?? 0) - now) / 1000);
  const text =
    entry && seconds > 0
      ? say('outbox.undo', { what: `${say(nameOfEntry(entry))} ${shown(entry.about)}`, seconds })
      : say('outbox.count', { count: waiting });
  return <Spans left={left} right={[{ text: `${text} `, style: theme.strong }]} width={width} />;
};

/** The answer to the last key: what was done, or why not. */
export const NoticeLine = memo(({ width }: { width: number }): ReactNode => {
  const said = useModel(notice);
  const sending = useModel(busy) !== undefined;
  const toTakeBack = useModel(lastToTakeBack) !== undefined;
  const theme = useTheme();
  const say = useSay();
  const style = said?.kind === 'done' ? theme.good : said?.kind === 'info' ? theme.strong : theme.warn;
  const left: readonly Span[] = said ? [{ text: ` ${marks[said.kind]} ${shown(said.text)}`, style }] : [];
  if (toTakeBack) return <CountingDown left={left} width={width} />;
  return (
    <Spans left={left} right={sending ? [{ text: `${say('form.sending')} `, style: theme.quiet }] : []} width={width} />
  );
});
