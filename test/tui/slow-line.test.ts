import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openSeat } from '../../src/tui/open-seat.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { ScreenOutput } from '../../src/tui/terminal/screen-output.ts';
import { Hotline } from './driver.tsx';
import { FakeKeyboard, keySequence } from './terminal.ts';

const question = '\x1b[5n';

/**
 * A terminal behind a line of 9,600 baud: what is written waits, and comes out by the bytes that the test lets through. Like a modem or an SSH
 * connection, the line takes everything at once, so that only the terminal's answers tell how far it is.
 */
class SlowScreen extends Writable {
  readonly isTTY = true;
  readonly columns = 80;
  readonly rows = 24;
  /** Every byte that went into the line. */
  sent = 0;
  /** Whether it takes everything, or makes the writer wait as a full pipe does. */
  private readonly takesAll: boolean;
  private readonly answer: ((text: string) => void) | undefined;
  private line = Buffer.alloc(0);
  private pending: (() => void) | undefined;
  private cut = '';
  private readonly emulator = new xterm.Terminal({
    cols: 80,
    rows: 24,
    allowProposedApi: true,
    scrollback: 0,
    convertEol: true,
  });

  constructor(takesAll: boolean, answer?: (text: string) => void) {
    super({ decodeStrings: true });
    this.takesAll = takesAll;
    this.answer = answer;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.sent += chunk.length;
    this.line = Buffer.concat([this.line, chunk]);
    if (this.takesAll) done();
    else this.pending = done;
  }

  get waiting(): number {
    return this.line.length + this.writableLength;
  }

  /** Lets so many bytes through. */
  async carry(bytes: number): Promise<void> {
    let left = bytes;
    this.taken();
    while (left > 0 && this.line.length > 0) {
      const piece = this.line.subarray(0, left);
      this.line = this.line.subarray(piece.length);
      left -= piece.length;
      const text = this.cut + piece.toString('latin1');
      // A question may come in two pieces.
      const at = text.lastIndexOf('\x1b');
      this.cut = at > text.length - question.length ? text.slice(at) : '';
      await new Promise<void>((resolve) => this.emulator.write(piece, resolve));
      for (let more = text.split(question).length - 1; more > 0; more -= 1) this.answer?.('\x1b[0n');
      this.taken();
      await sleep(0);
    }
  }

  /** The line is empty, so the writer may go on. */
  private taken(): void {
    if (this.line.length > 0) return;
    const done = this.pending;
    this.pending = undefined;
    done?.();
  }

  text(): string {
    const { active } = this.emulator.buffer;
    return Array.from({ length: 24 }, (_, row) => active.getLine(row)?.translateToString(true) ?? '').join('\n');
  }
}

const baud = 960;
/** Long enough for a key to be read, taken and drawn: Ink draws at most thirty times a second. */
const settleMs = 60;

it.each([
  ['an SSH connection or a modem, which takes all and answers late', true],
  ['a pipe that makes the writer wait, and no answers', false],
] as const)('keeps up with typing at 9,600 baud, through %s', async (_name, takesAll) => {
  const line = await Hotline.open();
  const keyboard = new FakeKeyboard();
  const screen = new SlowScreen(takesAll, takesAll ? (text) => keyboard.write(text) : undefined);
  let now = Date.now();
  const clock = createClock(() => now);
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  let open = true;
  const seat = openSeat({
    client,
    language: 'zh-CN',
    mode: 'hub',
    color: true,
    clock: { ...clock, start: () => undefined },
    stdin: keyboard,
    stdout: screen as unknown as NodeJS.WriteStream,
    env: {},
  });
  void seat.then(() => {
    open = false;
  });
  /** Everything that is under way arrives. */
  const arrives = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet += screen.waiting === 0 ? 1 : 0) {
      await screen.carry(100_000);
      await sleep(settleMs);
    }
  };
  onTestFinished(async () => {
    keyboard.write(keySequence('Ctrl-C'));
    await arrives();
    keyboard.write(keySequence('Ctrl-C'));
    while (open) await arrives();
    await seat;
  });
  await line.calls('刘女士', '缴交结算怎么做');
  while (!screen.text().includes('刘女士')) await arrives();
  keyboard.write(keySequence('Ctrl-N'));
  while (!screen.text().includes('◆ 通话中')) await arrives();

  // Five characters a second, the clocks of the screen running, and other citizens arriving all the while.
  const typed = '贷款逾期以后先还清本息再申请结清证明即可';
  let most = 0;
  for (const [at, character] of [...typed].entries()) {
    keyboard.write(character);
    if (at % 5 === 0) {
      now += 1000;
      clock.second.update(() => now);
      await line.calls(`市民${at}`, '租房提取需要什么材料');
    }
    await sleep(settleMs);
    await screen.carry(baud / 5);
    most = Math.max(most, screen.waiting);
  }
  // A second later it stands there, whatever else was to be drawn.
  for (let step = 0; step < 5; step += 1) {
    await sleep(settleMs);
    await screen.carry(baud / 5);
  }
  expect(screen.text().replaceAll(/[\s│┃]/g, '')).toContain(typed);
  // Nothing queued up on the way.
  expect(most).toBeLessThan(baud);
  // From screen to screen faster than the line can draw them: of those that nobody would see, none is drawn.
  const walked = screen.sent;
  for (let step = 0; step < 12; step += 1) {
    keyboard.write(keySequence(step % 2 === 0 ? 'F2' : 'F3'));
    await sleep(settleMs);
    await screen.carry(baud / 5);
  }
  await arrives();
  expect(screen.text()).toContain('◆ 通话中');
  // Twelve screens are 27 kB.
  expect(screen.sent - walked).toBeLessThan(12_000);
});

/** A terminal that takes everything at once. */
const takesAll = () => {
  let written = '';
  const sink = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  }) as unknown as NodeJS.WriteStream;
  return { sink, written: () => written };
};

it('asks a terminal that answers behind every frame, one that does not only once, and waits for no answer for ever', async () => {
  const { sink, written } = takesAll();
  let now = 0;
  const output = new ScreenOutput(sink, () => now);
  onTestFinished(() => output.close());
  const turn = () => sleep(1);
  output.begin();
  output.write('frame');
  await turn();
  expect(written()).toBe(`${question}frame`);

  output.answered();
  output.write('x'.repeat(600));
  await turn();
  expect(written().endsWith(question)).toBe(true);
  const drawn: string[] = [];
  const draw = () => drawn.push('frame');
  const tick = () => drawn.push('clock');
  output.whenFrameFits(draw);
  output.whenFrameFits(draw);
  output.whenClockFits(tick);
  expect(drawn).toEqual([]);
  now = 1000;
  output.answered();
  // The frame took a second; the line is left to what is typed before a clock has it again.
  expect(drawn).toEqual(['frame', 'clock']);
  output.whenClockFits(tick);
  expect(drawn).toEqual(['frame', 'clock']);
  now = 6000;
  output.whenClockFits(tick);
  expect(drawn).toEqual(['frame', 'clock', 'clock']);
});

it('asks behind what was written before the first answer came, and is not stuck on it', async () => {
  const { sink, written } = takesAll();
  const output = new ScreenOutput(sink);
  onTestFinished(() => output.close());
  output.begin();
  output.write('x'.repeat(600));
  await sleep(1);
  output.answered();
  let drawn = false;
  output.whenFrameFits(() => {
    drawn = true;
  });
  await sleep(1);
  expect(written().endsWith(`x${question}`)).toBe(true);
  output.answered();
  expect(drawn).toBe(true);
});

it('goes on when an answer got lost, and asks no more when nobody answers', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { sink, written } = takesAll();
  const output = new ScreenOutput(sink, Date.now);
  output.begin();
  output.answered();
  const asked = () => written().split(question).length - 1;
  for (let lost = 1; lost <= 3; lost += 1) {
    output.write('x'.repeat(600));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1 + lost);
    let drawn = false;
    output.whenFrameFits(() => {
      drawn = true;
    });
    expect(drawn).toBe(false);
    await vi.advanceTimersByTimeAsync(4000);
    expect(drawn).toBe(true);
  }
  output.write('x'.repeat(600));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(4);
  output.close();
});

it("asks nothing once the terminal is somebody else's, also when an answer comes late", async () => {
  const { sink, written } = takesAll();
  const output = new ScreenOutput(sink);
  onTestFinished(() => output.close());
  output.begin();
  output.answered();
  output.write('frame');
  await sleep(1);
  const settled = output.settled(1000);
  output.answered();
  await settled;
  const before = written();
  output.write('title');
  await sleep(1);
  expect(written()).toBe(`${before}title`);
});
