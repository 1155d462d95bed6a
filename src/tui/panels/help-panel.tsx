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
import { cellWidth, pad, wrap } from '../text/width.ts';
import type { Style, Theme } from '../theme.ts';
import type { Say } from '../words/words.ts';
import { signs } from './signs.ts';

const indent = 2;
const gap = 2;
const between = ' '.repeat(gap);
/** Cells of the keys and of the names, each with the gap behind it. */
const keyCells = 22;
const nameCells = 16;

/** Keys in lines of `width` cells; none of them is cut. */
const keyLines = (keys: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  for (const key of keys) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${between}${key}` : key;
    if (lines.length > 0 && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(key);
  }
  return lines;
};

/** Keys of the screen that help was asked from come first, and behind them those of writing for who was at it. */
const contextOf = (model: SeatModel): Context =>
  model.screen === 'tickets' && model.ticketOpen ? 'ticket' : model.screen;

const wrapped = (text: string, width: number, style: Style): StyledLine[] =>
  wrap(text, width).map((line): StyledLine => [{ text: line.text, style }]);

/** A row in its three columns; what does not fit into one line of a column stands in the next. */
const rowLines = (row: KeyRow, reason: string | undefined, width: number, theme: Theme): StyledLine[] => {
  const room = width - indent - keyCells - nameCells;
  const keys = keyLines(row.keys, keyCells - gap);
  const names = wrap(row.name, nameCells - gap).map(({ text }) => text);
  const words = [
    ...wrapped(row.help, room, theme.quiet),
    ...(reason === undefined ? [] : wrapped(`✗ ${reason}`, room, theme.warn)),
  ];
  return Array.from({ length: Math.max(keys.length, names.length, words.length) }, (_, at) => [
    { text: `${' '.repeat(indent)}${pad(keys[at] ?? '', keyCells)}`, style: theme.key },
    { text: pad(names[at] ?? '', nameCells) },
    ...(words[at] ?? []),
  ]);
};

const signLines = (width: number, theme: Theme, say: Say): StyledLine[] =>
  signs(say).flatMap(({ sign, means }) =>
    wrapped(say(means), width - indent - keyCells, theme.quiet).map((line, at) => [
      { text: `${' '.repeat(indent)}${pad(at === 0 ? sign : '', keyCells)}`, style: theme.strong },
      ...line,
    ]),
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
