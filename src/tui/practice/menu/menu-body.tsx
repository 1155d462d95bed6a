import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Chart } from '../../charts/chart.ts';
import { chartLines, chartRows, useTold } from '../../components/charts.tsx';
import { frameColumns } from '../../components/frame.tsx';
import { useTheme } from '../../components/session-context.tsx';
import { Spans } from '../../components/spans.tsx';
import { TextField } from '../../components/text-field.tsx';

import type { StyledLine } from '../../text/styled-line.ts';
import { cellWidth } from '../../text/width.ts';
import { ListPane } from '../parts/list-pane.tsx';
import { TextPane } from '../parts/text-pane.tsx';
import { twoColumns } from '../parts/two-columns.ts';
import type { BodyProps } from '../screen/practice-screen.ts';
import { useScreen } from '../screen/screen-context.tsx';
import { type Menu, type MenuState, withFilter } from './menu-state.ts';
import { groupChart, levelChart, scoreChart } from './progress-charts.ts';
import { contentOf } from './tab-content.ts';

type Props = BodyProps<MenuState> & { readonly menu: Menu };

function Filter({ state, change, width }: Pick<Props, 'state' | 'change' | 'width'>): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  const label = `${say('school.filter')}  `;
  const cells = cellWidth(label);
  return (
    <Box width={width}>
      <Box width={cells} flexShrink={0}>
        <Spans left={[{ text: label, style: theme.label }]} width={cells} />
      </Box>
      <TextField
        buffer={state.filter}
        onChange={(filter) => change((now) => withFilter(now, filter))}
        width={width - cells}
        placeholder={say('school.filter.hint')}
        focused
      />
    </Box>
  );
}

/** Rows of the list when what is said of the chosen row stands below it: a good half. */
const shareOfList = 0.56;

function ListTab({ menu, state, change, width, height }: Props): ReactNode {
  const { say, language } = useScreen();
  const theme = useTheme();
  if (state.tab === 'progress') return null;
  const content = contentOf(state.tab, menu, state, { say, language, theme });
  const beside = width >= twoColumns;
  const alone = content.rows.length === 0;
  const list = alone
    ? { width, height }
    : beside
      ? { width: Math.floor(width * 0.58), height }
      : { width, height: Math.ceil(height * shareOfList) };
  const about = beside ? { width: width - list.width, height } : { width, height: height - list.height };
  const filters = state.tab === 'all';
  return (
    <Box width={width} height={height} flexDirection={beside ? 'row' : 'column'}>
      <ListPane
        {...list}
        title={say(`school.tab.${state.tab}`)}
        footer={content.footer}
        focused
        head={content.head}
        rows={content.rows}
        at={state.at[state.tab]}
        none={content.none}
        {...(filters && {
          aboveRows: 1,
          above: <Filter state={state} change={change} width={list.width - frameColumns} />,
        })}
      />
      {!alone && (
        <TextPane
          {...about}
          title={content.aboutTitle}
          lines={content.about(about.width - frameColumns)}
          top={state.scroll}
          scrolls
        />
      )}
    </Box>
  );
}

/** Charts as a text that scrolls, so that none is left out for want of room. */
const useCharts = (charts: readonly Chart[], width: number, height: number): StyledLine[] => {
  const theme = useTheme();
  const told = useTold();
  const rows = chartRows(charts, width, told);
  return chartLines(charts, { width, height: Math.max(rows, height), told, grow: true }, theme);
};

function ProgressTab({ menu, state, width, height }: Props): ReactNode {
  const { say } = useScreen();
  const { progress, results } = menu;
  const beside = width >= twoColumns;
  const scores = scoreChart(menu, say);
  const shares = menu.scenarios.length === 0 ? [] : [levelChart(menu, say), groupChart(menu, say)];
  const left = beside ? Math.floor(width * 0.55) : width;
  const room = height - 2;
  const first = useCharts(beside ? [scores] : [scores, ...shares], left - frameColumns, room);
  const second = useCharts(shares, width - left - frameColumns, room);
  const none: StyledLine[] = [[{ text: say('school.progress.none') }]];
  const summary = say('school.summary', { runs: progress.runs, passed: progress.passed, streak: progress.streak });
  return (
    <Box width={width} height={height}>
      <TextPane
        width={left}
        height={height}
        title={say('school.tab.progress')}
        footer={summary}
        lines={results.length === 0 ? [...none, ...(beside ? [] : [[], ...first])] : first}
        top={state.scroll}
        focused
      />
      {beside && <TextPane width={width - left} height={height} title={say('school.tab.all')} lines={second} />}
    </Box>
  );
}

export function MenuBody(props: Props): ReactNode {
  return props.state.tab === 'progress' ? <ProgressTab {...props} /> : <ListTab {...props} />;
}
