import { createInterface, type Interface } from 'node:readline';
import type { TerminalInput } from '../terminal/key-stream.ts';

/** Somebody was asked and would rather not say: Ctrl-C, or the terminal is gone. */
export class Cancelled extends Error {}

interface Asked {
  readonly prompt: string;
  resolve(line: string): void;
  reject(reason: Cancelled): void;
}

/**
 * A terminal of which nothing is known but that it prints lines and gives lines: no cursor moves, no colour, nothing is drawn twice. The
 * system edits the line that is typed, so that a screen reader hears it as in any shell.
 */
export class LineTerminal {
  private readonly out: NodeJS.WritableStream;
  private readonly lines: Interface;
  private readonly typedAhead: string[] = [];
  private asked: Asked | undefined;
  private ended = false;
  onEnd: () => void = () => undefined;

  constructor(stdin: TerminalInput, stdout: NodeJS.WritableStream) {
    this.out = stdout;
    this.lines = createInterface({ input: stdin, terminal: false });
    this.lines.on('line', (line) => this.receive(line));
    this.lines.on('close', () => {
      this.ended = true;
      this.cancel();
      this.onEnd();
    });
  }

  /** Prints a line. While something is being asked it begins on a line of its own, and the question is put again. */
  print(...texts: readonly string[]): void {
    if (texts.length === 0) return;
    const lines = texts.map((text) => `${text}\n`).join('');
    this.out.write(this.asked ? `\n${lines}${this.asked.prompt}` : lines);
  }

  /** Sounds the bell. */
  ring(): void {
    this.out.write('\x07');
  }

  /** @throws {Cancelled} */
  ask(prompt: string): Promise<string> {
    const line = this.typedAhead.shift();
    // What came before the end is not lost with it.
    if (this.ended && line === undefined) return Promise.reject(new Cancelled());
    if (prompt !== '') this.out.write(line === undefined ? prompt : `${prompt}${line}\n`);
    if (line !== undefined) return Promise.resolve(line);
    return new Promise((resolve, reject) => {
      this.asked = { prompt, resolve, reject };
    });
  }

  /** Takes the question back that is being asked. False when there is none. */
  cancel(): boolean {
    const { asked } = this;
    if (!asked) return false;
    this.asked = undefined;
    this.typedAhead.length = 0;
    this.out.write('\n');
    asked.reject(new Cancelled());
    return true;
  }

  close(): void {
    this.onEnd = () => undefined;
    this.lines.close();
  }

  private receive(line: string): void {
    const { asked } = this;
    this.asked = undefined;
    if (asked) asked.resolve(line);
    else this.typedAhead.push(line);
  }
}
