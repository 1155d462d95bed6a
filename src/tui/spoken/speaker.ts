import { Writable } from 'node:stream';
import type { SeatModel } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { shown } from '../text/styled-line.ts';
import type { Say } from '../words/words.ts';
import { type LineInHand, lineChange, type TerminalLine } from './line-in-hand.ts';
import { newsOf, type Statement, spokenText, statementsOf } from './statements.ts';

/** The screen that is spoken is laid out in one column, with as many rows as one may want to hear at once. */
const columns = 80;
const rows = 40;

/** Its lines, and how many of its pane are left out behind it. */
const spoken = (statement: Statement, more: number | undefined, say: Say): string[] => [
  `${spokenText(statement, say)}\r\n`,
  ...(more === undefined ? [] : [`${say('spoken.more', { count: more })}\r\n`]),
];

const bracketedPaste = /^\x1b\[\?2004[hl]$/;

export interface SpeakerOptions {
  readonly write: (text: string) => void;
  readonly line: () => TerminalLine;
  readonly say: Say;
  /** Whether what was said is gone when the program ends. */
  readonly ownScreen: boolean;
}

/**
 * In place of drawing: says what a frame says that the one before did not, line by line, in order, and never goes back over a line. A
 * screen reader reads what is written; so nothing is written but what is news, and, last, the line that is being written.
 */
export class Speaker {
  /** For Ink, which hands its frames to it. */
  readonly stream: NodeJS.WriteStream;
  private readonly options: SpeakerOptions;
  private said: readonly Statement[] = [];
  private frame: string | undefined;
  private line: LineInHand | undefined;
  /** What of the line stands on the terminal. */
  private shown: LineInHand | undefined;
  private on = false;
  private due: NodeJS.Immediate | undefined;

  constructor(options: SpeakerOptions) {
    this.options = options;
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        const text = String(chunk);
        if (bracketedPaste.test(text)) options.write(text);
        else if (text !== '' && !text.startsWith('\x1b[?')) this.take(text);
        done();
      },
    });
    this.stream = Object.assign(stream, { isTTY: true, columns, rows }) as unknown as NodeJS.WriteStream;
  }

  begin(): void {
    if (this.on) return;
    this.on = true;
    if (this.options.ownScreen) this.options.write('\x1b[?1049h\x1b[H');
    this.repeat();
  }

  end(): void {
    if (!this.on) return;
    this.speak();
    this.on = false;
    clearImmediate(this.due);
    this.options.write(`${this.shown ? '\r\n' : ''}${this.options.ownScreen ? '\x1b[?1049l' : ''}`);
    this.shown = undefined;
  }

  /** Says everything once more. */
  repeat(): void {
    this.said = [];
    this.soon();
  }

  /** Notices are answers to keys: one that says the same as the last is an answer all the same. Gives back what ends it. */
  follow(store: Store<SeatModel>): () => void {
    let { notice } = store.get();
    return store.subscribe(() => {
      const now = store.get().notice;
      if (now === notice) return;
      notice = now;
      const text = now && shown(now.text);
      if (text) this.said = this.said.filter((statement) => !statement.text.endsWith(text));
      this.soon();
    });
  }

  /** The line that is being written; undefined when none is. */
  readonly hold = (line: LineInHand | undefined): void => {
    this.line = line;
    this.soon();
  };

  private take(frame: string): void {
    this.frame = frame;
    this.soon();
  }

  /** Once for all that one key changes. */
  private soon(): void {
    this.due ??= setImmediate(() => {
      this.due = undefined;
      this.speak();
    });
  }

  private speak(): void {
    if (!this.on) return;
    const { write, say } = this.options;
    const now = this.frame === undefined ? this.said : statementsOf(this.frame, say);
    const { fresh, more, said } = newsOf(this.said, now);
    this.said = said;
    if (fresh.length > 0 || (this.shown && !this.line)) {
      write(this.shown ? '\r\x1b[K' : '');
      this.shown = undefined;
      write(fresh.flatMap((statement) => spoken(statement, more.get(statement), say)).join(''));
    }
    if (!this.line) return;
    write(lineChange(this.shown ?? { text: '', caret: 0 }, this.line, this.options.line()));
    this.shown = this.line;
  }
}
