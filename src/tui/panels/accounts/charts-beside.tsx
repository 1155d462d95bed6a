import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Chart } from '../../charts/chart.ts';
import { Charts, chartLines, useTold } from '../../components/charts.tsx';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { useSay, useTheme } from '../../components/session-context.tsx';
import { Spans } from '../../components/spans.tsx';

/** What is below the charts has at least so many rows. */
const leastRest = 9;

/** Charts in their frame beside a list, and below them what else has room there; alone, they grow into it. */
export function ChartsBeside(props: {
  readonly charts: readonly Chart[];
  readonly width: number;
  readonly height: number;
  readonly rest: ((size: { width: number; height: number }) => ReactNode) | undefined;
}): ReactNode {
  const { charts, width, height, rest } = props;
  const theme = useTheme();
  const say = useSay();
  const told = useTold();
  const inner = width - frameColumns;
  const lines = chartLines(charts, { width: inner, height: height - frameRows, told, grow: false }, theme).length;
  const wanted = lines === 0 ? 0 : lines + frameRows;
  // What can grow gets half of the height at least.
  const taken = !told && charts.some(({ grows }) => grows) ? Math.max(wanted, height >> 1) : wanted;
  const below = rest && height - taken >= leastRest ? height - taken : 0;
  const top = lines === 0 && rest ? 0 : height - below;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {top > 0 && (
        <Frame width={width} height={top} title={say('chart.title')}>
          {lines === 0 && <Spans left={[{ text: say('chart.none'), style: theme.quiet }]} width={inner} />}
          <Charts charts={charts} width={inner} height={top - frameRows} />
        </Frame>
      )}
      {top < height && rest?.({ width, height: height - top })}
    </Box>
  );
}
