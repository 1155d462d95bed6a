import { expect, it } from 'vitest';
import { headingLine, rowLine, type TableColumn } from '../../src/tui/panels/accounts/table-lines.ts';

const columns: TableColumn[] = [
  { heading: '期', cells: 5 },
  { heading: '业务', cells: 14 },
  { heading: '余额', cells: 13, align: 'end', from: 40 },
];
const textOf = (line: ReturnType<typeof rowLine>): string => line.map(({ text }) => text).join('');

it('a line of a table ends with its text: what is cut of it, is cut of something', () => {
  expect(textOf(rowLine(columns, ['1', '正常还款', '9.00'], 20))).toBe('1      正常还款');
  expect(textOf(headingLine(columns, 20, {}))).toBe('期     业务');
  expect(textOf(rowLine(columns, ['1', '正常还款', '9.00'], 40))).toBe('1      正常还款                 9.00');
});
