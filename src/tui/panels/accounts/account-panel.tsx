import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { chartLines, chartRows, useTold } from '../../components/charts.tsx';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { visiblePart } from '../../components/scroll-pane.tsx';
import { useModel, useSay, useSession, useTheme } from '../../components/session-context.tsx';
import { Lines, Spans } from '../../components/spans.tsx';
import type { Tab } from '../../state/accounts/tabs.ts';
import type { AccountView } from '../../state/accounts/verified.ts';
import { apartFromWriting } from '../../state/selectors.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import type { Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';
import { IdentityStrip, TabStrip } from './account-strip.tsx';
import { ChartsBeside } from './charts-beside.tsx';
import { drawAnswer } from './draw-answer.ts';
import { refusalLines } from './refusal-lines.ts';
import { planCells } from './repayments.ts';
import type { TabView } from './tab-view.ts';
import { Waiting } from './waiting.tsx';

/** From this width on the charts stand beside the list. */
const besideFrom = 100;
const listShare = 0.56;
/** Charts beside a list have so many cells at least, or they are not there. */
const leastCharts = 28;
/** Where they stand above it, the list keeps at least so many rows. */
const leastList = 7;
/** A short list leaves the lower half to something else, where half has so many rows. */
const leastHalf = 15;
/** Whose account it is, its tabs, and a line below them. */
const stripRows = 3;

type Sized = (size: { width: number; height: number }) => ReactNode;

/** What a list gets beside charts: its share, or what it needs where charts have room all the same. */
const besideWidth = (tab: Tab, width: number, say: Say): number => {
  const needed = tab === 'repayments' ? planCells(say) + frameColumns : 0;
  return Math.max(Math.floor(width * listShare), Math.min(needed, width - leastCharts));
};

const useTabView = (view: AccountView, width: number): TabView | undefined => {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const { language, today } = model;
  const policy = model.knowledge.base?.policy;
  const answer = view.query?.state === 'shown' ? view.query.answer : undefined;
  return useMemo(
    () => answer && drawAnswer(answer, { language, today, policy, width, theme, say }),
    [answer, language, today, policy, width, theme, say],
  );
};

/** The part of the list that is seen below its head: around the present until somebody scrolls. */
const seenPart = (view: AccountView, { head, lines, now }: TabView, rows: number) => {
  const room = Math.max(1, rows - head.length);
  const middle = now === undefined ? 0 : Math.max(0, now - (room >> 1));
  return { room, ...visiblePart(lines.length, room, view.desk.scrolls.get(view.key) ?? middle) };
};

/** The list. It tells the session what is seen, so that keys scroll on from there. */
function AccountList(props: { view: AccountView; drawn: TabView; width: number; rows: number }): ReactNode {
  const { view, drawn, width, rows } = props;
  const { sheet } = useSession();
  const { room, top, below } = seenPart(view, drawn, rows);
  useLayoutEffect(() => {
    sheet.top = top;
    sheet.most = top + below;
    sheet.page = Math.max(1, room - 1);
  });
  return (
    <Box flexDirection="column" width={width} height={rows} flexShrink={0} overflow="hidden">
      <Lines lines={drawn.head.slice(0, rows)} width={width} />
      <Lines lines={drawn.lines.slice(top, top + room)} width={width} />
    </Box>
  );
}

/** Charts above or below the list: all of them when nothing of the list is lost by it, else the first. */
const stackedCharts = (
  { charts, head, lines, leads }: TabView,
  { width, height, told }: { width: number; height: number; told: boolean },
  theme: Theme,
): StyledLine[] => {
  const listed = head.length + lines.length;
  const left = height - 1 - (leads === 'lines' ? listed : Math.min(listed, leastList));
  const all = chartRows(charts, width, told) + 1 + listed <= height;
  return chartLines(all ? charts : charts.slice(0, 1), { width, height: left, told, grow: false }, theme);
};

/** What there is to see while there is no answer. */
function Unanswered({ view, width }: { view: AccountView; width: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const { query, tab } = view;
  if (query?.state === 'none') return <Spans left={[{ text: say('loan.none'), style: theme.warn }]} width={width} />;
  if (query?.state === 'failed')
    return (
      <>
        <Lines lines={refusalLines(query.refusal, width, theme, say)} width={width} />
        {query.refusal.tell !== '' && (
          <>
            <Spans left={[]} width={width} />
            <Spans left={[{ text: say('accounts.again'), style: theme.quiet }]} width={width} />
          </>
        )}
      </>
    );
  const what = say('accounts.asking', { what: say(`accounts.tab.${tab}`) });
  return query?.state === 'asking' ? (
    <Waiting what={what} since={query.since} width={width} />
  ) : (
    <Spans left={[{ text: what, style: theme.quiet }]} width={width} />
  );
}

/**
 * An account: whose, what of it, and the answer with its charts beside or above it. `over`: a window in the place of the charts;
 * `rest`: what fills the room that they leave; `below`: the same for a short list.
 */
export function AccountPanel(props: {
  readonly view: AccountView;
  readonly width: number;
  readonly height: number;
  readonly over: Sized | undefined;
  readonly overRows: number;
  readonly rest: Sized | undefined;
  readonly below: Sized | undefined;
  /** It is only looked at: the keys are with another pane. */
  readonly aside?: boolean;
}): ReactNode {
  const { view, width, height, over, overRows, rest, below, aside = false } = props;
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const beside = width >= besideFrom;
  const listWidth = beside ? besideWidth(view.tab, width, say) : width;
  const inner = listWidth - frameColumns;
  const drawn = useTabView(view, inner);
  const told = useTold();
  const charts = drawn?.charts ?? [];
  const listed = drawn ? drawn.head.length + drawn.lines.length : 0;
  const half = height >> 1;
  const short = beside && below !== undefined && half >= leastHalf && listed + stripRows + frameRows <= half;
  const squeezed = over && !beside ? Math.max(stripRows + frameRows, height - overRows) : height;
  const listHeight = short ? half : squeezed;
  const room = Math.max(1, listHeight - frameRows - stripRows);
  const stacked = beside || over || !drawn ? [] : stackedCharts(drawn, { width: inner, height: room, told }, theme);
  const rows = stacked.length > 0 ? room - stacked.length - 1 : room;
  const first = drawn?.leads === 'charts';
  const chart = <Lines lines={first ? [...stacked, []] : [[], ...stacked]} width={inner} />;
  const about = model.calls.get(view.call);
  const part = drawn ? seenPart(view, drawn, rows) : { above: 0, below: 0 };
  const hidden = part.above + part.below;
  return (
    <Box flexDirection={beside ? 'row' : 'column'} width={width} height={height}>
      <Box flexDirection="column" width={listWidth} height={short ? height : listHeight} flexShrink={0}>
        <Frame
          width={listWidth}
          height={listHeight}
          title={`${say('accounts.title')} · ${shown(about?.name ?? '')}`}
          aside={hidden > 0 ? say('call.more', part) : ''}
          footer={aside ? say('accounts.open') : ''}
          focused={!aside && !model.overlay}
        >
          <IdentityStrip view={view} width={inner} />
          <TabStrip view={view} width={inner} />
          <Spans left={[]} width={inner} />
          {stacked.length > 0 && first && chart}
          {drawn ? (
            <AccountList view={view} drawn={drawn} width={inner} rows={first ? rows : Math.min(rows, listed)} />
          ) : (
            <Unanswered view={view} width={inner} />
          )}
          {stacked.length > 0 && !first && chart}
        </Frame>
        {short && below({ width: listWidth, height: height - listHeight })}
      </Box>
      {over
        ? over(beside ? { width: width - listWidth, height } : { width, height: Math.max(3, height - listHeight) })
        : beside && <ChartsBeside charts={charts} width={width - listWidth} height={height} rest={rest} />}
    </Box>
  );
}
