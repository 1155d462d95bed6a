import { expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { isPlaceHere } from '../../src/tui/actions/contexts.ts';
import { keyTable, writingTable } from '../../src/tui/actions/key-table.ts';
import { actions } from '../../src/tui/actions/table.ts';
import { keymapOf } from '../../src/tui/keymap/keymap.ts';
import { withOverlay } from '../../src/tui/state/desk.ts';
import { offsetAtCell } from '../../src/tui/text/width.ts';
import { draw } from './draw.tsx';
import { snapshotOf } from './fixtures.ts';

it.each(languages)('help shows every key and every name in full, on a narrow screen too (%s)', async (language) => {
  const { screen, session } = await draw(snapshotOf([]), (model) => withOverlay(model, { kind: 'help', scroll: 0 }), {
    columns: 80,
    rows: 800,
    language,
  });
  const lines = screen.lines();
  // What is told in several lines of a column is one text again without the blanks and the other columns.
  const column = (from: number, to: number): string =>
    lines
      .map((line) => line.slice(offsetAtCell(line, from), offsetAtCell(line, to)))
      .join('')
      .replaceAll(' ', '');
  const keys = column(4, 26);
  const names = column(26, 42);
  const model = session.store.get();
  const shown = keyTable(language, keymapOf(model)).filter(({ id }) =>
    isPlaceHere(actions.find((action) => action.id === id)!.where, model),
  );
  for (const row of [...shown, ...writingTable(language)]) {
    expect(keys).toContain(row.keys.join('').replaceAll(' ', ''));
    expect(names).toContain(row.name.replaceAll(' ', ''));
  }
});
