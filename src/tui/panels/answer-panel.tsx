import type { ReactNode } from 'react';
import { canWrite } from '../actions/contexts.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { Lines } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { answerLimit, draftOf, withDraft } from '../state/desk.ts';
import { citationsOf } from '../state/knowledge/citations.ts';
import { shownCall, shownTicket } from '../state/selectors.ts';
import { outcomeLines } from './outcome-lines.ts';

/** The answer being written; once the ticket is done, what became of it. */
export function AnswerPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const call = shownCall(model);
  const ticket = shownTicket(model);
  if (!call) return <Frame width={width} height={height} title={say('answer.title')} />;
  if (!canWrite(model)) {
    const lines =
      ticket && ticket.state !== 'open'
        ? outcomeLines(ticket, model, inner, theme, say)
        : [[{ text: say('answer.elsewhere'), style: theme.warn }], [{ text: draftOf(model, call.id).text }]];
    return (
      <Frame width={width} height={height} title={say('answer.title')}>
        <Lines lines={lines.slice(0, rows)} width={inner} />
      </Frame>
    );
  }
  const draft = draftOf(model, call.id);
  const focused = model.pane === 'main' && !model.overlay;
  const cited = citationsOf(model, call.id);
  const footer = [
    ...(draft.text === '' ? [] : [say('answer.count', { count: [...draft.text].length })]),
    ...(cited.length > 0 ? [say('answer.cited', { articles: cited.join(' ') })] : []),
  ].join(' · ');
  return (
    <Frame width={width} height={height} title={say('answer.title')} footer={footer} focused={focused}>
      <TextField
        key={call.id}
        buffer={draft}
        onChange={(next) => session.store.update((now) => withDraft(now, call.id, next))}
        onRefused={() => session.notice('refused', say('answer.full', { max: answerLimit }))}
        width={inner}
        rows={rows}
        focused={focused}
        enter="newline"
        placeholder={say('answer.hint')}
      />
    </Frame>
  );
}
