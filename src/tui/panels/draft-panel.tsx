import type { ReactNode } from 'react';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useTheme, wholeModel } from '../components/session-context.tsx';
import { Lines, Spans } from '../components/spans.tsx';
import { accountView, isLocked, isTalking } from '../state/accounts/verified.ts';
import { draftOf } from '../state/desk.ts';
import { shownParagraph } from '../text/styled-line.ts';
import { wrap } from '../text/width.ts';

/** The end of the answer as it stands, for who inserts into it from another screen. */
export function DraftPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  // Of somebody who was not verified nothing more is found once the call is over, or checks are locked.
  const hint = accountView(model) || (isTalking(model) && !isLocked(model)) ? say('accounts.draft.hint') : '';
  const { text } = draftOf(model, model.callAt);
  const lines = wrap(shownParagraph(text), inner).map((line) => [{ text: line.text }]);
  return (
    <Frame
      width={width}
      height={height}
      title={say('answer.title')}
      footer={text === '' ? '' : say('answer.count', { count: [...text].length })}
    >
      {text === '' ? (
        <Spans left={[{ text: hint, style: theme.quiet }]} width={inner} />
      ) : (
        <Lines lines={lines.slice(-Math.max(1, height - frameRows))} width={inner} />
      )}
    </Frame>
  );
}
