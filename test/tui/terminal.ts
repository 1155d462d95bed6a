import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

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

/** The screen of a terminal as a program's standard output: what is written is drawn by a real terminal emulator. */
export class FakeScreen extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  /** Everything that was written, for what cannot be seen: titles, bells, modes. */
  raw = '';
  private readonly emulator: InstanceType<typeof xterm.Terminal>;

  constructor(columns: number, rows: number) {
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
