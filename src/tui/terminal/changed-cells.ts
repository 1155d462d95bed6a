import { cellsOf, type Row, rowChange } from './cell-row.ts';

/** How Ink writes a frame: back to its lowest line, all lines of the one before erased, then the frame, then the cursor where it belongs. */
const frame =
  /^(?<hide>(?:\x1b\[\?25l)?)(?:\x1b\[(?<down>\d+)B)?(?:\x1b\[1G)?(?:\x1b\[2K(?:\x1b\[1A\x1b\[2K)*\x1b\[G)?(?<text>(?:\x1b\[[\d;]*m|[^\x1b])*)(?:\x1b\[(?<up>\d+)A)?(?<place>(?:\x1b\[\d+G\x1b\[\?25h)?)$/;
/** What leaves every cell as it is: modes, and where the cursor is. */
const noCells = /^(?:\x1b\[\?(?!1049)\d+[hl]|\x1b\[\d*[ABCDG])*$/;

const toRow = (from: number, to: number): string =>
  from === to ? '' : from < to ? `\x1b[${to - from}B` : `\x1b[${from - to}A`;

interface Line {
  /** As Ink writes it. */
  readonly text: string;
  /** Read when the line first changes; undefined where only the terminal knows how many cells a character takes. */
  cells?: Row | undefined;
}

const cellsIn = (line: Line): Row | undefined => {
  if (!('cells' in line)) line.cells = cellsOf(line.text);
  return line.cells;
};

/**
 * Of each frame, only the cells that change. Ink can leave out the lines that stay, but writes a changed one to its end, and with panes side by
 * side that is what stands in the others too: ten times as much as a key changes, on lines where every byte counts. What is not understood
 * goes through as it is, and that is always a whole frame.
 */
export class ChangedCells {
  private lines: readonly Line[] = [];
  private size = '';

  /** What is to be written in place of what Ink writes, to a terminal of this size. */
  reduce(text: string, columns: number, rows: number): string {
    if (noCells.test(text)) return text;
    const parts = frame.exec(text)?.groups;
    const next = (parts?.text ?? '').split('\n').map((line): Line => ({ text: line }));
    const size = `${columns}x${rows}`;
    // Only a frame that fills the screen stands still in it.
    const isWhole = parts !== undefined && next.length === rows;
    const before = this.lines;
    const known = isWhole && before.length === rows && size === this.size;
    this.lines = isWhole ? next : [];
    this.size = size;
    return known ? this.changes(before, next, parts) : text;
  }

  private changes(before: readonly Line[], next: readonly Line[], parts: Record<string, string | undefined>): string {
    const { hide = '', down = '0', up = '0', place = '' } = parts;
    const lowest = next.length - 1;
    let at = lowest - Number(down);
    let text = hide;
    for (const [row, line] of next.entries()) {
      const old = before[row]!;
      if (line.text === old.text) {
        if ('cells' in old) line.cells = old.cells;
        continue;
      }
      const [from, to] = [cellsIn(old), cellsIn(line)];
      const change = from && to ? rowChange(from, to) : `\x1b[1G\x1b[K${line.text}`;
      if (change === '') continue;
      text += toRow(at, row) + change;
      at = row;
    }
    return text + toRow(at, lowest - Number(up)) + place;
  }
}

/** The terminal, written to with no more than what changes. */
export const withChangedCells = (stdout: NodeJS.WriteStream): NodeJS.WriteStream => {
  const screen = new ChangedCells();
  const write = (chunk: string | Uint8Array, ...rest: never[]): boolean =>
    stdout.write(typeof chunk === 'string' ? screen.reduce(chunk, stdout.columns, stdout.rows) : chunk, ...rest);
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
