import { createRequire } from 'node:module';
import pty from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { cleanEnv, launcher } from '../cli/support/program.ts';
import { until } from '../support/line.ts';

// A CommonJS package without named exports for ESM.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

/** A terminal with whatever runs in it: a shell with job control, tmux, GNU screen, or the program alone. */
export class Console {
  private readonly child: pty.IPty;
  private readonly terminal;
  /** Every byte that came. */
  raw = '';
  ended: number | undefined;
  endedBy: number | undefined;

  constructor(file: string, args: readonly string[], env: Record<string, string>, columns = 100, rows = 30) {
    this.terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    this.child = pty.spawn(file, [...args], {
      cols: columns,
      rows,
      name: env.TERM ?? 'xterm-256color',
      env: cleanEnv({ TERM: 'xterm-256color', ...env }),
    });
    this.child.onData((data) => {
      this.raw += data;
      this.terminal.write(data);
    });
    this.terminal.onData((data) => {
      if (this.ended === undefined) this.child.write(data);
    });
    this.child.onExit(({ exitCode, signal }) => {
      this.ended = exitCode;
      this.endedBy = signal;
    });
    onTestFinished(() => {
      if (this.ended === undefined) this.child.kill('SIGKILL');
    });
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Closes the terminal as a dropped SSH connection does: nobody reads it any more, nobody writes to it. */
  hangUp(): void {
    (this.child as unknown as { destroy(): void }).destroy();
  }

  type(text: string): void {
    this.child.write(text);
  }

  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.child.resize(columns, rows);
  }

  lines(): string[] {
    const { buffer, rows } = this.terminal;
    return Array.from(
      { length: rows },
      (_, row) => buffer.active.getLine(buffer.active.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  text(): string {
    return this.lines().join('\n');
  }

  async sees(text: string): Promise<void> {
    await until(
      () => this.text(),
      (now) => now.includes(text),
    );
  }

  async seesNot(text: string): Promise<void> {
    await until(
      () => this.text(),
      (now) => !now.includes(text),
    );
  }

  isShellScreen(): boolean {
    return this.terminal.buffer.active.type === 'normal';
  }

  modes() {
    const { bracketedPasteMode, sendFocusMode } = this.terminal.modes;
    return { paste: bracketedPasteMode, focus: sendFocusMode };
  }

  async ends(): Promise<number> {
    await until(
      () => this.ended,
      (code) => code !== undefined,
    );
    return this.ended!;
  }
}

/** The command line that starts the program, for a shell. */
export const command = (...args: readonly string[]): string =>
  [process.execPath, launcher, ...args].map((word) => `'${word}'`).join(' ');
