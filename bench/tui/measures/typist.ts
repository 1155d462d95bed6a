import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchTerminal } from '../terminal.ts';
import { pauses, type Script } from '../typing.ts';

/** From the first key of a text to the frame of its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly keys: number;
}

interface Press {
  readonly character: string;
  readonly at: number;
}

const eraseLine = '\x15';
const patienceMs = 5000;

/** Types into the field that has the focus, and sees when each key is on the screen. */
export class Typist {
  private readonly terminal: BenchTerminal;
  private readonly waiting: Press[] = [];
  private readonly pauses = pauses();
  /** Milliseconds from key to frame, in the order of the keys. */
  readonly seen: number[] = [];
  readonly stretches: Stretch[] = [];

  constructor(terminal: BenchTerminal) {
    this.terminal = terminal;
    terminal.onPiece(({ at }) => this.look(at));
  }

  /** Types until so many keys have been typed. The next key does not wait for the frame of the one before it. */
  async type(script: Script, keys: number): Promise<void> {
    const empty = this.terminal.beforeCursor();
    for (let typed = 0; typed < keys; ) {
      const text = script.texts[this.stretches.length % script.texts.length]!;
      const characters = [...text].slice(0, keys - typed);
      const from = performance.now();
      for (const character of characters) {
        await sleep(this.pauses.next().value as number);
        this.waiting.push({ character, at: this.terminal.send(character) });
      }
      await this.allSeen();
      this.stretches.push({ from, to: performance.now(), keys: characters.length });
      typed += characters.length;
      await this.clear(empty);
    }
  }

  private look(at: number): void {
    const before = this.terminal.beforeCursor();
    const last = this.waiting.findLastIndex(({ character }) => before.endsWith(character));
    for (const press of this.waiting.splice(0, last + 1)) this.seen.push(at - press.at);
  }

  private async allSeen(): Promise<void> {
    const end = performance.now() + patienceMs;
    while (this.waiting.length > 0) {
      if (performance.now() > end)
        throw new Error(
          `never saw ${this.waiting.map(({ character }) => character).join('')}:\n${this.terminal.lines().join('\n')}`,
        );
      await sleep(5);
    }
  }

  /** Empties the field; a text of several lines needs the key several times. */
  private async clear(empty: string): Promise<void> {
    const end = performance.now() + patienceMs;
    do {
      if (performance.now() > end) throw new Error(`not emptied:\n${this.terminal.lines().join('\n')}`);
      this.terminal.send(eraseLine);
      await sleep(100);
    } while (this.terminal.beforeCursor() !== empty);
  }
}
