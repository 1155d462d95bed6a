import { createRequire } from 'node:module';
import type { Size } from './terminal.ts';

const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

/** What a program wrote at one go. */
export interface Frame {
  readonly bytes: number;
  /** Rows in which something was written. */
  readonly written: readonly number[];
  /** Those of them that look exactly as before. */
  readonly rewritten: readonly number[];
}

const end = '\x1b[?2026l';
/** A sequence, a line feed, or text. */
const units = /\x1b\[([0-9;?]*)([@-~])|\x1b[^[]|\n|[^\x1b\n]+/g;

/** Rows in which a frame writes or erases, from the row of the cursor. */
const rowsWritten = (frame: string, cursorRow: number, rows: number): Set<number> => {
  const written = new Set<number>();
  let row = cursorRow;
  const move = (by: number): void => {
    row = Math.max(0, Math.min(rows - 1, row + by));
  };
  for (const [unit, parameters, command] of frame.matchAll(units)) {
    const count = Number.parseInt(parameters ?? '', 10) || 1;
    if (unit === '\n' || command === 'E') move(command === 'E' ? count : 1);
    else if (command === 'A') move(-count);
    else if (command === 'B') move(count);
    else if (command === 'H') row = count - 1;
    else if (command === 'J') for (let below = row; below < rows; below++) written.add(below);
    else if (command === 'K' || (command === undefined && /[^\r\x07]/.test(unit) && !unit.startsWith('\x1b')))
      written.add(row);
  }
  return written;
};

/** Reads what a program writes as frames, which Ink puts between the marks of a synchronised update. */
export class FrameReader {
  private readonly emulator;
  private rest = '';

  constructor({ columns, rows }: Size) {
    this.emulator = new Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true, convertEol: true });
  }

  /** The frames that are complete with this text. */
  async read(text: string): Promise<Frame[]> {
    const parts = (this.rest + text).split(end);
    this.rest = parts.pop()!;
    const frames: Frame[] = [];
    for (const part of parts) frames.push(await this.frame(part + end));
    return frames;
  }

  private async frame(text: string): Promise<Frame> {
    const { rows, buffer } = this.emulator;
    const written = [...rowsWritten(text, buffer.active.cursorY, rows)];
    const before = written.map((row) => this.look(row));
    await new Promise<void>((resolve) => this.emulator.write(text, resolve));
    const rewritten = written.filter((row, at) => this.look(row) === before[at]);
    return { bytes: Buffer.byteLength(text), written, rewritten };
  }

  /** A row as it looks: characters with their styles. */
  private look(row: number): string {
    const line = this.emulator.buffer.active.getLine(row);
    const cells = Array.from({ length: this.emulator.cols }, (_, column) => line?.getCell(column));
    return cells
      .map((cell) => cell && `${cell.getChars() || ' '}${cell.getFgColor()},${cell.getBgColor()},${stylesOf(cell)}`)
      .join('|');
  }
}

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<BufferOf['getLine']>>['getCell']>>;
type BufferOf = InstanceType<typeof Terminal>['buffer']['active'];

const stylesOf = (cell: Cell): string =>
  [
    cell.getFgColorMode(),
    cell.getBgColorMode(),
    cell.isBold(),
    cell.isDim(),
    cell.isItalic(),
    cell.isUnderline(),
    cell.isInverse(),
  ].join(',');
