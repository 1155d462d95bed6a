import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { askTerminal } from '../../src/tui/terminal/ask-terminal.ts';
import { KeyStream } from '../../src/tui/terminal/key-stream.ts';
import { ambiguousSamples } from '../../src/tui/terminal/terminal-facts.ts';
import { drawAmbiguousWide, FakeKeyboard } from './terminal.ts';

/** A terminal with a keyboard: what it answers comes in as if it was typed. `background`: what it says of it, if it can say it. */
class Terminal {
  readonly stdin = new FakeKeyboard();
  readonly emulator = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  /** Answers to everything, to nothing, or all of it too late. */
  private readonly answers: 'soon' | 'never' | number;

  constructor(answers: 'soon' | 'never' | number = 'soon', background?: string) {
    this.answers = answers;
    this.emulator.parser.registerOscHandler(11, () => {
      if (background !== undefined) this.say(`\x1b]11;${background}\x1b\\`);
      return true;
    });
    this.emulator.onData((data) => this.say(data));
  }

  private say(data: string): void {
    if (this.answers === 'soon') this.stdin.write(data);
    else if (this.answers !== 'never') setTimeout(() => this.stdin.write(data), this.answers);
  }

  ask(): ReturnType<typeof askTerminal> {
    const { stdin, emulator } = this;
    const stdout = { write: (text: string) => emulator.write(text) } as unknown as NodeJS.WritableStream;
    return askTerminal(ambiguousSamples, { stdin, stdout });
  }

  /** The keys that the program gets when it reads them. */
  async keys(): Promise<string[]> {
    const keys = new KeyStream(this.stdin);
    const units: string[] = [];
    keys.on('data', (unit: string) => units.push(unit));
    keys.setRawMode(true);
    await sleep(100);
    return units;
  }

  firstLine(): string {
    return this.emulator.buffer.active.getLine(0)?.translateToString(true) ?? '';
  }
}

describe('asking the terminal', () => {
  test('how wide its characters are', async () => {
    expect((await new Terminal().ask())?.cells).toEqual([1, 1, 1]);
    const wide = new Terminal();
    drawAmbiguousWide(wide.emulator);
    expect((await wide.ask())?.cells).toEqual([2, 2, 2]);
  });

  test.each([
    ['rgb:0000/2b2b/3636', [0, 0x2b / 255, 0x36 / 255]],
    ['rgb:ff/ff/ff', [1, 1, 1]],
    ['rgba:ffff/ffff/ffff/8000', [1, 1, 1]],
  ])('what is behind the text: %s', async (said, background) => {
    const answered = (await new Terminal('soon', said).ask())?.background;
    expect(answered?.map((part) => part.toFixed(4))).toEqual(background.map((part) => part.toFixed(4)));
  });

  test('leaves nothing on its screen and the keyboard as it was', async () => {
    const terminal = new Terminal('soon', 'rgb:00/00/00');
    await terminal.ask();
    await sleep(20);
    expect(terminal.firstLine()).toBe('');
    expect(terminal.stdin.raw).toBe(false);
    expect(terminal.stdin.isPaused()).toBe(true);
  });

  test('a terminal that says nothing is not waited for', async () => {
    expect(await new Terminal('never').ask()).toBeUndefined();
  });

  test('keys that are pressed meanwhile get to the program, in their order', async () => {
    const terminal = new Terminal('soon', 'rgb:00/00/00');
    terminal.stdin.write('您');
    const asked = terminal.ask();
    terminal.stdin.write('\x1bOQ');
    await asked;
    terminal.stdin.write('\r');
    expect((await terminal.keys()).join('|')).toBe('您|\x1b[98;17u|\r');
  });

  test('answers that come too late are not taken for keys', async () => {
    const terminal = new Terminal(230, 'rgb:1c1c/1c1c/1c1c');
    expect(await terminal.ask()).toBeUndefined();
    terminal.stdin.write('a');
    await sleep(60);
    expect(await terminal.keys()).toEqual(['a']);
  });
});
