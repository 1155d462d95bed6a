import { type ReactNode, useMemo } from 'react';
import type { Action, Context } from '../actions/action.ts';
import { isPlaceHere, isWriting } from '../actions/contexts.ts';
import { keyHints } from '../actions/key-hints.ts';
import { type KeyRow, keyTable, writingTable } from '../actions/key-table.ts';
import { actions } from '../actions/table.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { ScrollPane, visiblePart } from '../components/scroll-pane.tsx';
import { useModel, useSay, useTheme, wholeModel } from '../components/session-context.tsx';
import { keymapOf } from '../keymap/keymap.ts';
import type { SeatModel } from '../state/model.ts';
import type { StyledLine } from '../text/styled-line.ts';
import { pad, truncate, wrap } from '../text/width.ts';
import type { Style, Theme } from '../theme.ts';
import type { Say } from '../words/words.ts';
import { signs } from './signs.ts';

const keyCells = 22;
const nameCells = 16;
/** Where the words about a key begin; those that do not fit on its line stand below them. */
const hangs = 2 + keyCells + nameCells;

/** Keys of the screen that help was asked from come first, and behind them those of writing for who was at it. */
const contextOf = (model: SeatModel): Context =>
  model.screen === 'tickets' && model.ticketOpen ? 'ticket' : model.screen;

/** Words behind a key or a sign, on its line and hanging below it. */
const told = (begun: StyledLine, hangs: number, words: readonly StyledLine[]): StyledLine[] => {
  const [first = [], ...more] = words;
  return [[...begun, ...first], ...more.map((line): StyledLine => [{ text: ' '.repeat(hangs) }, ...line])];
};

const wrapped = (text: string, width: number, style: Style): StyledLine[] =>
  wrap(text, width).map((line): StyledLine => [{ text: line.text, style }]);

const rowLines = (row: KeyRow, reason: string | undefined, width: number, theme: Theme): StyledLine[] =>
  told(
    [
      { text: `  ${pad(row.keys.join('  '), keyCells)}`, style: theme.key },
      { text: pad(truncate(row.name, nameCells - 1), nameCells) },
    ],
    hangs,
    [
      ...wrapped(row.help, width - hangs, theme.quiet),
      ...(reason === undefined ? [] : wrapped(`✗ ${reason}`, width - hangs, theme.warn)),
    ],
  );

const signLines = (width: number, theme: Theme, say: Say): StyledLine[] =>
  signs(say).flatMap(({ sign, means }) =>
    told(
      [{ text: `  ${pad(sign, keyCells)}`, style: theme.strong }],
      2 + keyCells,
      wrapped(say(means), width - 2 - keyCells, theme.quiet),
    ),
  );

const helpLines = (model: SeatModel, width: number, theme: Theme, say: Say): StyledLine[] => {
  const here = contextOf(model);
  const actionOf = (id: string): Action | undefined => actions.find((found) => found.id === id);
  const rows = keyTable(model.language, keymapOf(model)).filter(({ id }) => isPlaceHere(actionOf(id)!.where, model));
  const reasonOf = (id: string): string | undefined => {
    const action = actionOf(id);
    return action && (action.where === here || ['anywhere', 'practice', 'kb'].includes(action.where))
      ? action.whyNot?.(model, say)
      : undefined;
  };
  const section = (title: string, lines: readonly StyledLine[]): StyledLine[] => [
    [{ text: title, style: theme.title }],
    ...lines,
    [{ text: '' }],
  ];
  const ofPlace = (place: string): StyledLine[] =>
    section(
      place,
      rows.filter(({ where }) => where === place).flatMap((row) => rowLines(row, reasonOf(row.id), width, theme)),
    );
  const writing = section(
    say('where.writing'),
    writingTable(model.language).flatMap((row) => rowLines(row, undefined, width, theme)),
  );
  const places = [...new Set(rows.map(({ where }) => where))];
  const first = say(`where.${here}`);
  const inWriting = isWriting({ ...model, overlay: undefined });
  return [
    ...ofPlace(first),
    ...(inWriting ? writing : []),
    ...places.filter((place) => place !== first).flatMap(ofPlace),
    ...(inWriting ? [] : writing),
    ...section(say('signs.title'), signLines(width, theme, say)),
  ];
};

/** All keys, from the one table of actions, with the reason where one does not work now. */
export function HelpPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const lines = useMemo(() => helpLines(model, width - frameColumns, theme, say), [model, width, theme, say]);
  const rows = Math.max(1, height - frameRows);
  const scroll = model.overlay?.kind === 'help' ? model.overlay.scroll : 0;
  const { above, below } = visiblePart(lines.length, rows, scroll);
  return (
    <Frame
      width={width}
      height={height}
      title={say('help.title')}
      aside={say('call.more', { above, below })}
      footer={`${say('help.more')} · ${keyHints(model, say, 'help-close')}`}
      focused
    >
      <ScrollPane lines={lines} width={width - frameColumns} rows={rows} scroll={scroll} />
    </Frame>
  );
}
