import type { Rgb } from '../themes/colour.ts';
import type { TerminalInput } from './key-stream.ts';

export interface TerminalAnswers {
  /** How many cells each text takes; empty when the terminal did not say. */
  readonly cells: readonly number[];
  /** The colour behind the text. */
  readonly background: Rgb | undefined;
}

/** How long a terminal may take to answer. Milliseconds. */
const patience = 200;

const cursorReport = /\x1b\[\d+;(\d+)R/;
const backgroundReport = /\x1b\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)/i;
const deviceReport = /\x1b\[\?[\d;]*c/;

/** `ff`, `ffff`: as a share of the most there can be. */
const share = (hex: string): number => Number.parseInt(hex, 16) / (16 ** hex.length - 1);

/** What came from the terminal, until the report that ends it. */
class Heard {
  private rest = '';
  private readonly columns: number[] = [];
  private background: Rgb | undefined;
  /** The terminal has said all it has to say: it answers in the order in which it was asked, and any knows the last question. */
  complete = false;

  hear(chunk: string): void {
    this.rest += chunk;
    this.cut(backgroundReport, ([, ...parts]) => {
      const [red, green, blue] = parts.map(share);
      this.background = [red!, green!, blue!];
    });
    while (this.cut(cursorReport, ([, column]) => this.columns.push(Number(column) - 1)));
    this.complete ||= this.cut(deviceReport, () => undefined);
  }

  private cut(report: RegExp, found: (parts: RegExpExecArray) => void): boolean {
    const match = report.exec(this.rest);
    if (!match) return false;
    this.rest = this.rest.slice(0, match.index) + this.rest.slice(match.index + match[0].length);
    found(match);
    return true;
  }

  answers(count: number): TerminalAnswers {
    return { cells: this.columns.length === count ? this.columns : [], background: this.background };
  }

  /** What was typed meanwhile. */
  typed(): string {
    return this.rest;
  }
}

/**
 * Asks the terminal what it draws: how many cells each text takes, by its cursor position reports, and its background colour. Undefined
 * when it says nothing in time. The texts are concealed and wiped; keys that were pressed meanwhile go back to `stdin`.
 */
export const askTerminal = async (
  texts: readonly string[],
  {
    stdin,
    stdout,
  }: {
    stdin: TerminalInput & { readonly isRaw?: boolean; unshift(chunk: Buffer): void };
    stdout: NodeJS.WritableStream;
  } = process,
): Promise<TerminalAnswers | undefined> => {
  const wasRaw = stdin.isRaw === true;
  const heard = new Heard();
  let onData: ((chunk: Buffer | string) => void) | undefined;
  stdin.setRawMode?.(true);
  try {
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(resolve, patience);
      onData = (chunk) => {
        // A key may come in two reads, cut within a character; as latin1 it goes back as it came.
        heard.hear(typeof chunk === 'string' ? Buffer.from(chunk).toString('latin1') : chunk.toString('latin1'));
        if (!heard.complete) return;
        clearTimeout(giveUp);
        resolve();
      };
      stdin.on('data', onData);
      stdin.resume();
      const measured = texts.map((text) => `\r\x1b[2K${text}\x1b[6n`).join('');
      stdout.write(`\x1b[8m${measured}\x1b[m\r\x1b[2K\x1b]11;?\x1b\\\x1b[c`);
    });
  } finally {
    if (onData) stdin.off('data', onData);
    stdin.setRawMode?.(wasRaw);
    stdin.pause();
    const typed = heard.typed();
    if (typed !== '') stdin.unshift(Buffer.from(typed, 'latin1'));
  }
  const answers = heard.answers(texts.length);
  return answers.cells.length > 0 || answers.background ? answers : undefined;
};
