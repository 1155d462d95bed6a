/**
 * What a spreadsheet would run rather than show: a formula's first character, also in its full-width form (Excel and WPS with
 * a Chinese input method take both), also behind white space, which some of them skip; and a tab or a return at the start.
 */
const runs = /^(?:[\t\r]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** One cell by RFC 4180. One that a spreadsheet would run gets an apostrophe before it, by which spreadsheets mean text. */
export const csvCell = (value: string): string => {
  const harmless = runs.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Without it Excel takes UTF-8 for the machine's old code page. */
export const byteOrderMark = '\ufeff';
