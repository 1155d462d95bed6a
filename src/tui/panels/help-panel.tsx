import { type ReactNode, useMemo } from 'react';
import type { Context } from '../actions/action.ts';
import { keyTable } from '../actions/key-table.ts';
import { actions } from '../actions/table.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { ScrollPane, visiblePart } from '../components/scroll-pane.tsx';
import { useModel, useSay, useTheme, wholeModel } from '../components/session-context.tsx';
import { keymapOf } from '../keymap/keymap.ts';
import type { SeatModel } from '../state/model.ts';
import type { StyledLine } from '../text/styled-line.ts';
import { pad, truncate, wrap } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import type { Say } from '../words/words.ts';

const keyCells = 22;
const nameCells = 16;
/** Where the words about a key begin; those that do not fit on its line stand below them. */
const hangs = 2 + keyCells + nameCells;

/** Keys of the screen that help was asked from come first. */
const contextOf = (model: SeatModel): Context =>
  model.screen === 'tickets' && model.ticketOpen ? 'ticket' : model.screen;

const helpLines = (model: SeatModel, width: number, theme: Theme, say: Say): StyledLine[] => {
  const here = contextOf(model);
  const rows = keyTable(model.language, keymapOf(model));
  const reasonOf = (id: string): string | undefined => {
    const action = actions.find((found) => found.id === id);
    return action && (action.where === here || action.where === 'anywhere' || action.where === 'kb')
      ? action.whyNot?.(model, say)
      : undefined;
  };
  const places = [...new Set(rows.map(({ where }) => where))];
  const first = say(`where.${here}`);
  return [first, ...places.filter((place) => place !== first)].flatMap((place): StyledLine[] => [
    [{ text: place, style: theme.title }],
    ...rows
      .filter(({ where }) => where === place)
      .flatMap((row): StyledLine[] => {
        const reason = reasonOf(row.id);
        const [first, ...more] = wrap(row.help, width - hangs).map(
          ({ text }): StyledLine => [{ text, style: theme.quiet }],
        );
        const why = reason === undefined ? [] : wrap(`✗ ${reason}`, width - hangs);
        const hanging: StyledLine[] = [...more, ...why.map(({ text }): StyledLine => [{ text, style: theme.warn }])];
        return [
          [
            { text: `  ${pad(row.keys.join('  '), keyCells)}`, style: theme.key },
            { text: pad(truncate(row.name, nameCells - 1), nameCells) },
            ...(first ?? []),
          ],
          ...hanging.map((line) => [{ text: ' '.repeat(hangs) }, ...line]),
        ];
      }),
    [{ text: '' }],
  ]);
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
      footer={`${say('help.more')} · Esc ${say('action.cancel')}`}
      focused
    >
      <ScrollPane lines={lines} width={width - frameColumns} rows={rows} scroll={scroll} />
    </Frame>
  );
}
