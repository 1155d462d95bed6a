import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import stringWidth from 'string-width';
import type { DrawnCell } from '../pictures/screen-svg.ts';

type BufferLine = ReturnType<InstanceType<typeof xterm.Terminal>['buffer']['active']['getLine']>;

/** What the keys of a keyboard send, by the names that are printed on them. */
const sequences: Readonly<Record<string, string>> = {
  Enter: '\r',
  Esc: '\x1b',
  Tab: '\t',
  'Shift-Tab': '\x1b[Z',
  Backspace: '\x7f',
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  PgUp: '\x1b[5~',
  PgDn: '\x1b[6~',
  F1: '\x1bOP',
  F2: '\x1bOQ',
  F3: '\x1bOR',
  F4: '\x1bOS',
  F5: '\x1b[15~',
  F6: '\x1b[17~',
  F7: '\x1b[18~',
  F8: '\x1b[19~',
  F9: '\x1b[20~',
  F10: '\x1b[21~',
  F12: '\x1b[24~',
};

export const keySequence = (key: string): string => {
  const letter = /^Ctrl-([A-Z])$/.exec(key)?.[1];
  if (letter) return String.fromCharCode(letter.charCodeAt(0) - 64);
  const alt = /^Alt-([A-Z])$/.exec(key)?.[1];
  if (alt) return `\x1b${alt.toLowerCase()}`;
  const digit = /^Alt-(\d)$/.exec(key)?.[1];
  if (digit) return `\x1b${digit}`;
  const known = sequences[key];
  if (known !== undefined) return known;
  if ([...key].length === 1) return key;
  throw new Error(`no such key: ${key}`);
};

/** As terminals do whose East Asian Ambiguous characters are set to wide. */
export const drawAmbiguousWide = (emulator: InstanceType<typeof xterm.Terminal>): void => {
  const wcwidth = (codePoint: number): 0 | 1 | 2 =>
    stringWidth(String.fromCodePoint(codePoint), { ambiguousIsNarrow: false }) as 0 | 1 | 2;
  const charProperties = (codePoint: number): number => {
    const width = wcwidth(codePoint);
    // xterm.js packs the width from the second bit on; the first says that the character joins the one before it.
    return (width << 1) | Number(width === 0);
  };
  emulator.unicode.register({ version: 'ambiguous-wide', wcwidth, charProperties });
  emulator.unicode.activeVersion = 'ambiguous-wide';
};

/** The sixteen colours of a terminal, as many have them. */
const sixteen = (
  '#000000 #cd3131 #0dbc79 #e5e510 #2472c8 #bc3fbc #11a8cd #e5e5e5 ' +
  '#8a8a8a #f14c4c #23d18b #f5f543 #3b8eea #d670d6 #29b8db #ffffff'
).split(' ');
/** Turned over where the terminal's own colours are meant. */
const [turnedInk, turnedPaper] = ['#16181d', '#d4d4d4'];
const cube = (level: number): number => (level === 0 ? 0 : 55 + level * 40);
const hex = (...parts: readonly number[]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** A colour of xterm's 256 as `#rrggbb`. */
const ofPalette = (index: number): string => {
  if (index < 16) return sixteen[index]!;
  if (index >= 232) return hex(...Array<number>(3).fill(8 + (index - 232) * 10));
  const at = index - 16;
  return hex(cube(Math.floor(at / 36)), cube(Math.floor(at / 6) % 6), cube(at % 6));
};

const colourOf = (cell: ReturnType<NonNullable<BufferLine>['getCell']>, of: 'Fg' | 'Bg'): string | undefined => {
  if (!cell || cell[`is${of}Default`]()) return undefined;
  const colour = cell[`get${of}Color`]();
  return cell[`is${of}RGB`]() ? `#${colour.toString(16).padStart(6, '0')}` : ofPalette(colour);
};

/** The screen of a terminal as a program's standard output: what is written is drawn by a real terminal emulator. */
export class FakeScreen extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  /** Everything that was written, for what cannot be seen: titles, bells, modes. */
  raw = '';
  private readonly emulator: InstanceType<typeof xterm.Terminal>;

  /** `ambiguousCells`: what the terminal gives to characters such as `—`, `①`, `─`. */
  constructor(columns: number, rows: number, ambiguousCells: 1 | 2 = 1) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
    // A terminal device turns a line feed into a new line; the emulator has to do it itself.
    this.emulator = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 0,
      convertEol: true,
    });
    if (ambiguousCells === 2) drawAmbiguousWide(this.emulator);
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.raw += String(chunk);
    this.emulator.write(String(chunk), done);
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emulator.resize(columns, rows);
    this.emit('resize');
  }

  /** The lines that a person sees. */
  lines(): string[] {
    const buffer = this.emulator.buffer.active;
    return Array.from(
      { length: this.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  /** How each character of a line is drawn: its colour, and what else it has; runs of the same joined. */
  styles(row: number): { text: string; style: string }[] {
    const line = this.emulator.buffer.active.getLine(this.emulator.buffer.active.viewportY + row);
    const runs: { text: string; style: string }[] = [];
    for (let at = 0; line && at < this.columns; at++) {
      const cell = line.getCell(at);
      if (!cell || cell.getWidth() === 0) continue;
      const colour = cell.isFgDefault() ? '' : cell.getFgColor().toString(16);
      const weight = [cell.isBold() && 'bold', cell.isInverse() && 'inverse', cell.isUnderline() && 'underline'];
      const style = [colour, ...weight].filter(Boolean).join(' ');
      const last = runs.at(-1);
      if (last?.style === style) last.text += cell.getChars() || ' ';
      else runs.push({ text: cell.getChars() || ' ', style });
    }
    return runs;
  }

  /** Every cell as it is drawn, line by line. `own`: the terminal's colours, which cells that are turned over swap. */
  cells(own = { ink: turnedPaper, paper: turnedInk }): DrawnCell[][] {
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: this.rows }, (_, row) => {
      const line = buffer.getLine(buffer.viewportY + row);
      return Array.from({ length: this.columns }, (_, column): DrawnCell => {
        const cell = line?.getCell(column);
        const [ink, paper] = [colourOf(cell, 'Fg'), colourOf(cell, 'Bg')];
        const turned = cell?.isInverse() ? { ink: paper ?? own.paper, paper: ink ?? own.ink } : { ink, paper };
        return {
          text: cell?.getChars() ?? '',
          cells: cell?.getWidth() ?? 1,
          ...turned,
          bold: Boolean(cell?.isBold()),
          underline: Boolean(cell?.isUnderline()),
        };
      });
    });
  }

  /** The column in which each line's last character ends. */
  ends(): number[] {
    const buffer = this.emulator.buffer.active;
    return this.lines().map((_, row) => {
      const line = buffer.getLine(buffer.viewportY + row);
      let end = this.columns;
      while (
        end > 0 &&
        (line?.getCell(end - 1)?.getChars() ?? '').trim() === '' &&
        line?.getCell(end - 1)?.getWidth() !== 0
      )
        end--;
      return end;
    });
  }

  /** Whether any line ran over the edge and went on in the next. */
  overran(): boolean {
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: this.rows }, (_, row) => buffer.getLine(buffer.viewportY + row)).some(
      (line) => line?.isWrapped,
    );
  }

  cursor(): { x: number; y: number } {
    const { cursorX: x, cursorY: y } = this.emulator.buffer.active;
    return { x, y };
  }

  /** What stands on a row before a cell. */
  before(x: number, y: number): string {
    const buffer = this.emulator.buffer.active;
    return buffer.getLine(buffer.viewportY + y)?.translateToString(false, 0, x) ?? '';
  }

  /** Whether the screen is the one behind the programs, as a shell has it. */
  isShellScreen(): boolean {
    return this.emulator.buffer.active.type === 'normal';
  }
}

/** A keyboard as a program's standard input. */
export class FakeKeyboard extends PassThrough {
  readonly isTTY = true;
  raw = false;

  setRawMode(on: boolean): this {
    this.raw = on;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
