import { memo, type ReactNode } from 'react';
import { keyHints } from '../actions/key-hints.ts';
import { callerLines, matterLines } from '../components/call-lines.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { ScrollPane, visiblePart } from '../components/scroll-pane.tsx';
import { useModel, useSay, useTheme } from '../components/session-context.tsx';
import { Lines } from '../components/spans.tsx';
import { apartFromWriting, ringingCall, selectedCall } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';

/** What the selected call is about, or the one that rings. */
export const PreviewPanel = memo(({ width, height }: { width: number; height: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const ringing = ringingCall(model);
  const call = ringing ?? selectedCall(model);
  const inner = width - frameColumns;
  const title = say(ringing ? 'ring.title' : 'queue.preview');
  const focused = ringing !== undefined || (model.pane === 'detail' && !model.overlay);
  if (!call) return <Frame width={width} height={height} title={title} focused={focused} />;
  const caller = callerLines(call, model, shown(call.phone), theme, say);
  const lines = matterLines(call, model, inner, theme, say);
  const rows = Math.max(1, height - frameRows - caller.length);
  const { above, below } = visiblePart(lines.length, rows, model.scroll);
  const enter = ringing ? keyHints(model, say, 'take-ringing', 'decline') : '';
  const more = above + below > 0 ? say('call.more', { above, below }) : '';
  return (
    <Frame width={width} height={height} title={title} footer={enter} aside={more} focused={focused}>
      <Lines lines={caller} width={inner} />
      <ScrollPane lines={lines} width={inner} rows={rows} scroll={model.scroll} />
    </Frame>
  );
});
