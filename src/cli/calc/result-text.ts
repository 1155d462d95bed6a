import type { Basis, ResultTable, SumResult } from '../../kb/sums/result.ts';
import { cellWidth } from '../../tui/text/width.ts';
import type { Context } from '../context.ts';
import { daysWords, sourceWords } from '../kb/article-facts.ts';
import { table } from '../output/table.ts';
import { term } from '../words/words.ts';

const isNumber = (cell: string): boolean => /^[-+]?[\d,.]+%?$/.test(cell);

/** A table of a sum; numbers stand on the right of their column. */
const sumTable = ({ language }: Context, { headings, rows }: ResultTable): string => {
  const names = headings.map((heading) => heading[language]);
  const cells = rows.map((row) => row.map((cell) => cell[language]));
  const widths = names.map((name, column) =>
    Math.max(...[name, ...cells.map((row) => row[column] ?? '')].map(cellWidth)),
  );
  return table(names, cells, (shown, row, column) => {
    const cell = cells[row]?.[column] ?? '';
    return isNumber(cell) ? cell.padStart(widths[column] ?? 0) : shown;
  });
};

/** The figures that were used, and where each is from; one that was given by hand says so. */
const basisTable = (context: Context, basis: readonly Basis[]): string => {
  const { say, language } = context;
  return table(
    [say('kb.figure'), say('calc.value'), say('kb.in-force'), say('kb.confidence'), say('kb.source')],
    basis.map(({ label, value, from, to, source, confidence, overridden, published }) => [
      label[language],
      value[language],
      from === undefined ? '' : daysWords(context, { from, to }),
      overridden ? say('calc.overridden') : term(language, 'confidence', confidence ?? ''),
      source ? sourceWords(source) : published ? say('calc.published', { value: published[language] }) : '',
    ]),
  );
};

/** A sum for people: what to say, the numbers, what they rest on, what to mind, and what would complete it. */
export const resultText = (context: Context, result: SumResult, full: boolean): string => {
  const { say, language } = context;
  const { said, notes, missing = [], basis } = result;
  const shown = full && result.schedule ? result.schedule : result.table;
  const remarks = notes.map((note) => `${say('calc.note', { note: note[language] })}\n`).join('');
  const wanting =
    missing.length > 0 ? `${say('calc.missing', { options: missing.map((name) => `--${name}`).join(' ') })}\n` : '';
  const parts = [
    `${said[language]}\n`,
    sumTable(context, shown),
    ...(basis.length > 0 ? [basisTable(context, basis)] : []),
    remarks + wanting,
  ];
  return parts.filter((part) => part !== '').join('\n');
};
