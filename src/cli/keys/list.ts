import { byteOrderMark, csvRow } from '../../domain/text/csv.ts';
import { keyTable } from '../../tui/actions/key-table.ts';
import { actions } from '../../tui/actions/table.ts';
import { keymapWith } from '../../tui/keymap/keymap.ts';
import type { Context } from '../context.ts';
import { show } from '../output/show.ts';
import { writeOut } from '../output/stdout.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { ownKeysOf } from './own.ts';
import { tellProblems } from './tell-problems.ts';

type Row = ReturnType<typeof keyTable>[number];

const ownMark = '*';

const headings = ({ say }: Context): readonly string[] => [
  say('config.keys.id'),
  say('config.keys.where'),
  say('config.keys.pressed'),
  say('config.keys.name'),
  say('config.keys.does'),
];

const cells = ({ id, where, keys, name, help, own }: Row): readonly string[] => [
  `${id}${own ? ` ${ownMark}` : ''}`,
  where,
  keys.join(', '),
  name,
  help,
];

/** A `|` would end the cell, also within the signs for code. */
const markdownCell = (text: string): string => text.replaceAll('|', '\\|');

const markdown = (context: Context, rows: readonly Row[]): string => {
  const line = (parts: readonly string[]): string => `| ${parts.map(markdownCell).join(' | ')} |\n`;
  const heads = headings(context);
  return [heads, heads.map(() => '---')].map(line).join('') + rows.map((row) => line(cells(row))).join('');
};

/** `config keys`: every action of the seat screen with the keys that it has for this person, for the screen, a script or a printer. */
export const listKeys: Work<[], { markdown?: boolean; csv?: boolean }> = async (context, _args, options) => {
  const own = await ownKeysOf(context);
  const keymap = keymapWith(own);
  const rows = keyTable(context.language, keymap);
  if (options.markdown) await writeOut(markdown(context, rows));
  else if (options.csv) await writeOut(byteOrderMark + [headings(context), ...rows.map(cells)].map(csvRow).join(''));
  else {
    const names = new Map(actions.map((action) => [action.id, keymap.keysOf(action)]));
    const document = { keys: rows.map(({ keys, ...row }) => ({ ...row, keys: names.get(row.id), labels: keys })) };
    await show(context, document, () => table(headings(context), rows.map(cells)));
  }
  await tellProblems(context, own);
  return undefined;
};
