import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { keyHints, keysShown } from '../../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { visiblePart } from '../../components/scroll-pane.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../../components/session-context.tsx';
import { Lines } from '../../components/spans.tsx';
import { formInUse } from '../../forms/fill-in.ts';
import { workedOut } from '../../forms/sums/sum-outcome.ts';
import { readsResult } from '../../state/sums/result-window.ts';
import { resultLines } from './result-lines.ts';

const dense = 10;

/** What comes of a sum as it stands. Its edge says how it gets into the answer. */
export function ResultPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const { sums } = useSession();
  const theme = useTheme();
  const say = useSay();
  const { knowledge, today, corrections, language, overlay } = model;
  const worked = workedOut(model, formInUse(model));
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const all = useMemo(
    () =>
      worked
        ? resultLines(worked, {
            setting: { knowledge, today, corrections, language },
            width: inner,
            theme,
            say,
          })
        : [],
    [worked, knowledge, today, corrections, language, inner, theme, say],
  );
  // Where there is hardly any room, none of it is left empty.
  const lines = rows < dense ? all.filter((line) => line.length > 0) : all;
  const reads = readsResult(model);
  const { top, above, below } = visiblePart(lines.length, rows, (overlay?.kind === 'form' && overlay.scroll) || 0);
  useLayoutEffect(() => {
    sums.most = Math.max(0, lines.length - rows);
    sums.page = Math.max(1, rows - 1);
  });
  const footer = [
    ...(worked?.outcome.ok ? [keyHints(model, say, reads ? 'sum-result-insert' : 'sum-insert')] : []),
    ...(above + below > 0 ? [keysShown(model, 'sum-page-up', 'sum-page-down')] : []),
  ].join(' · ');
  const title = worked ? `${say('sums.result')} · ${say(`sum.${worked.id}`)}` : say('sums.result');
  return (
    <Frame
      width={width}
      height={height}
      title={title}
      aside={above + below > 0 ? say('call.more', { above, below }) : ''}
      footer={footer}
      focused={reads}
    >
      <Box flexDirection="column" width={inner} height={rows} flexShrink={0} overflow="hidden">
        <Lines lines={lines.slice(top, top + rows)} width={inner} />
      </Box>
    </Frame>
  );
}
