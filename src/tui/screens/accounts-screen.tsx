import { Box } from 'ink';
import { type ReactNode, useEffect } from 'react';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { AccountPanel } from '../panels/accounts/account-panel.tsx';
import { CallOver, Locked, NoCall } from '../panels/accounts/no-accounts.tsx';
import { VerifyPanel } from '../panels/accounts/verify-panel.tsx';
import { CallKnowledge } from '../panels/call-knowledge.tsx';
import { CallPanel, callPanelRows } from '../panels/call-panel.tsx';
import { DraftPanel } from '../panels/draft-panel.tsx';
import { TalkPanel } from '../panels/talk-panel.tsx';
import { arriveAtAccounts } from '../state/accounts/open.ts';
import { accountCall, accountView, isLocked, isVerifying } from '../state/accounts/verified.ts';
import { hasConversation } from '../state/conversation/talk.ts';
import { apartFromWriting } from '../state/selectors.ts';
import { threeColumns } from './call-columns.ts';
import { Overlay, overlayRows, twoColumns } from './stage.tsx';
import { besideTalkRows } from './talk-rows.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const leastDraft = 5;
const lockedRows = 8;
const leastWithTalk = 17;

/** The caller and what they asked, what they say where they can be talked with, and the answer, as far as there is room. */
function CallerAndAnswer({ width, height }: Size): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const talks = useModel(hasConversation);
  const wanted = callPanelRows(model, width, theme, say);
  if (talks && height >= leastWithTalk) {
    const rows = besideTalkRows(height, wanted);
    return (
      <Box flexDirection="column" width={width} height={height}>
        <CallPanel width={width} height={rows.caller} />
        <TalkPanel width={width} height={rows.talk} aside />
        <DraftPanel width={width} height={rows.answer} />
      </Box>
    );
  }
  const top = wanted + leastDraft <= height ? wanted : height;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CallPanel width={width} height={top} />
      {top < height && <DraftPanel width={width} height={height - top} />}
    </Box>
  );
}

/** What belongs to the accounts of the shown call. `alone`: nothing else stands beside it. */
function Accounts({ width, height, alone }: Size & { readonly alone: boolean }): ReactNode {
  const model = useModel(apartFromWriting);
  const call = accountCall(model);
  const view = accountView(model);
  const window = model.overlay && model.overlay.kind !== 'help';
  const over = window ? (size: Size) => <Overlay {...size} /> : undefined;
  const overRows = Math.min(Math.max(7, overlayRows(model)), height - 6);
  const rest = alone ? (size: Size) => <CallerAndAnswer {...size} /> : undefined;
  const below = (size: Size): ReactNode => <CallKnowledge {...size} />;
  if (call && isVerifying(model)) {
    const left = rest && width >= twoColumns ? Math.floor(width * 0.56) : width;
    return (
      <Box width={width} height={height}>
        <VerifyPanel call={call.id} width={left} height={height} over={over} overRows={overRows} below={below} />
        {left < width && rest?.({ width: width - left, height })}
      </Box>
    );
  }
  if (view)
    return (
      <AccountPanel
        view={view}
        width={width}
        height={height}
        over={over}
        overRows={overRows}
        rest={rest}
        below={below}
      />
    );
  const locked = call !== undefined && isLocked(model);
  const top = over ? height - overRows : call && rest ? Math.min(lockedRows, height) : height;
  const Instead = locked ? Locked : call ? CallOver : NoCall;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Instead width={width} height={top} />
      {top < height && (over ?? rest)?.({ width, height: height - top })}
    </Box>
  );
}

/** F5: who the caller is, and what the fund has on record of them. */
export function AccountsScreen({ width, height }: Size): ReactNode {
  const model = useModel(apartFromWriting);
  const session = useSession();
  const call = accountCall(model)?.id;
  // Also when a call comes while the screen is open.
  useEffect(() => {
    if (call !== undefined) arriveAtAccounts(session);
  }, [session, call]);
  if (width < threeColumns || call === undefined) return <Accounts width={width} height={height} alone />;
  const left = Math.floor(width * 0.32);
  return (
    <Box width={width} height={height}>
      <CallerAndAnswer width={left} height={height} />
      <Accounts width={width - left} height={height} alone={false} />
    </Box>
  );
}
