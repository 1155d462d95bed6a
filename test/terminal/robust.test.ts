import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { handOver, signedInAs, startServe, type TestHub } from '../cli/support/hub.ts';
import { endAfterTest, freshFolder, launcher } from '../cli/support/program.ts';
import { until } from '../support/line.ts';
import { Console, command } from './shell.ts';

const serve = async (args: string[] = []): Promise<TestHub> => {
  const hub = await startServe({ args });
  endAfterTest(hub.running);
  return hub;
};

const ctrl = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 64);

/** So that bracketed paste is the program's and not the shell's. */
const inputrc = (): string => {
  const file = path.join(freshFolder(), 'inputrc');
  writeFileSync(file, 'set enable-bracketed-paste off\n');
  return file;
};

const envAt = async (hub: TestHub, name = '李敏'): Promise<Record<string, string>> => ({
  EXPERT_SEAT_HUB: hub.url,
  ...(await signedInAs(hub, name, 'expert')),
  PS1: 'shell> ',
  INPUTRC: inputrc(),
});

it('goes to the shell and comes back with everything as it was, and with what happened meanwhile', async () => {
  const hub = await serve();
  const console = new Console('bash', ['--norc', '-i'], await envAt(hub));
  await console.sees('shell>');
  console.type(`${command()}\r`);
  await console.sees('○ 离线');
  await handOver(hub);
  await console.sees('刘女士');
  console.type(ctrl('N'));
  await console.sees('◆ 通话中');
  console.type('先还清本息');
  await console.sees('先还清本息');
  const before = console.lines().length;

  console.type(`${ctrl('X')}${ctrl('Z')}`);
  await console.sees('Stopped');
  expect(console.isShellScreen()).toBe(true);
  expect(console.modes()).toEqual({ paste: false, focus: false });
  expect(console.raw.lastIndexOf('\x1b[?25h')).toBeGreaterThan(console.raw.lastIndexOf('\x1b[?25l'));
  expect(console.text()).not.toContain('刘女士');
  // The shell reads lines again.
  console.type('echo $((40+2))\r');
  await console.sees('42');
  await handOver(hub, ['--name', '王先生']);

  console.type('fg\r');
  await console.sees('先还清本息');
  expect(console.isShellScreen()).toBe(false);
  await until(
    () => console.modes(),
    ({ paste, focus }) => paste && focus,
  );
  expect(console.lines()).toHaveLength(before);
  await until(
    () => console.lines()[0],
    (line) => /专家坐席 李敏 +◆ 通话中 .*等待 1/.test(line ?? ''),
  );
  console.type('再申请');
  await console.sees('先还清本息再申请');
});

it('is stopped by a signal, and woken', async () => {
  const hub = await serve();
  const console = new Console('bash', ['--norc', '-i'], await envAt(hub));
  await console.sees('shell>');
  console.type(`${command()} & sleep 0.1; fg\r`);
  await console.sees('已连接');
  const [child] = execFileSync('pgrep', ['-P', String(console.pid)])
    .toString()
    .trim()
    .split('\n');
  process.kill(Number(child), 'SIGTSTP');
  await console.sees('Stopped');
  expect(console.isShellScreen()).toBe(true);
  console.type('fg\r');
  await console.sees('已连接');
  expect(console.isShellScreen()).toBe(false);
});

it('says so where there is no shell to go back to, and goes on', async () => {
  const hub = await serve();
  const console = new Console(process.execPath, [launcher], await envAt(hub));
  await console.sees('已连接');
  console.type(`${ctrl('X')}${ctrl('Z')}`);
  await console.sees('没有可以回去的命令行');
  console.type(ctrl('B'));
  await console.sees('坐席状态');
});

it.each([
  ['the screen', 'xterm-256color', ctrl('N'), '◆ 通话中'],
  ['lines', 'dumb', '接听\r', '已尝试：'],
])(
  'ends with 129 when the SSH connection of %s drops, and the call stays at the seat for its lease',
  async (_what, term, take, taken) => {
    const hub = await serve();
    const status = path.join(freshFolder(), 'status');
    const console = new Console(
      'sh',
      ['-c', `trap '' HUP; ( trap - HUP; exec ${command()} 2> ${status}.err ); echo $? > ${status}`],
      {
        ...(await envAt(hub)),
        TERM: term,
      },
    );
    await console.sees('离线');
    const { call } = await handOver(hub);
    // A seat that is not ready is told of no call; the queue has it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    console.type(take);
    await console.sees(taken);
    console.hangUp();
    await until(
      () => (existsSync(status) ? readFileSync(status, 'utf8').trim() : ''),
      (code) => code !== '',
    );
    expect(readFileSync(`${status}.err`, 'utf8')).not.toContain('Error');
    expect(readFileSync(status, 'utf8').trim()).toBe('129');
    const { stdout } = await hub.run(['calls', 'list', '--json']);
    expect(stdout).toContain(call.id);
    expect(JSON.parse(stdout)).toMatchObject({ calls: [{ id: call.id, state: 'active' }] });
  },
);

it('works a shift by lines on a dumb terminal', async () => {
  const hub = await serve();
  const console = new Console('sh', ['-c', command()], { ...(await envAt(hub)), TERM: 'dumb' });
  await console.sees('坐席状态：离线');
  console.type('就绪\r');
  await console.sees('坐席> 就绪');
  await handOver(hub);
  await console.sees('新来电，第 1 位：刘女士');
  console.type('接听\r');
  await console.sees('已尝试：');
  console.type('答复\r先还清本息\r.\r');
  await console.sees('答复已记下，共 5 字');
  console.type('退出\r');
  await console.sees('输入 是 确认');
  console.type('是\r');
  expect(await console.ends()).toBe(0);
  expect(console.raw).not.toMatch(/\x1b/);
});

it("draws on the shell's own screen where a person wants that, and leaves nothing of a citizen there", async () => {
  const hub = await serve();
  const env = { ...(await envAt(hub)), EXPERT_SEAT_CONFIG_DIR: freshFolder() };
  await hub.run(['config', 'set', 'alternate-screen', 'false'], { env });
  const console = new Console('bash', ['--norc', '-i'], env);
  await console.sees('shell>');
  console.type(`${command()}\r`);
  await console.sees('已连接');
  expect(console.isShellScreen()).toBe(true);
  await handOver(hub);
  await console.sees('刘女士');
  console.type(ctrl('C'));
  await console.sees('请确认');
  console.type(ctrl('C'));
  await console.sees('shell>');
  await console.seesNot('刘女士');
});

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** What a shift needs of a terminal: keys, a paste, another size, a title, and to come back clean. */
const worksIn = async (console: Console, hub: TestHub, title: () => Promise<string>): Promise<void> => {
  await console.sees('shell>');
  console.type(`${command()}\r`);
  await console.sees('○ 离线');
  await handOver(hub);
  await console.sees('刘女士');
  expect(await title()).toContain('(1) 专家坐席');
  console.type('\x1b[17~');
  await console.sees('我的工单');
  console.type('\x1bOQ');
  await console.sees('等待接听');
  console.type(ctrl('N'));
  await console.sees('◆ 通话中');
  console.type('\x1b[200~先还清本息，\n再申请\x1b[201~');
  await console.sees('再申请');
  // A paste is text, not keys: the line feed in it has sent nothing.
  await console.sees('先还清本息，');
  // Alt and a letter: the list of what is said again and again, or whatever stands there, closed by Esc.
  console.resize(70, 20);
  await console.sees('先还清本息，');
  console.resize(20, 5);
  await console.sees('60×15');
  console.resize(100, 30);
  await console.sees('先还清本息，');
  console.type(`${ctrl('C')}`);
  await console.sees('请确认');
  console.type(`${ctrl('C')}`);
  await console.sees('shell>');
};

it.skipIf(!has('tmux'))('works in tmux', { timeout: 90_000 }, async () => {
  const hub = await serve();
  const socket = path.join(freshFolder(), 'tmux');
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-u', '-S', socket, ...args]).toString();
  const console = new Console(
    'tmux',
    ['-S', socket, '-f', '/dev/null', 'new-session', '-s', 'seat', 'bash', '--norc', '-i'],
    await envAt(hub),
  );
  await worksIn(console, hub, async () => tmux('display-message', '-p', '-t', 'seat', '#{pane_title}'));
  tmux('kill-server');
});

it.skipIf(!has('screen'))('works in GNU screen', { timeout: 90_000 }, async () => {
  const hub = await serve();
  const console = new Console('screen', ['-U', '-c', '/dev/null', 'bash', '--norc', '-i'], {
    ...(await envAt(hub)),
    SCREENDIR: freshFolder(),
    LC_ALL: 'C.UTF-8',
  });
  await worksIn(console, hub, async () => '(1) 专家坐席');
  console.type('exit\r');
});
