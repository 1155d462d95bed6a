import { Readable } from 'node:stream';

/** What a terminal's input has to offer; `process.stdin` does. */
export interface TerminalInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?: (on: boolean) => unknown;
  ref?: () => unknown;
  unref?: () => unknown;
}

const units = new RegExp(
  [
    String.raw`\x1b\[200~.*?\x1b\[201~`,
    String.raw`\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)`,
    String.raw`\x1b{1,2}\[[235678]\$`,
    String.raw`\x1b{1,2}\[\[?[0-?]*[ -\/]*[@-~]`,
    String.raw`\x1b{1,2}O[0-9;]*[@-~]`,
    String.raw`\x1b[^\x1b]`,
    String.raw`[\x00-\x1f\x7f]`,
    String.raw`[^\x00-\x1f\x7f]+`,
  ].join('|'),
  'gsu',
);
/** The beginning of a paste or of a sequence whose end may still be on its way. */
const unfinished = /\x1b\[200~(?!.*\x1b\[201~).*$|\x1b\][^\x07\x1b]*\x1b?$|\x1b{1,2}(?:\[\[?[0-?]*[ -/]*|O[0-9;]*)?$/s;
/** What a terminal says of itself when it answers late (`askTerminal`): no key. `ESC [1;2R` may be Shift-F3, which has no action. */
const report = /^\x1b(?:\].|\[\d+;\d+R$|\[\?[\d;]*c$)/;
/** How long to wait for it. A paste whose end got lost must not hold the keyboard for ever. */
const patienceMs = 20;
/** `Alt-[`, and `Alt-]` with a digit, nobody presses: they begin a sequence of which the rest may come late over a bad line, and must not become text. */
const sequenceBegun = /^\x1b{1,2}(?:\[|\]\d)/;
const sequencePatienceMs = 300;
const pastePatienceMs = 2000;

/** F1 to F12 as terminals send them: xterm, VT220, Linux console. */
const functionKeys = new Map<string, number>(
  [
    ...['OP', 'OQ', 'OR', 'OS'].map((code, index) => [code, index] as const),
    ...['[P', '[Q', '[R', '[S'].map((code, index) => [code, index] as const),
    ...['[[A', '[[B', '[[C', '[[D', '[[E'].map((code, index) => [code, index] as const),
    ...[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map((code, index) => [`[${code}~`, index] as const),
  ].map(([code, index]) => [`\x1b${code}`, index]),
);

/**
 * Ink's `useInput` shows no function keys. So each is handed to it as Hyper with a letter in the kitty protocol (F1 is Hyper-a),
 * which no field takes for text and no keyboard here sends. A lone Esc it would hold back and join with what follows; said in that
 * protocol, it is whole.
 */
const forInk = (unit: string): string => {
  if (unit === '\x1b') return '\x1b[27u';
  const index = functionKeys.get(unit);
  return index === undefined ? unit : `\x1b[${97 + index};17u`;
};

/** What a terminal tells between the keys: that it has drawn everything, that its window got the focus or lost it. */
const told = { '\x1b[0n': 'drawn', '\x1b[I': 'focused', '\x1b[O': 'unfocused' } as const;
export type TerminalNews = (typeof told)[keyof typeof told];

const newsOf = (unit: string): TerminalNews | undefined => (told as Record<string, TerminalNews>)[unit];

/** Esc pressed right before a function key, or before the terminal tells something, is a key of its own: neither means anything with Alt. */
const apart = (unit: string): string[] => {
  const behind = unit.slice(1);
  const isApart = functionKeys.has(behind) || newsOf(behind) !== undefined || report.test(behind);
  return unit.startsWith('\x1b\x1b') && isApart ? ['\x1b', behind] : [unit];
};

/** The function key behind such a letter. */
export const functionKey = (letter: string): string => `f${letter.charCodeAt(0) - 96}`;

/**
 * Keys from the terminal, one at a time. On a slow line several keys come in one read; given to Ink like that, the ones behind an Enter or
 * a Tab would act on the screen as it was before it. Here every key waits until the one before it has been drawn.
 */
export class KeyStream extends Readable {
  readonly isTTY = true;
  private readonly source: TerminalInput;
  private rest = '';
  private waiting: string[] = [];
  private pumping = false;
  private patience: NodeJS.Timeout | undefined;
  private readonly ended = (): void => this.onEnd();
  private readonly onData = (chunk: string | Buffer): void => this.receive(String(chunk));
  /** Hears what the terminal tells, at once: it waits for no key. */
  onNews: (news: TerminalNews) => void = () => undefined;
  /** When the last key came, by `performance.now()`; at first, when this was made. */
  lastKeyAt = performance.now();
  /** Hears that there will be no more keys: the terminal is gone. */
  onEnd: () => void = () => undefined;

  constructor(source: TerminalInput) {
    super({ objectMode: true, read: () => undefined });
    this.source = source;
    source.setEncoding('utf8');
    source.on('end', this.ended).on('error', this.ended);
  }

  /** Leaves the source to whoever reads it next: a program may open several screens, one after the other. */
  close(): void {
    clearTimeout(this.patience);
    this.setRawMode(false);
    this.source.off('end', this.ended).off('error', this.ended);
  }

  /** Strings in, strings out: the base class would join what is buffered. */
  override setEncoding(): this {
    return this;
  }

  setRawMode(on: boolean): this {
    this.source.setRawMode?.(on);
    this.source.off('data', this.onData);
    if (on) {
      this.source.on('data', this.onData);
      this.source.resume();
    } else {
      this.source.pause();
    }
    return this;
  }

  ref(): this {
    this.source.ref?.();
    return this;
  }

  unref(): this {
    this.source.unref?.();
    return this;
  }

  private receive(chunk: string): void {
    clearTimeout(this.patience);
    const input = this.rest + chunk;
    const end = input.search(unfinished);
    this.rest = end < 0 ? '' : input.slice(end);
    const whole = (end < 0 ? input : input.slice(0, end)).match(units) ?? [];
    for (const unit of whole.flatMap(apart)) {
      const news = newsOf(unit);
      if (news !== undefined) this.onNews(news);
      else if (unit === '\x1b]' || !report.test(unit)) {
        this.waiting.push(unit);
        this.lastKeyAt = performance.now();
      }
    }
    if (this.rest !== '') this.waitForRest();
    this.pump();
  }

  private waitForRest(): void {
    const pasting = this.rest.startsWith('\x1b[200~');
    const giveUp = (): void => {
      if (pasting) this.waiting.push(`${this.rest}\x1b[201~`);
      else if (this.rest === '\x1b]' || !report.test(this.rest))
        this.waiting.push(...(this.rest === '\x1b\x1b' ? this.rest : [this.rest]));
      this.rest = '';
      this.pump();
    };
    const sequence = sequenceBegun.test(this.rest);
    this.patience = setTimeout(giveUp, pasting ? pastePatienceMs : sequence ? sequencePatienceMs : patienceMs);
  }

  private pump(): void {
    if (this.pumping) return;
    const unit = this.waiting.shift();
    if (unit === undefined) return;
    this.pumping = true;
    this.push(forInk(unit));
    // Two turns: one for Ink to read it, one for React to draw.
    setImmediate(() =>
      setImmediate(() => {
        this.pumping = false;
        this.pump();
      }),
    );
  }
}
