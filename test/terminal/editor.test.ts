import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { handOver, signedInAs, startServe } from '../cli/support/hub.ts';
import { endAfterTest, freshFolder } from '../cli/support/program.ts';
import { until } from '../support/line.ts';
import { Screen } from './terminal.ts';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A seat in a call at a real terminal, whose editor is a script. */
const seatWithEditor = async (script: string) => {
  const hub = await startServe();
  endAfterTest(hub.running);
  const dir = freshFolder();
  const editor = path.join(dir, 'editor');
  writeFileSync(editor, `#!/bin/sh\n${script}\n`);
  chmodSync(editor, 0o700);
  const runtime = path.join(dir, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  const env = {
    EXPERT_SEAT_HUB: hub.url,
    ...(await signedInAs(hub, '李敏', 'expert')),
    EDITOR: editor,
    XDG_RUNTIME_DIR: runtime,
    EXPERT_SEAT_DATA: path.join(dir, 'data'),
    DIR: dir,
  };
  const seat = new Screen([], env, 80, 24);
  await seat.sees('没有等待的来电');
  const { ticket } = await handOver(hub);
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('答复 ━');
  return { hub, seat, dir, runtime, ticket, env };
};

it('the answer is written in the own editor, which has the terminal to itself, and comes back', async () => {
  const { seat, dir, runtime, hub } = await seatWithEditor(
    'stty -a > "$DIR/stty"; cat "$1" > "$DIR/before"; printf "请按键"; read line; printf "改好的\\033[31m第一行\\n第二行%s\\n" "$line" > "$1"',
  );
  seat.type('旧答复');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('请按键');
  expect(seat.state()).toMatchObject({ alternate: false, bracketedPaste: false, cursorShown: true });
  // A line of the terminal's own, with its echo; and a call that comes meanwhile rings.
  const before = seat.raw.length;
  await handOver(hub, ['--name', '王先生']);
  await until(
    () => seat.raw.slice(before),
    (raw) => raw.includes('\x07'),
  );
  seat.type('尾\r');
  await seat.sees('第二行尾');
  await seat.sees('已写入在编辑器里改好的答复');
  expect(readFileSync(path.join(dir, 'before'), 'utf8')).toBe('旧答复\n');
  expect(readFileSync(path.join(dir, 'stty'), 'utf8')).toMatch(/ icanon/);
  expect(readdirSync(runtime)).toEqual([]);
  expect(seat.state()).toMatchObject({ alternate: true, bracketedPaste: true });
  // Keys are the seat's again, and one step takes everything back.
  await until(
    () => seat.beforeCursor(),
    (text) => text.endsWith('第二行尾'),
  );
  seat.type('。');
  await seat.sees('第二行尾。');
  seat.press('Ctrl-Z', 'Ctrl-Z');
  await seat.sees('旧答复');
  expect(seat.lines().join('\n')).not.toContain('第二行');
});

it('an editor that fails, or writes too much, changes nothing; what it saved is kept, and what was too long is there for the next time', async () => {
  const { seat, dir } = await seatWithEditor(
    'cat "$1" > "$DIR/before"; echo 不要 > "$1"; test -e "$DIR/long" || exit 1; head -c 18000 /dev/zero | sed "s/\\x0/长/g" | head -c 15003 > "$1"; rm "$DIR/long"',
  );
  seat.type('旧答复');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('没有正常结束（1）');
  await seat.sees('旧答复');
  // What it had saved before is not lost.
  seat.type('\x1bo');
  await seat.sees('不要');
  seat.press('Esc');
  await seat.seesNot('写过的其他内容');
  writeFileSync(path.join(dir, 'long'), '');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('有 5001 字，超过 5000 字');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('没有正常结束（1）');
  expect(readFileSync(path.join(dir, 'before'), 'utf8')).toMatch(/^长{5001}\n$/);
});

it('Ctrl-C in the editor ends the editor alone; the seat goes on with the answer as it was', async () => {
  const { seat, runtime } = await seatWithEditor('echo 不要 > "$1"; printf "请按键"; read line');
  seat.type('旧答复');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('请按键');
  seat.press('Ctrl-C');
  await seat.sees('没有正常结束');
  await seat.sees('旧答复');
  await seat.seesNot('退出坐席');
  expect(readdirSync(runtime)).toEqual([]);
});

it('a seat that is ended while the editor is open ends it as well, and leaves no text behind', async () => {
  const { seat, runtime, dir } = await seatWithEditor('printf $$ > "$DIR/pid"; printf "请按键"; read line');
  seat.type('旧答复');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('请按键');
  seat.signal('SIGTERM');
  expect(await seat.exit()).toBe(143);
  expect(readdirSync(runtime)).toEqual([]);
  expect(seat.state()).toMatchObject({ alternate: false, bracketedPaste: false, cursorShown: true });
  const editor = Number(readFileSync(path.join(dir, 'pid'), 'utf8'));
  await until(
    () => isRunning(editor),
    (runs) => !runs,
  );
});

it('what comes back when the ticket is done is kept beside it', async () => {
  const { hub, seat, ticket, env } = await seatWithEditor('echo 晚到的答复 > "$1"; printf "请按键"; read line');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('请按键');
  await hub.run(['tickets', 'close', ticket.number, '--category', '咨询', '--answer', '已答复'], { env });
  // A call that comes after that stands in the title: by then the seat knows.
  const before = seat.raw.length;
  await handOver(hub, ['--name', '王先生']);
  await until(
    () => seat.raw.slice(before),
    (raw) => raw.includes('(1)'),
  );
  seat.type('\r');
  await seat.sees('已经办完，改好的文字没有写入');
  seat.type('\x1bo');
  await seat.sees('晚到的答复');
});

it.each(['SIGHUP', 'SIGKILL'] as const)('what was saved in the editor when %s ends the seat', async (signal) => {
  const { seat, runtime, env } = await seatWithEditor('echo 存下的新答复 > "$1"; printf "请按键"; read line');
  seat.type('旧答复');
  await seat.sees('旧答复');
  seat.press('Ctrl-X', 'Ctrl-E');
  await seat.sees('请按键');
  seat.signal(signal);
  await seat.exit();
  expect(readdirSync(runtime)).toHaveLength(signal === 'SIGKILL' ? 1 : 0);
  const next = new Screen([], env, 80, 24);
  await next.sees('旧答复');
  // The text that nobody could remove any more is gone with the next start, behind its first frame.
  await vi.waitFor(() => expect(readdirSync(runtime)).toEqual([]));
  if (signal === 'SIGKILL') return;
  next.type('\x1bo');
  await next.sees('存下的新答复');
});
