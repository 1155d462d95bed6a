import type { ReactNode } from 'react';
import { keyLabel } from '../actions/keys.ts';
import { nameOf } from '../actions/meant.ts';
import { useModel, useSay, useTheme } from '../components/session-context.tsx';
import { cell, Lines, type Span } from '../components/spans.tsx';
import type { Continuation } from '../keymap/keymap.ts';
import { continuationsNow } from '../keymap/prefix.ts';
import type { SeatModel } from '../state/model.ts';
import { apartFromWriting } from '../state/selectors.ts';
import { truncate } from '../text/width.ts';

const keyCells = 8;
const nameCells = 18;
const cells = keyCells + nameCells;

const shownContinuations = (model: SeatModel): readonly Continuation[] =>
  model.prefix?.shown ? continuationsNow(model, model.prefix.keys) : [];

/** Rows that the hint needs: none while it is not shown. */
export const whichKeyRows = (model: SeatModel, width: number): number => {
  const { length } = shownContinuations(model);
  return length === 0 ? 0 : Math.ceil(length / Math.max(1, Math.floor(width / cells)));
};

/** What may follow the keys pressed so far; what cannot be done now is marked. */
export function WhichKeyPanel({ width, rows }: { width: number; rows: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const columns = Math.max(1, Math.floor(width / cells));
  const entry = ({ key, action }: Continuation): Span[] => {
    const blocked = action?.whyNot?.(model, say) !== undefined;
    const name = action ? say(nameOf(action, model)) : say('keys.more');
    return [
      cell(` ${keyLabel(key)}`, keyCells, theme.key),
      cell(truncate(`${blocked ? '✗ ' : ''}${name}`, nameCells - 1), nameCells, blocked ? theme.quiet : {}),
    ];
  };
  const entries = shownContinuations(model).map(entry);
  const lines = Array.from({ length: rows }, (_, row) => entries.slice(row * columns, (row + 1) * columns).flat());
  return <Lines lines={lines} width={width} />;
}
