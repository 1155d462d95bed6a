import { expect, it } from 'vitest';
import { defaultPreferences, type SeatPreferences } from '../../src/client/seat-preferences.ts';
import type { CallView } from '../../src/contract/shapes/call.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { newCall } from '../../src/tui/state/bell.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { Reminders } from '../../src/tui/state/reminders.ts';
import { TerminalAttention } from '../../src/tui/terminal/attention.ts';
import { multiplexerOf } from '../../src/tui/terminal/multiplexer.ts';
import { notificationSequence, notificationWay, wayByName } from '../../src/tui/terminal/notification.ts';
import { progressSequence, showsProgress } from '../../src/tui/terminal/progress.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { Hotline, until } from './driver.tsx';
import { ago, callOf, me, mineIn, mySeat, noon } from './fixtures.ts';
import { shelf } from './shelf.ts';

const say = sayIn('zh-CN');

const modelWith = (...calls: CallView[]): SeatModel =>
  applySnapshot(emptyModel('zh-CN', 'hub', noon), {
    seq: 0,
    me,
    seat: mySeat,
    settings: defaultSettings,
    calls,
    tickets: [],
  });

const urgent = callOf(1, { priority: 'urgent', name: '刘女士', phone: '138****1000' });

/** What a terminal is told of an urgent call. */
const told = async (
  env: Record<string, string>,
  preferences: Partial<SeatPreferences> = {},
  focused?: boolean,
): Promise<string> => {
  let written = '';
  const model = modelWith();
  const session = { store: { get: () => model }, preferences: { ...defaultPreferences, ...preferences }, say };
  const attention = new TerminalAttention(
    () => session as never,
    (text) => {
      written += text;
    },
    env,
  );
  await attention.lookAround();
  attention.focused = focused;
  attention.call(urgent);
  return written;
};

it('knows how each terminal shows a notification', () => {
  expect(notificationWay({ TERM: 'xterm-kitty' })).toBe('osc99');
  expect(notificationWay({ TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' })).toBe('osc99');
  expect(notificationWay({ TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' })).toBe('osc9');
  expect(notificationWay({ TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' })).toBe('osc9');
  expect(notificationWay({ TERM: 'xterm-256color', WT_SESSION: 'x' })).toBe('osc777');
  expect(notificationWay({ TERM: 'foot' })).toBe('osc777');
  expect(notificationWay({ TERM: 'rxvt-unicode-256color' })).toBe('osc777');
  expect(notificationWay({ TERM: 'linux' })).toBe('off');
  expect(notificationWay({ ConEmuPID: '12' })).toBe('off');
  expect(wayByName('kitty(0.40.0)')).toBe('osc99');
  expect(wayByName('iTerm2 3.5')).toBe('osc9');
});

it('tells of a call by its kind, and of no citizen', async () => {
  const text = await told({ TERM: 'xterm-256color' });
  expect(text).toBe('\x07\x1b]777;notify;专家坐席;新来电 · 公积金 · 加急\x07');
  expect(await told({ TERM_PROGRAM: 'iTerm.app' })).toBe('\x07\x1b]9;专家坐席: 新来电 · 公积金 · 加急\x07');
  const kitty = await told({ TERM: 'xterm-kitty' });
  expect(kitty).toContain('\x1b]99;i=expert-seat:d=0;专家坐席\x07');
  for (const way of [text, kitty]) expect(way).not.toMatch(/刘|138/);
});

it('does as the person likes it, and stays quiet on a desktop that has the seat in front', async () => {
  expect(await told({}, { bell: false, notify: 'osc9' })).toBe('\x1b]9;专家坐席: 新来电 · 公积金 · 加急\x07');
  expect(await told({}, { notify: 'off' })).toBe('\x07');
  expect(await told({}, {}, true)).toBe('\x07');
  expect(await told({}, {}, false)).toContain('新来电');
  expect(await told({ TERM: 'linux' })).toBe('\x07');
});

it('gets a notification through tmux only where that is allowed, and through GNU screen in pieces that it takes', async () => {
  const sequence = notificationSequence('osc9', '坐席', '新来电');
  const allowed = await multiplexerOf({ TMUX: '/tmp/x' }, async () => 'on\nkitty(0.40)\nxterm-kitty\n');
  expect(allowed.through(sequence)).toBe('\x1bPtmux;\x1b\x1b]9;坐席: 新来电\x07\x1b\\');
  expect(allowed.terminal).toBe('kitty(0.40)');
  const refused = await multiplexerOf({ TMUX: '/tmp/x' }, async () => 'off\n\nxterm-256color\n');
  expect(refused.through(sequence)).toBe('');
  expect((await multiplexerOf({ TMUX: '/tmp/x' }, async () => '')).through(sequence)).toBe('');
  const screen = await multiplexerOf({ STY: '1.pts-0' });
  const long = screen.through('话'.repeat(600));
  const pieces = long.split('\x1b\\').filter((piece) => piece !== '');
  expect(pieces.every((piece) => piece.startsWith('\x1bP') && Buffer.byteLength(piece) <= 768)).toBe(true);
  expect(pieces.map((piece) => piece.slice(2)).join('')).toBe('话'.repeat(600));
});

it('lets no text end a notification early or open another field of it', () => {
  const text = notificationSequence('osc777', '坐;席\x07', '新\x1b]52;c;eA==\x07来;电');
  expect(text).toBe('\x1b]777;notify;坐,席;新来,电\x07');
});

it('shows how much of the time to write up is used where the taskbar can, as a warning from the last quarter on', () => {
  expect(showsProgress({ WT_SESSION: 'x' })).toBe(true);
  expect(showsProgress({ TERM: 'xterm-ghostty' })).toBe(true);
  expect(showsProgress({ TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color' })).toBe(false);
  expect(progressSequence(50)).toBe('\x1b]9;4;1;50\x07');
  expect(progressSequence(75)).toBe('\x1b]9;4;4;75\x07');
});

it('hears of a call that rings here or waits while the seat is free, and of no other', () => {
  const before = modelWith();
  expect(newCall(before, modelWith(urgent))?.id).toBe(urgent.id);
  expect(newCall(modelWith(urgent), modelWith(urgent))).toBeUndefined();
  const ringing = callOf(2, { state: 'offered', seat: { id: me.id, name: me.name } });
  expect(newCall(before, modelWith(ringing))?.id).toBe(ringing.id);
  const talking = mineIn('active', 3);
  expect(newCall(modelWith(talking), modelWith(talking, urgent))).toBeUndefined();
});

it('reminds of a wrap-up near its limit and of a call on hold, once at each moment, and is heard at the last', () => {
  const wrapUp = modelWith(mineIn('wrap-up', 1, { stateSince: ago(0) }));
  const reminders = new Reminders();
  const at = (seconds: number, model = wrapUp) => reminders.due(model, noon + seconds * 1000, say);
  expect(at(89)).toBeUndefined();
  expect(at(90)).toEqual({ text: '刘女士 的整理还剩 30 秒，请办结或转派', last: false });
  expect(at(91)).toBeUndefined();
  expect(at(110)).toEqual({ text: '刘女士 的整理还剩 10 秒，请办结或转派', last: true });
  expect(at(119)).toBeUndefined();

  const held = modelWith(mineIn('held', 2, { stateSince: ago(0), name: '王先生' }));
  expect(at(90, held)).toEqual({ text: '王先生 已保持 01:30，Ctrl-T 恢复通话', last: false });
  expect(at(100, held)).toBeUndefined();
  // Held again later: another hold.
  const again = modelWith(mineIn('held', 2, { stateSince: new Date(noon + 200_000).toISOString(), name: '王先生' }));
  expect(at(201, again)).toBeUndefined();
  expect(at(200 + 180, again)).toEqual({ text: '王先生 已保持 03:00，Ctrl-T 恢复通话', last: true });
});

it('blinks nothing and toggles nothing: from second to second only figures change, whatever waits', async () => {
  const line = await Hotline.open();
  let now = Date.now();
  const clock = createClock(() => now);
  const seat = await line.seat('李敏', { clock: { ...clock, start: () => undefined } });
  await seat.sees('○ 离线');
  seat.press('Ctrl-B');
  await seat.sees('坐席状态');
  seat.press('Enter');
  await seat.sees('● 就绪');
  await line.calls('刘女士', '缴交结算怎么做', { priority: 'urgent' });
  await line.calls('王先生', '租房提取');
  await seat.sees('刘女士', '王先生');
  const pictures = new Set<string>();
  now = Date.now() + 1000;
  for (let second = 0; second < 6; second += 1) {
    const before = seat.text();
    now += 1000;
    clock.second.update(() => now);
    await until(
      () => seat.text() !== before,
      () => seat.text(),
    );
    const drawn = seat.screen.lines().map((_, row) => seat.screen.styles(row));
    pictures.add(JSON.stringify(drawn).replaceAll(/\d/g, '0'));
  }
  expect(pictures.size).toBe(1);
  expect(seat.screen.raw).not.toMatch(/\x1b\[(?:\d+;)*[56](?:;\d+)*m/);
});

it('tells what runs out on the notice line, without a key or a letter getting lost, and rings once at the last', async () => {
  const line = await Hotline.open({ holdReminderSeconds: 5 });
  let now = Date.now();
  const clock = createClock(() => now);
  const seat = await line.seat('李敏', { clock: { ...clock, start: () => undefined } });
  await seat.sees('○ 离线');
  await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-T');
  await seat.sees('‖ 保持中');
  const bells = () => seat.screen.raw.replace(/\x1b\][^\x07]*\x07/g, '').split('\x07').length - 1;
  const pass = (seconds: number) => {
    now += seconds * 1000;
    clock.second.update(() => now);
  };
  seat.types('先还清');
  pass(6);
  await seat.sees('刘女士 已保持 00:0', 'Ctrl-T 恢复通话');
  expect(bells()).toBe(0);
  seat.types('本息');
  await seat.sees('先还清本息');
  pass(6);
  await until(
    () => bells() === 1,
    () => seat.text(),
  );
  pass(60);
  await seat.sees('01:1');
  expect(bells()).toBe(1);
});

/** A seat in a terminal that says this of itself. */
const seatIn = async (line: Hotline, env: Record<string, string>) => {
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const seat = line.seatOf({ client, language: 'zh-CN', mode: 'hub', color: false, env });
  await seat.sees('○ 离线');
  seat.press('Ctrl-B');
  await seat.sees('坐席状态');
  seat.press('Enter');
  await seat.sees('● 就绪');
  return seat;
};

it('shows a notification while another window has the focus, and none while this one has it', async () => {
  const line = await Hotline.open();
  const seat = await seatIn(line, { TERM: 'xterm-256color' });
  expect(seat.screen.raw).toContain('\x1b[?1004h');
  seat.keyboard.write('\x1b[I');
  await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('刘女士');
  await until(
    () => seat.screen.raw.includes('(1) 专家坐席'),
    () => 'no title',
  );
  expect(seat.screen.raw).not.toContain('777;notify');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-D', 'Enter');
  await seat.sees('◇ 整理中');
  seat.press('Ctrl-D', 'Enter');
  await seat.sees('● 就绪');
  seat.keyboard.write('\x1b[O');
  // Calls in a rush ring once, so the next one has to wait for the quiet to pass.
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await line.calls('王先生', '租房提取', { priority: 'urgent' });
  await until(
    () => seat.screen.raw.includes('\x1b]777;notify;专家坐席;新来电 · 公积金 · 加急\x07'),
    () => 'no notification',
  );
  expect(seat.screen.raw).not.toMatch(/notify;[^\x07]*王/);
});

it('shows the time to write up in the taskbar, as a warning near the limit, and takes it away', async () => {
  const line = await Hotline.open({ wrapUpSeconds: 60 });
  const seat = await seatIn(line, { TERM: 'xterm-256color', WT_SESSION: 'x' });
  await line.calls('刘女士', '缴交结算怎么做');
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-D', 'Enter');
  await seat.sees('◇ 整理中');
  await until(
    () => seat.screen.raw.includes('\x1b]9;4;1;0\x07'),
    () => 'no progress',
  );
  seat.press('Ctrl-D', 'Enter');
  await seat.sees('● 就绪');
  expect(seat.screen.raw.lastIndexOf('\x1b]9;4;0;0\x07')).toBeGreaterThan(seat.screen.raw.lastIndexOf('\x1b]9;4;1'));
});

it('counts the answers that were not read in the header, in words, until their article is opened', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat('李敏', { columns: 120, rows: 30 });
  await seat.sees('○ 离线');
  const centre = await line.person('中心王', 'centre');
  const expert = seat.client!;
  const { correction } = await expert.call('kb.correct', {
    params: { document: 'gjj-0001' },
    body: { note: '限额已经提高' },
  });
  await centre.call('kb.answer', {
    params: { correction: correction.id },
    body: { state: 'accepted', answer: '已改' },
  });
  await seat.sees('纠错答复 1');
  seat.press('Ctrl-X');
  seat.press('Ctrl-A');
  await seat.sees('租房提取住房公积金');
  await seat.seesNo('纠错答复 1');
});
