import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Frame, FrameReader } from '../../bench/tui/frames.ts';
import { Hotline, type Seat } from './driver.tsx';
import { FakeConversation } from './fake-conversation.ts';
import { shelf } from './shelf.ts';

/** What the seat's screen is written with from now on. */
const watch = async (seat: Seat) => {
  const { columns, rows } = seat.screen;
  const reader = new FrameReader({ columns, rows });
  let read = 0;
  const frames = async (): Promise<Frame[]> => {
    const text = seat.screen.raw.slice(read);
    read += text.length;
    return reader.read(text);
  };
  await frames();
  return frames;
};

/** Types slowly enough for a frame a key; a clock may tick in between. */
const typed = async (seat: Seat, text: string): Promise<void> => {
  for (const character of text) {
    seat.types(character);
    await sleep(40);
  }
};

const inCall = async (columns: number, rows: number): Promise<Seat> => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat('李敏', { columns, rows });
  await line.calls('刘女士', '怎么提取公积金付首付');
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('答复 ━');
  await sleep(300);
  return seat;
};

it.each([
  [80, 24],
  [160, 50],
])(
  'writing an answer at %i×%i takes few bytes a key, and no row is written that stays as it was',
  async (columns, rows) => {
    const seat = await inCall(columns, rows);
    const answer = '您好，已为您核实：异地购房可以提取，请先到缴存地开具证明，再把合同和首付发票拍照上传，三日内到账。';
    await typed(seat, answer.slice(0, 1));
    await sleep(100);
    const frames = await watch(seat);
    await typed(seat, answer.slice(1));
    await seat.sees('到账。');
    const written = await frames();
    expect(written.length).toBeGreaterThan(answer.length / 2);
    const bytes = written.reduce((sum, frame) => sum + frame.bytes, 0);
    expect(bytes / (answer.length - 1)).toBeLessThanOrEqual(400);
    expect(written.flatMap(({ rewritten }) => rewritten)).toEqual([]);
  },
);

it.each([
  [80, 24],
  [160, 50],
])('talking at %i×%i takes few bytes a key, and a citizen’s words only their rows', async (columns, rows) => {
  const line = await Hotline.open({}, shelf);
  const conversation = new FakeConversation();
  const seat = await line.seat('李敏', { columns, rows, mode: 'practice', conversation });
  const { call } = await line.calls('刘女士', '怎么提取公积金付首付');
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('┏┅ 对话');
  await sleep(300);
  const words = '您好，我先帮您看一下异地购房怎么提取';
  await typed(seat, words.slice(0, 1));
  await sleep(100);
  const frames = await watch(seat);
  await typed(seat, words.slice(1));
  await seat.sees(words);
  const keys = await frames();
  expect(keys.length).toBeGreaterThan(words.length / 2);
  expect(keys.reduce((sum, frame) => sum + frame.bytes, 0) / (words.length - 1)).toBeLessThanOrEqual(400);
  expect(keys.flatMap(({ rewritten }) => rewritten)).toEqual([]);
  conversation.speaks(call.id, '那要多久？', 'anxious');
  await seat.sees('（着急）那要多久？');
  const heard = await frames();
  expect(heard.flatMap(({ rewritten }) => rewritten)).toEqual([]);
  // What was said, how they feel on the frame's edge, and a clock.
  expect(new Set(heard.flatMap(({ written }) => written)).size).toBeLessThanOrEqual(5);
});

it('while searching beside a call, only rows are written that change', async () => {
  const seat = await inCall(160, 50);
  seat.press('Tab');
  await sleep(200);
  const frames = await watch(seat);
  await typed(seat, '提取公积金');
  await seat.sees('提取公积金');
  const written = await frames();
  expect(written.some((frame) => frame.written.length > 1)).toBe(true);
  expect(written.flatMap(({ rewritten }) => rewritten)).toEqual([]);
});
