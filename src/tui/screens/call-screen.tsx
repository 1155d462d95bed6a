import { Box } from 'ink';
import { type ReactNode, useLayoutEffect } from 'react';
import { CallTabs } from '../components/call-tabs.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { AnswerPanel } from '../panels/answer-panel.tsx';
import { CallKnowledge } from '../panels/call-knowledge.tsx';
import { CallPanel, callPanelRows } from '../panels/call-panel.tsx';
import type { SeatModel } from '../state/model.ts';
import { apartFromWriting, myCalls } from '../state/selectors.ts';
import { Overlay, overlayRows, twoColumns } from './stage.tsx';

interface Size {
  readonly width: number;
  readonly height: number;
}

const leastRows = 5;
/** Rows of the suggestions while the answer is written, where everything stands below each other; none on a very low screen. */
const stripRows = (height: number): number => (height >= 19 ? 8 : height >= 17 ? 6 : 0);
const answerRows = 6;

const windowOpen = ({ overlay }: SeatModel): boolean => overlay !== undefined && overlay.kind !== 'help';

/** Caller above, answer below; the knowledge, or a window, beside them. The caller never leaves the screen. */
function SideBySide({ width, height }: Size): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const left = Math.floor(width * (width >= 150 ? 0.4 : 0.5));
  const right = { width: width - left, height };
  const top = Math.max(leastRows, Math.min(callPanelRows(model, left, theme, say), Math.ceil(height * 0.45)));
  return (
    <Box width={width} height={height}>
      <Box flexDirection="column" width={left} height={height}>
        <CallPanel width={left} height={top} />
        <AnswerPanel width={left} height={height - top} />
      </Box>
      {windowOpen(model) ? <Overlay {...right} /> : <CallKnowledge {...right} />}
    </Box>
  );
}

/**
 * Below each other: caller, suggestions, answer. While the knowledge has the keys it takes the room of the answer, and a window takes
 * that of both.
 */
function Stacked({ width, height }: Size): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const over = windowOpen(model);
  const searching = model.pane === 'lookup' && model.callAt !== undefined;
  const strip = over || searching || model.callAt === undefined ? 0 : stripRows(height);
  const below = over ? Math.max(7, overlayRows(model)) : searching ? Math.ceil(height * 0.6) : strip + answerRows;
  const wants = Math.min(callPanelRows(model, width, theme, say), Math.ceil(height * 0.6));
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
  const model = useModel(apartFromWriting);
  const { store } = useSession();
  const calls = myCalls(model);
  // One call that is the one on screen needs no tab.
  const tabs = calls.length > 1 || (calls.length === 1 && calls[0]!.id !== model.callAt);
  const size = { width, height: tabs ? height - 1 : height };
  const beside = width >= twoColumns;
  const knowledgeFits = beside || stripRows(size.height) > 0;
  useLayoutEffect(() => {
    store.update((now) => (now.knowledgeFits === knowledgeFits ? now : { ...now, knowledgeFits }));
  }, [store, knowledgeFits]);
  return (
    <Box flexDirection="column" width={width} height={height}>
      {tabs && <CallTabs width={width} />}
      {beside ? <SideBySide {...size} /> : <Stacked {...size} />}
    </Box>
  );
}
