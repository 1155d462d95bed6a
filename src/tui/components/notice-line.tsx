import { memo, type ReactNode } from 'react';
import type { Notice, SeatModel } from '../state/model.ts';
import { shown } from '../text/styled-line.ts';
import { useModel, useSay, useTheme } from './session-context.tsx';
import { Spans } from './spans.tsx';

const marks: Record<Notice['kind'], string> = { done: '✓', warning: '!', info: '·', refused: '✗', away: '↻' };
const notice = (model: SeatModel) => model.notice;
const busy = (model: SeatModel) => model.busy;

/** The answer to the last key: what was done, or why not. */
export const NoticeLine = memo(({ width }: { width: number }): ReactNode => {
  const said = useModel(notice);
  const sending = useModel(busy) !== undefined;
  const theme = useTheme();
  const say = useSay();
  const style = said?.kind === 'done' ? theme.good : said?.kind === 'info' ? theme.strong : theme.warn;
  return (
    <Spans
      left={said ? [{ text: ` ${marks[said.kind]} ${shown(said.text)}`, style }] : []}
      right={sending ? [{ text: `${say('form.sending')} `, style: theme.quiet }] : []}
      width={width}
    />
  );
});
