import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { canWrite } from '../actions/contexts.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { Lines } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { type AnswerHints, answerHints } from '../state/answer-hints.ts';
import { answerLimit, draftOf, withDraft } from '../state/desk.ts';
import { citationsOf } from '../state/knowledge/citations.ts';
import { leaving } from '../state/outbox/entries.ts';
import { answerMatters, shownCall, shownTicket } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { cellWidth, wrap } from '../text/width.ts';
import type { Say } from '../words/words.ts';
import { outcomeLines } from './outcome-lines.ts';

/** What a frame keeps of its lower edge on both sides of what stands in it. */
const footerMargin = 4;

/** The parts side by side, each in the longest of its forms for which there is room; one that does not fit at all is left out. */
const joinedFitting = (parts: readonly (readonly string[])[], cells: number): string => {
  let joined = '';
  for (const forms of parts) {
    const longer = forms.map((form) => (joined === '' ? form : `${joined} · ${form}`));
    joined = longer.find((text) => cellWidth(text) <= cells) ?? joined;
  }
  return joined;
};

/** How long the answer is, and how long it takes to read out. */
const lengthWords = ({ count, seconds, tooLong }: AnswerHints, say: Say): string => {
  if (seconds === undefined) return say('answer.count', { count });
  return say(tooLong ? 'answer.too-long' : 'answer.read-out', { count, seconds });
};

/** The answer being written; once the ticket is done, what became of it. */
export function AnswerPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(answerMatters);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const call = shownCall(model);
  const ticket = shownTicket(model);
  const draft = draftOf(model, call?.id);
  const { base, edition } = model.knowledge;
  // Of what is read of the model, only the words of the knowledge base.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the base changes in place
  const hints = useMemo(() => answerHints(model, draft.text), [draft.text, base, edition]);
  useLayoutEffect(() => {
    const cells = inner - 1;
    Object.assign(session.answer, { cells, rows, lines: wrap(draft.text, cells).length });
  }, [session, inner, rows, draft.text]);
  if (!call) return <Frame width={width} height={height} title={say('answer.title')} />;
  if (!canWrite(model)) {
    const going = leaving(model, call.id);
    const why = going ? say(going.tried ? 'outbox.answer.tried' : 'outbox.answer') : say('answer.elsewhere');
    const lines =
      ticket && ticket.state !== 'open'
        ? outcomeLines(ticket, model, inner, theme, say)
        : [[{ text: why, style: theme.warn }], ...wrap(draft.text, inner).map((line) => [{ text: line.text }])];
    return (
      <Frame width={width} height={height} title={say('answer.title')}>
        <Lines lines={lines.slice(0, rows)} width={inner} />
      </Frame>
    );
  }
  const focused = model.pane === 'main' && !model.overlay;
  const cited = citationsOf(model, call.id);
  const footer = joinedFitting(
    [
      ...(draft.text === '' ? [] : [[lengthWords(hints, say)]]),
      ...(hints.places > 0 ? [[say('answer.places', { count: hints.places })]] : []),
      ...(cited.length > 0
        ? [[say('answer.cited', { articles: cited.join(' ') }), say('answer.cited.count', { count: cited.length })]]
        : []),
      ...hints.hard
        .slice(0, 1)
        .map(({ word, plain }) => [
          say('answer.hard', { word: shown(word), plain: shown(plain) }),
          say('answer.hard.word', { word: shown(word) }),
        ]),
    ],
    inner - footerMargin,
  );
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
