import { expect, it } from 'vitest';
import { csvRow, tabRow } from '../../src/domain/text/csv.ts';

const running = '=HYPERLINK("http://evil.test","点这里")';

it('gives a spreadsheet nothing to run, in a file and from the clipboard', () => {
  expect(csvRow([running, '－1', '租房'])).toBe(`"'=HYPERLINK(""http://evil.test"",""点这里"")",'－1,租房\r\n`);
  expect(tabRow([running, '－1', '租房, 提取'])).toBe(`'${running}\t'－1\t租房, 提取`);
});

it('a quote at the start of a cell does not end the apostrophe’s guard, nor swallow the cells behind it', () => {
  expect(tabRow(['"=1+1"', '说“行”', '他说 "行"'])).toBe('"""=1+1"""\t说“行”\t他说 "行"');
});
