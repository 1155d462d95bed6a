import { Box } from 'ink';
import { type ReactNode, useLayoutEffect } from 'react';
import { CallTabs } from '../components/call-tabs.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { AccountAside } from '../panels/accounts/account-aside.tsx';
import { AnswerPanel } from '../panels/answer-panel.tsx';
import { CallKnowledge } from '../panels/call-knowledge.tsx';
import { CallPanel, callPanelRows } from '../panels/call-panel.tsx';
import { accountView } from '../state/accounts/verified.ts';
import type { SeatModel } from '../state/model.ts';
import { apartFromQueue, myCalls } from '../state/selectors.ts';
import { columnsOf, threeColumns } from './call-columns.ts';
import { Overlay, overlayRows, twoColumns } from './stage.tsx';

interface Size {
  readonly width: number;
  readonly height: number;
}

const leastRows = 5;
/** Rows of the suggestions while the answer is written, where everything stands below each other; none on a very low screen. */
const leastStrip = 6;
const stripRows = (height: number): number => (height >= 19 ? 8 : height >= 17 ? leastStrip : 0);
const answerRows = 6;
/** Of an account beside its call, and from which height on there is room for it. */
const accountRows = 10;
const leastWithAccount = 28;

const windowOpen = ({ overlay }: SeatModel): boolean => overlay !== undefined && overlay.kind !== 'help';

/** Caller above, answer below, and between them what is known of the account where it has no column of its own. */
function Conversation({ width, height, account }: Size & { readonly account: boolean }): ReactNode {
  const model = useModel(apartFromQueue);
  const theme = useTheme();
  const say = useSay();
  const known = account && accountView(model) !== undefined && height >= leastWithAccount ? accountRows : 0;
  const most = Math.ceil((height - known) * 0.45);
  const top = Math.max(leastRows, Math.min(callPanelRows(model, width, theme, say), most));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CallPanel width={width} height={top} />
      {known > 0 && <AccountAside width={width} height={known} />}
      <AnswerPanel width={width} height={height - top - known} />
    </Box>
  );
}

/** The conversation; the knowledge, or a window, beside it. The caller never leaves the screen. */
function TwoColumns({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const left = Math.floor(width * 0.5);
  const right = { width: width - left, height };
  return (
    <Box width={width} height={height}>
      <Conversation width={left} height={height} account />
      {windowOpen(model) ? <Overlay {...right} /> : <CallKnowledge {...right} />}
    </Box>
  );
}

/** The conversation, the knowledge, and the account; a window takes the place of the latter two. */
function ThreeColumns({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const [left, middle, right] = columnsOf(width);
  return (
    <Box width={width} height={height}>
      <Conversation width={left} height={height} account={false} />
      {windowOpen(model) ? (
        <Overlay width={middle + right} height={height} />
      ) : (
        <>
          <CallKnowledge width={middle} height={height} />
          <AccountAside width={right} height={height} />
        </>
      )}
    </Box>
  );
}

/**
 * Below each other: caller, suggestions, answer. While the knowledge has the keys it takes the room of the answer, and a window takes
 * that of both.
 */
function Stacked({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const theme = useTheme();
  const say = useSay();
  const over = windowOpen(model);
  const searching = model.pane === 'lookup' && model.callAt !== undefined;
  const wants = Math.min(callPanelRows(model, width, theme, say), Math.ceil(height * 0.6));
  const full = over || searching || model.callAt === undefined ? 0 : stripRows(height);
  // What was asked and tried is seen whole before many suggestions are.
  const lent = Math.max(0, Math.min(wants - (height - full - answerRows), full - leastStrip));
  const strip = full - lent;
  const below = over ? Math.max(7, overlayRows(model)) : searching ? Math.ceil(height * 0.6) : strip + answerRows;
  const top = Math.max(leastRows, Math.min(wants, height - below));
  const rest = { width, height: Math.max(3, height - top - strip) };
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CallPanel width={width} height={top} />
      {strip > 0 && <CallKnowledge width={width} height={strip} />}
      {over ? <Overlay {...rest} /> : searching ? <CallKnowledge {...rest} /> : <AnswerPanel {...rest} />}
    </Box>
  );
}

/** F3: the caller, the answer, and what is known about the matter. */
export function CallScreen({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const { store } = useSession();
  const calls = myCalls(model);
  // One call that is the one on screen needs no tab.
  const tabs = calls.length > 1 || (calls.length === 1 && calls[0]!.id !== model.callAt);
  const size = { width, height: tabs ? height - 1 : height };
  const beside = width >= twoColumns;
  const Columns = width >= threeColumns ? ThreeColumns : beside ? TwoColumns : Stacked;
  const knowledgeFits = beside || stripRows(size.height) > 0;
  useLayoutEffect(() => {
    store.update((now) => (now.knowledgeFits === knowledgeFits ? now : { ...now, knowledgeFits }));
  }, [store, knowledgeFits]);
  return (
    <Box flexDirection="column" width={width} height={height}>
      {tabs && <CallTabs width={width} />}
      <Columns {...size} />
    </Box>
  );
}
