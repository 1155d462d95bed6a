/** "Are you well?": a terminal answers when it has drawn all that was written before. */
const question = '\x1b[5n';

/**
 * How much may be on its way to the terminal when the next frame is drawn: half a second of a line of 9,600 baud. A line that is slower than
 * what happens then skips frames instead of queueing them, and what is typed is never further behind than that.
 */
const roomForFrame = 480;
/** Clocks wait until the line is empty, and take no more than a part of it. */
const roomForClock = 0;
const clockShare = 4;
/** A frame that arrives sooner leaves the line free for clocks. */
const quickMs = 150;
/** An answer that has not come by then got lost: on the slowest line that anybody works on, and some time for the way. */
const slowestBytesPerSecond = 300;
const onTheWayMs = 1500;
/** A terminal that answered before and leaves so many questions unanswered will not answer. */
const mostMisses = 3;

interface Asked {
  readonly bytes: number;
  readonly at: number;
}

/** How long to wait for the first answer of a terminal that may never give one. */
const unknownMs = 100;

type Now = () => number;

const outlived = new WeakSet<NodeJS.WritableStream>();
/** What is written to a terminal that is gone may fail later, when nobody listens any more; that is no news. One listener does for all. */
const outlive = (out: NodeJS.WritableStream): void => {
  if (outlived.has(out)) return;
  outlived.add(out);
  out.on('error', () => undefined);
};

/**
 * The terminal's output, and how much of it has not arrived. What Node has not handed to the system is known; what the system, an SSH
 * connection or a modem still holds is known only by asking the terminal, which every terminal that answers is asked behind every frame.
 */
export class ScreenOutput {
  /** For Ink, which draws on it. */
  readonly stream: NodeJS.WriteStream;
  /** What Ink draws now is not drawn: the window has another size, and it does not know yet. */
  hushed = false;
  private readonly out: NodeJS.WriteStream;
  private readonly now: Now;
  /** Bytes that Node holds. */
  private held = 0;
  /** Bytes behind which nothing was asked yet. */
  private unasked = 0;
  private asked: Asked[] = [];
  private answers = false;
  /** Nobody reads answers now: the terminal is the shell's, or the program ends. */
  private paused = true;
  private asking = false;
  private misses = 0;
  private clocksFrom = 0;
  private silence: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<() => void, number>();
  private onGone: () => void = () => undefined;

  constructor(out: NodeJS.WriteStream, now: Now = Date.now) {
    this.out = out;
    this.now = now;
    const write = (text: string | Uint8Array, done?: unknown): boolean =>
      this.hushed ? this.swallow(done) : this.write(text, typeof done === 'function' ? () => done() : undefined);
    this.stream = new Proxy(out, {
      get: (target, key) => {
        if (key === 'write') return write;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    out.on('error', this.gone);
  }

  write(text: string | Uint8Array, done?: () => void): boolean {
    if (this.out.destroyed || this.out.writableEnded) {
      if (done) setImmediate(done);
      return false;
    }
    const bytes = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
    this.held += bytes;
    this.unasked += bytes;
    if (bytes > 0 && this.answers) this.askSoon();
    return this.out.write(text, () => {
      this.held -= bytes;
      done?.();
      this.release();
    });
  }

  /** From here on its answers are read. Asks once whether the terminal answers at all. */
  begin(): void {
    this.paused = false;
    this.ask();
  }

  /** The terminal has answered: what was written before the oldest question is drawn. */
  answered(): void {
    const first = this.asked.shift();
    if (!first) return;
    this.answers = !this.paused;
    this.misses = 0;
    // What was written before anybody knew that it answers.
    if (this.answers && this.unasked > 0) this.askSoon();
    const took = this.now() - first.at;
    if (took > quickMs) this.clocksFrom = this.now() + took * clockShare;
    this.watchSilence();
    this.release();
  }

  readonly hush = (): void => {
    this.hushed = true;
  };

  unhush(): void {
    this.hushed = false;
  }

  /** Draws now, or as soon as there is room; asked again meanwhile, still once. */
  readonly whenFrameFits = (draw: () => void): void => this.when(draw, roomForFrame);

  /** The same for what changes by itself, every second. */
  readonly whenClockFits = (draw: () => void): void => {
    if (this.now() >= this.clocksFrom) this.when(draw, roomForClock);
  };

  /** The terminal went away: an SSH connection that dropped, a window that was closed. */
  whenGone(then: () => void): void {
    this.onGone = then;
  }

  /** Ends when nothing that was asked can be answered any more, or `patienceMs` have passed: an answer must not become the shell's input. */
  async settled(patienceMs: number): Promise<void> {
    clearTimeout(this.silence);
    const end = this.now() + (this.answers ? patienceMs : unknownMs);
    this.paused = true;
    this.answers = false;
    while ((this.asked.length > 0 || this.held > 0) && !this.out.destroyed && this.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    this.asked = [];
  }

  close(): void {
    clearTimeout(this.silence);
    this.paused = true;
    this.answers = false;
    this.waiting.clear();
    this.out.off('resize', this.hush);
    outlive(this.out);
    this.out.off('error', this.gone);
  }

  private swallow(done: unknown): boolean {
    if (typeof done === 'function') setImmediate(() => done());
    return true;
  }

  private readonly gone = (): void => this.onGone();

  private get backlog(): number {
    if (!this.answers) return this.held;
    return this.unasked + this.bytesAsked;
  }

  private get bytesAsked(): number {
    return this.asked.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private when(draw: () => void, room: number): void {
    if (this.backlog <= room) {
      this.waiting.delete(draw);
      draw();
    } else {
      this.waiting.set(draw, room);
    }
  }

  private release(): void {
    for (const [draw, room] of this.waiting) {
      if (this.backlog > room) continue;
      this.waiting.delete(draw);
      draw();
    }
  }

  /** Behind everything that is written in this turn: a frame is several writes. */
  private askSoon(): void {
    if (this.asking) return;
    this.asking = true;
    queueMicrotask(() => {
      this.asking = false;
      if (this.answers) this.ask();
    });
  }

  private ask(): void {
    const bytes = this.unasked + question.length;
    this.unasked = 0;
    this.asked.push({ bytes, at: this.now() });
    this.held += question.length;
    if (this.out.destroyed || this.out.writableEnded) return;
    this.out.write(question, () => {
      this.held -= question.length;
      this.release();
    });
    this.watchSilence();
  }

  private watchSilence(): void {
    clearTimeout(this.silence);
    if (this.asked.length === 0) return;
    const patienceMs = onTheWayMs + (this.bytesAsked * 1000) / slowestBytesPerSecond;
    this.silence = setTimeout(() => {
      this.misses += 1;
      if (this.misses >= mostMisses) this.answers = false;
      this.asked = [];
      this.release();
    }, patienceMs).unref();
  }
}
