import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { editInEditor, editorCommand, removeLeftTexts } from '../../src/tui/terminal/external-editor.ts';
import { temporaryDir } from '../support/stores.ts';
import { until } from './driver.tsx';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** An editor that is a script; it notes what it saw, and the folder for its file is one of the test's own. */
const editor = async (script: string) => {
  const dir = await temporaryDir();
  const file = path.join(dir, 'my editor');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  const runtime = path.join(dir, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  const seen = path.join(dir, 'seen');
  const env = { PATH: process.env.PATH, XDG_RUNTIME_DIR: runtime, SEEN: seen };
  return { command: `'${file}'`, env, runtime, read: () => readFileSync(seen, 'utf8') };
};

it('edits a text in a file that nobody else can read, and leaves nothing of it behind', async () => {
  const { command, env, runtime, read } = await editor(
    'stat -c %a "$2" "$(dirname "$2")" > "$SEEN"; echo "$1" >> "$SEEN"; cat "$2" >> "$SEEN"; cp "$2" "$2~"; echo 改好 > "$2"',
  );
  expect(await editInEditor('刘女士，您好', `${command} --wait`, env)).toEqual({ state: 'saved', text: '改好\n' });
  expect(read()).toBe('600\n700\n--wait\n刘女士，您好\n');
  expect(readdirSync(runtime)).toEqual([]);
});

it('tells an editor that failed, was killed, or is not there', async () => {
  const failing = await editor('echo 不要 > "$1"; exit 3');
  expect(await editInEditor('一', failing.command, failing.env)).toEqual({
    state: 'failed',
    reason: '3',
    text: '不要\n',
  });
  const killed = await editor('kill -9 $$');
  const end = await editInEditor('一', killed.command, killed.env);
  expect(end.state).toBe('failed');
  expect(await editInEditor('一', 'no-such-editor --wait', killed.env)).toEqual({ state: 'not-found' });
  expect(readdirSync(killed.runtime)).toEqual([]);
  expect(readdirSync(failing.runtime)).toEqual([]);
});

it('tells an editor that took the file away', async () => {
  const { command, env } = await editor('rm "$1"');
  expect(await editInEditor('一', command, env)).toMatchObject({ state: 'failed', text: '' });
});

it('hands a signal on to the editor and all that it started, and tells at once what was saved by then', async () => {
  const { command, env, runtime, read } = await editor(
    'echo 改好 > "$1"; echo $$ > "$SEEN"; sleep 600; echo 晚了 > "$1"',
  );
  const heard: string[] = [];
  // The shell that starts it waits for it.
  const end = editInEditor('一', `{ :; } && ${command}`, env, (text) => heard.push(text));
  await until(
    () => existsSync(env.SEEN) && read().endsWith('\n'),
    () => 'the editor does not start',
  );
  process.emit('SIGTERM', 'SIGTERM');
  expect(heard).toEqual(['改好\n']);
  expect(await end).toMatchObject({ state: 'failed', text: '改好\n' });
  await until(
    () => !isRunning(Number(read())),
    () => 'the editor goes on',
  );
  expect(readdirSync(runtime)).toEqual([]);
});

it('removes what a program left that was killed while the editor was open, and nothing of one that runs', async () => {
  const { env, runtime } = await editor('');
  const dead = spawnSync('true').pid;
  const running = `expert-seat-edit-${process.pid}-aB3dEf`;
  for (const dir of [`expert-seat-edit-${dead}-xY7zWv`, running, `other-${dead}-x`]) {
    mkdirSync(path.join(runtime, dir), { mode: 0o700 });
    writeFileSync(path.join(runtime, dir, 'answer.txt'), '刘女士，您好\n');
  }
  removeLeftTexts(env);
  expect(readdirSync(runtime)).toEqual([running, `other-${dead}-x`]);
});

it('takes the person’s editor, else what the system has', async () => {
  const { env } = await editor('');
  expect(editorCommand({ VISUAL: 'code --wait', EDITOR: 'vi' })).toBe('code --wait');
  expect(editorCommand({ VISUAL: ' ', EDITOR: 'emacs -nw' })).toBe('emacs -nw');
  expect(editorCommand({ PATH: path.dirname(env.SEEN) })).toBeUndefined();
  writeFileSync(path.join(path.dirname(env.SEEN), 'vi'), '', { mode: 0o755 });
  expect(editorCommand({ PATH: path.dirname(env.SEEN) })).toBe('vi');
});
