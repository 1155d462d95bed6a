import { memo, type ReactNode } from 'react';
import type { CallView } from '../../contract/shapes/call.ts';
import { apartFromQueue, myCalls } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { truncate } from '../text/width.ts';
import { term } from '../words/words.ts';
import { ClockText } from './clock-text.tsx';
import { useModel, useTheme } from './session-context.tsx';
import { type Span, Spans } from './spans.tsx';

const nameCells = 12;

/** The calls at this seat side by side, when there are several. */
export const CallTabs = memo(({ width }: { width: number }): ReactNode => {
  const model = useModel(apartFromQueue);
  const theme = useTheme();
  const tab = (call: CallView): Span[] => {
    const here = call.id === model.callAt;
    const style = here ? theme.focus : theme.quiet;
    const words = term(model.language, 'call', call.state);
    const over = Date.parse(call.stateSince) + model.settings.wrapUpSeconds * 1000;
    const clock =
      call.state === 'wrap-up' ? (
        <ClockText until={over} cells={5} style={style} />
      ) : (
        <ClockText since={call.stateSince} cells={5} style={style} />
      );
    return [
      { text: `${here ? ' ▸ ' : '   '}${truncate(shown(call.name), nameCells)} ${words} `, style },
      { fixed: clock, cells: 5 },
    ];
  };
  return <Spans left={myCalls(model).flatMap(tab)} width={width} />;
});
