import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pty from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { cleanEnv, freshFolder, launcher } from '../cli/support/program.ts';
import { until } from '../support/line.ts';

// A CommonJS package without named exports for ESM.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

/** Keys by the bytes that a terminal sends for them. */
const keys = {
  Enter: '\r',
  Esc: '\x1b',
  Tab: '\t',
  Up: '\x1b[A',
  Down: '\x1b[B',
  Backspace: '\x7f',
  F1: '\x1bOP',
  F2: '\x1bOQ',
  F3: '\x1bOR',
  F6: '\x1b[17~',
  F5: '\x1b[15~',
  F9: '\x1b[20~',
  F10: '\x1b[21~',
} as const;
export type KeyName = keyof typeof keys | `Ctrl-${string}`;

/** Settings of a person for whom a close is sent at once: a test need not wait until it cannot be taken back any more. */
const sendsAtOnce = (): string => {
  const folder = freshFolder();
  writeFileSync(path.join(folder, 'default.json'), JSON.stringify({ 'undo-seconds': 0 }));
  return folder;
};

/** The program in a real terminal: a pty, and an emulator that shows what a person would see. */
export class Screen {
  private readonly child: pty.IPty;
  private readonly terminal;
  private ended: number | undefined;
  title = '';
  /** Every byte the program wrote. */
  raw = '';

  /** `be`: what else the terminal is like. */
  constructor(
    args: readonly string[],
    env: Record<string, string>,
    columns: number,
    rows: number,
    be: (terminal: InstanceType<typeof Terminal>) => void = () => undefined,
  ) {
    this.terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    be(this.terminal);
    this.terminal.onTitleChange((title) => {
      this.title = title;
    });
    this.child = pty.spawn(process.execPath, [launcher, ...args], {
      cols: columns,
      rows,
      name: 'xterm-256color',
      env: cleanEnv({
        TERM: 'xterm-256color',
        COLORTERM: 'truecolor',
        EXPERT_SEAT_CONFIG_DIR: sendsAtOnce(),
        ...env,
      }),
    });
    this.child.onData((data) => {
      this.raw += data;
      this.terminal.write(data);
    });
    // What the emulator answers to questions about itself goes back to the program, as from a real terminal.
    this.terminal.onData((data) => this.child.write(data));
    this.child.onExit(({ exitCode }) => {
      this.ended = exitCode;
    });
    onTestFinished(() => {
      if (this.ended === undefined) this.child.kill('SIGKILL');
    });
  }

  get pid(): number {
    return this.child.pid;
  }

  lines(): string[] {
    const { buffer, rows } = this.terminal;
    return Array.from(
      { length: rows },
      (_, row) => buffer.active.getLine(buffer.active.viewportY + row)?.translateToString() ?? '',
    );
  }

  /** The colours that are drawn with, as `rrggbb`. */
  colours(): Set<string> {
    const { buffer, rows, cols } = this.terminal;
    const found = new Set<string>();
    for (let row = 0; row < rows; row++)
      for (let at = 0; at < cols; at++) {
        const cell = buffer.active.getLine(buffer.active.viewportY + row)?.getCell(at);
        if (cell?.isFgRGB()) found.add(cell.getFgColor().toString(16).padStart(6, '0'));
      }
    return found;
  }

  /** Waits until the screen shows a text, wherever lines break. */
  async sees(text: string): Promise<void> {
    const bare = (line: string): string => line.replaceAll(/[\s│┃]/g, '');
    await until(
      () => this.lines(),
      (lines) => lines.some((line) => line.includes(text)) || bare(lines.join('')).includes(bare(text)),
    );
  }

  async seesNot(text: string): Promise<void> {
    await until(
      () => this.lines(),
      (lines) => !lines.some((line) => line.includes(text)),
    );
  }

  press(...names: KeyName[]): void {
    for (const name of names) {
      const control = /^Ctrl-([A-Z])$/.exec(name)?.[1];
      this.child.write(control ? String.fromCharCode(control.charCodeAt(0) - 64) : keys[name as keyof typeof keys]);
    }
  }

  /** Text as an input method hands it over: whole words at once. */
  type(text: string): void {
    this.child.write(text);
  }

  /** Text as the terminal pastes it. */
  paste(text: string): void {
    this.child.write(`\x1b[200~${text}\x1b[201~`);
  }

  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.child.resize(columns, rows);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async exit(): Promise<number> {
    await until(
      () => this.ended,
      (code) => code !== undefined,
    );
    return this.ended!;
  }

  /** What the program must leave as it found it. */
  state() {
    return {
      alternate: this.terminal.buffer.active.type === 'alternate',
      bracketedPaste: this.terminal.modes.bracketedPasteMode,
      // The last word on the cursor.
      cursorShown: this.raw.lastIndexOf('\x1b[?25h') >= this.raw.lastIndexOf('\x1b[?25l'),
      mouse: this.terminal.modes.mouseTrackingMode,
    };
  }

  /** What stands before the terminal's own cursor, so before an input method's window. */
  beforeCursor(): string {
    const { active } = this.terminal.buffer;
    return active.getLine(active.viewportY + active.cursorY)?.translateToString(false, 0, active.cursorX) ?? '';
  }
}
