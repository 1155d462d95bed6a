/**
 * What a spreadsheet would run rather than show: a formula's first character, also in its full-width form (Excel and WPS with
 * a Chinese input method take both), also behind white space, which some of them skip; and a tab or a return at the start.
 */
const runs = /^(?:[\t\r]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** What a spreadsheet would run gets an apostrophe before it, by which spreadsheets mean text. */
const harmless = (value: string): string => (runs.test(value) ? `'${value}` : value);
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** One cell by RFC 4180, made harmless. */
export const csvCell = (value: string): string => {
  const cell = harmless(value);
  return /[",\r\n\t]|^\s|\s$/.test(cell) ? quoted(cell) : cell;
};

export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A row as spreadsheets take it from the clipboard, made harmless. There a quote is one only at the start of a cell. */
export const tabRow = (cells: readonly string[]): string =>
  cells
    .map(harmless)
    .map((cell) => (/^"|[\t\r\n]/.test(cell) ? quoted(cell) : cell))
    .join('\t');

/** Without it Excel takes UTF-8 for the machine's old code page. */
export const byteOrderMark = '\ufeff';
