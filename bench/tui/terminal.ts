import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import type { Program } from './programs/program.ts';

// A CommonJS package without named exports for ESM.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What came in one read from the pty, drawn by the emulator by the time that it is told of. */
export interface Piece {
  readonly text: string;
  /** When it came, before it was drawn. */
  readonly at: number;
}

const patienceMs = 20_000;
const interrupt = '\x03';
/** The seat asks back first. */
const askedMs = 300;

/** A program in a pty, and an emulator that shows what a person would see. Times are milliseconds of `performance.now()`. */
export class BenchTerminal {
  /** When the program was started. */
  readonly startedAt: number;
  readonly ended: Promise<number>;
  private readonly child: pty.IPty;
  private readonly emulator;
  private readonly listeners = new Set<(piece: Piece) => void>();
  /** Everything that came. */
  readonly record: Piece[] = [];

  constructor(program: Program, { columns, rows }: Size) {
    this.emulator = new Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
    this.startedAt = performance.now();
    this.child = pty.spawn(process.execPath, [...program.command], {
      cols: columns,
      rows,
      name: 'xterm-256color',
      env: { TERM: 'xterm-256color', COLORTERM: 'truecolor', ...program.env },
    });
    this.child.onData((text) => {
      const piece = { text, at: performance.now() };
      this.record.push(piece);
      this.emulator.write(text, () => {
        for (const listener of [...this.listeners]) listener(piece);
      });
    });
    // What the emulator answers to questions about itself goes back to the program, as from a real terminal.
    this.emulator.onData((answer) => this.child.write(answer));
    this.ended = new Promise((resolve) => {
      this.child.onExit(({ exitCode }) => resolve(exitCode));
    });
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Hands keys to the program. @returns when */
  send(keys: string): number {
    const at = performance.now();
    this.child.write(keys);
    return at;
  }

  onPiece(listener: (piece: Piece) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  lines(): string[] {
    const { active } = this.emulator.buffer;
    return Array.from({ length: this.emulator.rows }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
  }

  /** What stands in the cursor's row between the nearest edge of a frame and the cursor, which is where text is written. */
  beforeCursor(): string {
    const { active } = this.emulator.buffer;
    const row = active.getLine(active.cursorY)?.translateToString(false, 0, active.cursorX) ?? '';
    return row.slice(Math.max(row.lastIndexOf('│'), row.lastIndexOf('┃')) + 1);
  }

  /** Waits for a screen. @returns when the piece came that completed it */
  async until(holds: (screen: string) => boolean, what: string, patience = patienceMs): Promise<number> {
    const screen = (): string => this.lines().join('\n');
    if (holds(screen())) return performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const stop = this.onPiece(({ at }) => {
      if (holds(screen())) resolve(at);
    });
    const late = setTimeout(() => reject(new Error(`never saw ${what}:\n${screen()}`)), patience);
    try {
      return await promise;
    } finally {
      clearTimeout(late);
      stop();
    }
  }

  shows(...texts: readonly string[]): Promise<number> {
    return this.until((screen) => texts.every((text) => screen.includes(text)), texts.join(', '));
  }

  /** Ends the program as a person does; the compile cache is written only then. */
  async leave(): Promise<void> {
    this.send(interrupt);
    await sleep(askedMs);
    this.send(interrupt);
    const late = setTimeout(() => this.child.kill('SIGKILL'), patienceMs);
    await this.ended;
    clearTimeout(late);
    this.emulator.dispose();
  }

  /** Ends the program for good. */
  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
    this.emulator.dispose();
  }
}
