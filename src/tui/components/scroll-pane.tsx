import { Box } from 'ink';
import { type ReactNode, useLayoutEffect } from 'react';
import type { StyledLine } from '../text/styled-line.ts';
import { useSession } from './session-context.tsx';
import { Lines } from './spans.tsx';

/** The part of a long text that is seen, and how much is above and below it. */
export const visiblePart = (
  count: number,
  rows: number,
  scroll: number,
): { top: number; above: number; below: number } => {
  const most = Math.max(0, count - rows);
  const top = Math.min(scroll, most);
  return { top, above: top, below: most - top };
};

/** Lines that scroll. It tells the session how far, so that keys can stop at the ends. */
export function ScrollPane(props: {
  readonly lines: readonly StyledLine[];
  readonly width: number;
  readonly rows: number;
  readonly scroll: number;
}): ReactNode {
  const { lines, width, rows, scroll } = props;
  const { view } = useSession();
  const { top } = visiblePart(lines.length, rows, scroll);
  useLayoutEffect(() => {
    view.most = Math.max(0, lines.length - rows);
    view.page = Math.max(1, rows - 1);
  });
  return (
    <Box flexDirection="column" height={rows} width={width} overflowY="hidden" flexShrink={0}>
      <Lines lines={lines.slice(top, top + rows)} width={width} />
    </Box>
  );
}
