import type { ReactNode } from 'react';
import type { OutboxEntry } from '../../client/desk/outbox-entry.ts';
import { keyHints, keysShown } from '../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useLocalNow, useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, Lines, type Span, Spans } from '../components/spans.tsx';
import type { SeatModel } from '../state/model.ts';
import { refusalShown, remediesOf, remedyWords } from '../state/outbox/conflict.ts';
import { nameOfEntry, textOfEntry } from '../state/outbox/entries.ts';
import { labelCells, type StyledLine, shown, shownParagraph } from '../text/styled-line.ts';
import { dateTime } from '../text/time.ts';
import { wrap } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The first of `rows` entries to show, so that the chosen one is among them. */
const firstOf = (at: number, rows: number): number => Math.max(0, at - rows + 1);

const stateOf = (entry: OutboxEntry, model: SeatModel, now: number, say: Say): string => {
  if (entry.refused) return say('outbox.row.refused', { reason: entry.refused.text });
  if (model.connection.state !== 'connected') return say(entry.tried ? 'outbox.row.tried' : 'outbox.row.away');
  if (entry.tried) return say('outbox.row.tried');
  const seconds = Math.floor((entry.dueAt - now) / 1000);
  return seconds > 0 ? say('outbox.row.due', { seconds }) : say('outbox.row.now');
};

/** What is to be sent, and what was refused. */
export function OutboxPanel({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const now = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const at = model.overlay?.kind === 'outbox' ? Math.min(model.overlay.at, model.outbox.length - 1) : 0;
  const top = firstOf(at, rows);
  return (
    <Frame
      width={width}
      height={height}
      title={say('outbox.title')}
      footer={keyHints(model, say, 'outbox-look-after', 'outbox-send', 'outbox-close')}
      focused
    >
      {model.outbox.length === 0 && <Spans left={[{ text: say('outbox.none'), style: theme.quiet }]} width={inner} />}
      {model.outbox.slice(top, top + rows).map((entry, index) => {
        const chosen = top + index === at;
        const spans: Span[] = [
          { text: chosen ? '▸ ' : '  ' },
          cell(`${entry.refused ? '✗' : '↻'} ${say(nameOfEntry(entry))}`, 10, chosen ? {} : theme.label),
          cell(shown(entry.about), 12),
          ...(inner > 90 ? [cell(entry.ticket, 20)] : []),
          { text: shown(stateOf(entry, model, now, say)), style: chosen ? {} : theme.quiet },
        ];
        return <Spans key={entry.key} left={spans} width={inner} style={chosen ? theme.selected : undefined} />;
      })}
    </Frame>
  );
}

const paragraph = (text: string, width: number): StyledLine[] =>
  wrap(shownParagraph(text), width).map((line) => [{ text: line.text }]);

/** What stands at the hub in place of what was refused. */
const standingLines = (entry: OutboxEntry, model: SeatModel, width: number, theme: Theme, say: Say): StyledLine[] => {
  const standing = model.standing.get(entry.ticket);
  const quiet = (text: string): StyledLine[] => [[{ text, style: theme.quiet }]];
  if (standing === undefined) {
    return quiet(say(model.connection.state === 'connected' ? 'conflict.reading' : 'conflict.away'));
  }
  if (standing === 'hidden') return quiet(say('conflict.hidden'));
  const { state, handledBy, handledAt, unit, reason, answer } = standing;
  const by = say('conflict.by', {
    state: term(model.language, 'ticket', state),
    by: shown(handledBy?.name ?? ''),
    at: handledAt ? dateTime(handledAt) : '',
  });
  const order = [unit, reason].filter((part) => part !== null).join(' · ');
  return [
    [{ text: by, style: theme.strong }],
    ...(order === '' ? [] : paragraph(order, width)),
    ...(answer ? paragraph(answer, width) : quiet(say('conflict.no-answer'))),
  ];
};

/** Rows that the window would like: reason, two texts, and what can be done. */
export const conflictRows = 18;

/** What was refused: both texts, and what can be done. */
export function ConflictPanel({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const entry = refusalShown(model);
  const { overlay } = model;
  if (!entry || overlay?.kind !== 'conflict') return <Frame width={width} height={height} title={say('outbox.none')} />;
  const inner = width - frameColumns;
  const remedies = remediesOf(model, entry);
  const rows = Math.max(1, height - frameRows - remedies.length);
  const lines: StyledLine[] = [
    ...wrap(entry.refused?.text ?? '', inner).map((line) => [{ text: line.text, style: theme.warn }]),
    [{ text: say('conflict.mine'), style: theme.title }],
    ...paragraph(textOfEntry(entry), inner),
    ...(entry.ticket === ''
      ? []
      : [[{ text: say('conflict.standing'), style: theme.title }], ...standingLines(entry, model, inner, theme, say)]),
  ];
  session.view.most = Math.max(0, lines.length - rows);
  session.view.page = Math.max(1, rows - 1);
  const top = Math.min(overlay.scroll, session.view.most);
  const about = `${shown(entry.about)} ${entry.ticket}`.trim();
  const place = `${top + 1}-${Math.min(lines.length, top + rows)}/${lines.length}`;
  return (
    <Frame
      width={width}
      height={height}
      title={say('conflict.title', { what: say(nameOfEntry(entry)), about })}
      aside={session.view.most > 0 ? `${place} ${keysShown(model, 'conflict-page-up', 'conflict-page-down')}` : ''}
      footer={keyHints(model, say, 'conflict-choose', 'conflict-close')}
      focused
    >
      <Lines lines={lines.slice(top, top + rows)} width={inner} />
      {Array.from({ length: Math.max(0, rows - (lines.length - top)) }, (_, gap) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other name
        <Spans key={gap} left={[]} width={inner} />
      ))}
      {remedies.map((one, index) => {
        const chosen = index === overlay.at;
        const spans: Span[] = [
          { text: chosen ? '▸ ' : '  ' },
          cell(say(remedyWords[one].name), 16),
          { text: say(remedyWords[one].help), style: chosen ? {} : theme.quiet },
        ];
        return <Spans key={one} left={spans} width={inner} style={chosen ? theme.selected : undefined} />;
      })}
    </Frame>
  );
}

/** Other texts written for the call on the screen: which, and the chosen one below. */
export function OlderPanel({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const older = model.callAt === undefined ? [] : session.kept.otherTexts(model.callAt);
  const at = model.overlay?.kind === 'older' ? Math.min(model.overlay.at, older.length - 1) : 0;
  const rows = older.map(({ at: when, paper }) =>
    say('older.row', { at: dateTime(new Date(when).toISOString()), count: [...paper.text].length }),
  );
  const rowCells = labelCells(rows);
  const listRows = Math.min(older.length, Math.max(1, Math.floor((height - frameRows) / 2)));
  const top = firstOf(at, listRows);
  const below = Math.max(0, height - frameRows - listRows - 1);
  return (
    <Frame
      width={width}
      height={height}
      title={say('older.title')}
      footer={keyHints(model, say, 'older-bring-back', 'older-copy', 'older-close')}
      focused
    >
      {older.slice(top, top + listRows).map(({ place, paper }, index) => {
        const chosen = top + index === at;
        const spans: Span[] = [
          { text: chosen ? '▸ ' : '  ' },
          cell(rows[top + index] ?? '', rowCells),
          { text: shown(paper.text.split('\n')[0] ?? ''), style: chosen ? {} : theme.quiet },
        ];
        return <Spans key={place} left={spans} width={inner} style={chosen ? theme.selected : undefined} />;
      })}
      <Spans left={[]} width={inner} />
      <Lines lines={paragraph(older[at]?.paper.text ?? '', inner).slice(0, below)} width={inner} />
    </Frame>
  );
}
