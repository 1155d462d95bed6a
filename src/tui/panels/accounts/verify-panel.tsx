import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Frame, frameColumns } from '../../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../../components/session-context.tsx';
import { Lines } from '../../components/spans.tsx';
import { formInUse } from '../../forms/fill-in.ts';
import { accountDeskOf } from '../../state/accounts/change-desk.ts';
import { labelCells, labelled, type StyledLine } from '../../text/styled-line.ts';
import { wrap } from '../../text/width.ts';
import { FormPanel, formRows } from '../form-panel.tsx';
import { refusalLines } from './refusal-lines.ts';
import { Waiting } from './waiting.tsx';

const leastForm = 5;
const leastTell = 7;
const usualTell = 9;
/** Rows for what a simulated citizen says. */
const citizenRows = 4;
const leastBelow = 12;

/** What may be said: before the check, while it runs, and when it did not pass. It stays until the next check. */
function TellPanel({ call, width, height }: { call: string; width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const session = useSession();
  const inner = width - frameColumns;
  const { refusal, checking, identity } = accountDeskOf(model, call);
  const label = say('accounts.tell.label');
  const left = identity && identity.failures > 0 ? say('verify.left', { left: identity.left }) : '';
  const says = session.citizenSays(call);
  const demo: StyledLine[] = says
    ? [[], ...labelled(say('verify.citizen'), says, inner, labelCells([say('verify.citizen')]), theme.label)]
    : [];
  const guide: StyledLine[] = [
    ...wrap(say('verify.guide'), inner).map((line) => [{ text: line.text }]),
    [],
    ...labelled(label, say('verify.guide.tell'), inner, labelCells([label]), theme.label),
  ];
  return (
    <Frame width={width} height={height} title={say('verify.tell.title')} footer={left}>
      {checking !== undefined ? (
        <Waiting what={say('verify.checking')} since={checking} width={inner} />
      ) : (
        <Lines lines={[...(refusal ? refusalLines(refusal, inner, theme, say) : guide), ...demo]} width={inner} />
      )}
    </Frame>
  );
}

/** Who is on the line: the form, and below it what may be said. `over`: a window in the place of the form; `below`: what fills the room that is left. */
export function VerifyPanel(props: {
  readonly call: string;
  readonly width: number;
  readonly height: number;
  readonly over: ((size: { width: number; height: number }) => ReactNode) | undefined;
  readonly overRows: number;
  readonly below: ((size: { width: number; height: number }) => ReactNode) | undefined;
}): ReactNode {
  const { call, width, height, over, overRows, below } = props;
  const model = useModel(wholeModel);
  const session = useSession();
  const form = formInUse(model);
  const wanted = over ? overRows : form ? formRows(model, form) : 0;
  const top = { width, height: Math.max(leastForm, Math.min(wanted, height - leastTell)) };
  const left = height - top.height;
  const wants = usualTell + (session.citizenSays(call) ? citizenRows : 0);
  const tell = below && left >= wants + leastBelow ? wants : left;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {over ? over(top) : <FormPanel {...top} />}
      <TellPanel call={call} width={width} height={tell} />
      {tell < left && below?.({ width, height: left - tell })}
    </Box>
  );
}
