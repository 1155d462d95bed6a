import { expect, it, test } from 'vitest';
import { handOver, signedInAs, startServe, type TestHub } from '../cli/support/hub.ts';
import { endAfterTest } from '../cli/support/program.ts';
import { until } from '../support/line.ts';
import { drawAmbiguousWide } from '../tui/terminal.ts';
import { Screen } from './terminal.ts';

const serve = async (): Promise<TestHub> => {
  const hub = await startServe();
  endAfterTest(hub.running);
  return hub;
};

const signedIn = async (hub: TestHub): Promise<Record<string, string>> => ({
  EXPERT_SEAT_HUB: hub.url,
  ...(await signedInAs(hub, '李敏', 'expert')),
});

it('sees by itself that a terminal draws ambiguous characters two cells wide, and stays straight there', async () => {
  const hub = await serve();
  const seat = new Screen([], await signedIn(hub), 80, 24, drawAmbiguousWide);
  await seat.sees('没有等待的来电');
  await handOver(hub);
  await seat.sees('刘女士');
  for (const line of seat.lines().filter((text) => /^[+#|]/.test(text))) expect(line).toMatch(/[+#|]$/);
  expect(seat.lines().filter((text) => /^[+#|]/.test(text)).length).toBeGreaterThan(12);
  expect(seat.lines().join('')).not.toMatch(/[─━│┃]/);
  seat.press('Ctrl-N');
  await seat.sees('答复 =');
  seat.type('“引号”——①…');
  await seat.sees('“引号”——①…');
  expect(seat.lines().every((text) => !/^[+#|]/.test(text) || /[+#|]$/.test(text))).toBe(true);
  // The cursor stands behind what was written, so the input method's window does.
  expect(seat.beforeCursor()).toMatch(/“引号”——①…$/);
});

test('the doctor measures signs as the seat lays them out', async () => {
  const usual = new Screen(['doctor'], {}, 120, 36);
  await usual.exit();
  expect(usual.lines().join('\n')).toContain('中文字宽正确');
  const wide = new Screen(['doctor'], {}, 120, 36, drawAmbiguousWide);
  await wide.exit();
  // This one draws a sequence of emoji in its parts, which is told; everything else is as it is laid out.
  expect(wide.lines().find((line) => line.includes('≠'))).toMatch(/终端字宽与标准不同：\S+ 4≠2\s*$/);
});

test('a seat for a screen reader writes what changed below what was said, and leaves nothing behind', async () => {
  const hub = await serve();
  await handOver(hub);
  const seat = new Screen([], { ...(await signedIn(hub)), INK_SCREEN_READER: 'true' }, 80, 36);
  await seat.sees('选中：');
  expect(seat.lines().join('')).not.toMatch(/[─━│┃▸]/);
  seat.press('Ctrl-N');
  await seat.sees('已接听');
  seat.type('您登录网厅');
  await seat.sees('您登录网厅');
  expect(seat.beforeCursor()).toBe('您登录网厅');
  const said = seat.raw.length;
  seat.press('Backspace');
  await seat.sees('您登录网');
  // Not a line was written again.
  expect(seat.raw.slice(said)).not.toContain('您');
  seat.signal('SIGTERM');
  await seat.exit();
  expect(seat.state()).toMatchObject({ alternate: false, bracketedPaste: false, cursorShown: true });
  expect(seat.lines().join('')).not.toContain('刘女士');
});

it('knows a light terminal from a dark one', async () => {
  const hub = await serve();
  const env = await signedIn(hub);
  const onLight = new Screen([], env, 80, 24, (terminal) => {
    terminal.parser.registerOscHandler(11, () => {
      terminal.input('\x1b]11;rgb:ffff/ffff/ffff\x1b\\', false);
      return true;
    });
  });
  await onLight.sees('已连接');
  expect(onLight.colours()).toContain('003399');
  expect(onLight.colours()).not.toContain('66cccc');
  const unknown = new Screen([], env, 80, 24);
  await unknown.sees('已连接');
  expect(unknown.colours()).toContain('66cccc');
});

it('loses no key that is pressed while the terminal is asked', async () => {
  const hub = await serve();
  await handOver(hub);
  const env = await signedIn(hub);
  let asked = false;
  const seat: Screen = new Screen([], env, 80, 24, (terminal) => {
    terminal.parser.registerOscHandler(11, () => {
      asked = true;
      seat.press('F6');
      return true;
    });
  });
  await until(
    () => asked,
    (done) => done,
  );
  await seat.sees('我的工单');
});

test('a terminal that answers nothing is drawn on all the same', async () => {
  const hub = await serve();
  const seat = new Screen([], { ...(await signedIn(hub)), NO_COLOR: '1' }, 80, 24, (terminal) => {
    for (const final of ['n', 'c']) terminal.parser.registerCsiHandler({ final }, () => true);
  });
  await seat.sees('已连接');
  expect(seat.colours().size).toBe(0);
});
