import { type ReactNode, useLayoutEffect } from 'react';
import { FrameOf, type FrameProps, frameColumns, frameRows } from '../../components/frame.tsx';
import { visiblePart } from '../../components/scroll-pane.tsx';
import { Lines } from '../../components/spans.tsx';
import type { StyledLine } from '../../text/styled-line.ts';
import { useScreen } from '../screen/screen-context.tsx';

/** Lines in a frame, from `top` on. The one that the keys scroll (`focused`) tells how far it goes. */
export function TextPane(
  props: Omit<FrameProps, 'children'> & {
    readonly lines: readonly StyledLine[];
    readonly top?: number;
    /** Whether the keys scroll it, though it has no heavy frame or the like. */
    readonly scrolls?: boolean;
  },
): ReactNode {
  const { lines, top: wanted = 0, scrolls = props.focused ?? false, ...frame } = props;
  const { say, view } = useScreen();
  const rows = Math.max(0, frame.height - frameRows);
  const { top, above, below } = visiblePart(lines.length, rows, wanted);
  useLayoutEffect(() => {
    if (scrolls) Object.assign(view, { textPage: Math.max(1, rows - 1), top, most: Math.max(0, lines.length - rows) });
  });
  const more = above + below > 0 ? say('school.more', { above, below }) : '';
  const footer = [frame.footer ?? '', more].filter((part) => part !== '').join(' · ');
  const width = frame.width - frameColumns;
  return (
    <FrameOf {...frame} footer={footer} practice>
      <Lines lines={lines.slice(top, top + rows)} width={width} />
    </FrameOf>
  );
}
