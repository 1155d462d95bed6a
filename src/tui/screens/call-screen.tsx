import { Box } from 'ink';
import { type ReactNode, useLayoutEffect } from 'react';
import { CallTabs } from '../components/call-tabs.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { AccountAside } from '../panels/accounts/account-aside.tsx';
import { AnswerPanel } from '../panels/answer-panel.tsx';
import { CallKnowledge } from '../panels/call-knowledge.tsx';
import { CallPanel, callPanelRows } from '../panels/call-panel.tsx';
import { TalkPanel } from '../panels/talk-panel.tsx';
import { accountView } from '../state/accounts/verified.ts';
import { hasConversation } from '../state/conversation/talk.ts';
import type { SeatModel } from '../state/model.ts';
import { apartFromQueue, myCalls } from '../state/selectors.ts';
import { columnsOf, threeColumns } from './call-columns.ts';
import { Overlay, overlayRows, twoColumns } from './stage.tsx';
import { besideTalkRows, stackedTalkRows } from './talk-rows.ts';

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

/** Rows of an account where it has no column of its own; none when nothing is known of it or there is no room. */
const rowsOfAccount = (model: SeatModel, height: number): number =>
  accountView(model) !== undefined && height >= leastWithAccount ? accountRows : 0;

/** Caller above, answer below, and between them what is said, or what is known of the account where it has no column of its own. */
function Conversation({ width, height, account }: Size & { readonly account: boolean }): ReactNode {
  const model = useModel(apartFromQueue);
  const theme = useTheme();
  const say = useSay();
  const talks = useModel(hasConversation);
  if (talks) {
    const rows = besideTalkRows(height, callPanelRows(model, width, theme, say));
    return (
      <Box flexDirection="column" width={width} height={height}>
        <CallPanel width={width} height={rows.caller} />
        <TalkPanel width={width} height={rows.talk} />
        <AnswerPanel width={width} height={rows.answer} />
      </Box>
    );
  }
  const known = account ? rowsOfAccount(model, height) : 0;
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

/** The knowledge, and below it the account, whose place beside the caller the conversation has. */
function KnowledgeAndAccount({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const known = useModel(hasConversation) ? rowsOfAccount(model, height) : 0;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CallKnowledge width={width} height={height - known} />
      {known > 0 && <AccountAside width={width} height={known} />}
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
      {windowOpen(model) ? <Overlay {...right} /> : <KnowledgeAndAccount {...right} />}
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
 * Below each other: caller, suggestions, what is said where there is somebody to talk with, answer. While the knowledge has the keys it takes the room of the answer, and a window takes
 * that of both.
 */
function Stacked({ width, height }: Size): ReactNode {
  const model = useModel(apartFromQueue);
  const theme = useTheme();
  const say = useSay();
  const over = windowOpen(model);
  const talks = useModel(hasConversation);
  const searching = model.pane === 'lookup' && model.callAt !== undefined;
  const wanted = callPanelRows(model, width, theme, say);
  if (talks && !over && !searching && model.callAt !== undefined) {
    const { caller, strip, talk, answer } = stackedTalkRows(height, wanted, model.pane);
    return (
      <Box flexDirection="column" width={width} height={height}>
        <CallPanel width={width} height={caller} />
        {strip > 0 && <CallKnowledge width={width} height={strip} />}
        {talk > 0 && <TalkPanel width={width} height={talk} />}
        {answer > 0 && <AnswerPanel width={width} height={answer} />}
      </Box>
    );
  }
  const wants = Math.min(wanted, Math.ceil(height * 0.6));
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
  const talks = useModel(hasConversation);
  const strip = talks ? stackedTalkRows(size.height, 0, 'talk').strip : stripRows(size.height);
  const knowledgeFits = beside || strip > 0;
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
