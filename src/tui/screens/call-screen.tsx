import { Box } from 'ink';
import type { ReactNode } from 'react';
import { CallTabs } from '../components/call-tabs.tsx';
import { useModel, useSay, useTheme } from '../components/session-context.tsx';
import { AnswerPanel } from '../panels/answer-panel.tsx';
import { CallPanel, callPanelRows } from '../panels/call-panel.tsx';
import { apartFromWriting, myCalls } from '../state/selectors.ts';
import { Stage } from './stage.tsx';

/** F3: the caller and the answer. */
export function CallScreen({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const calls = myCalls(model);
  // One call that is the one on screen needs no tab.
  const tabs = calls.length > 1 || (calls.length === 1 && calls[0]!.id !== model.callAt);
  const rows = tabs ? height - 1 : height;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {tabs && <CallTabs width={width} />}
      <Stage
        width={width}
        height={rows}
        share={0.5}
        wants={Math.min(callPanelRows(model, width, theme, say), Math.ceil(rows * 0.6))}
        leave={7}
        first={(size) => <CallPanel {...size} />}
        second={(size) => <AnswerPanel {...size} />}
      />
    </Box>
  );
}
