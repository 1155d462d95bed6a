import { render, useInput } from 'ink';
import { expect, it, onTestFinished } from 'vitest';
import { strokesOf } from '../../src/tui/actions/keys.ts';
import { actions } from '../../src/tui/actions/table.ts';
import { keyOfText, strokeName } from '../../src/tui/components/held-keys.ts';
import { KeyStream } from '../../src/tui/terminal/key-stream.ts';
import { until } from './driver.tsx';
import { FakeKeyboard, FakeScreen } from './terminal.ts';

/** What a terminal of the old kind sends, without any protocol that tells more keys apart. */
const plain: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  backspace: '\x7f',
  space: ' ',
  delete: '\x1b[3~',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  ...Object.fromEntries(
    ['up', 'down', 'right', 'left'].flatMap((name, at) => {
      const letter = 'ABCD'[at]!;
      return [
        [name, `\x1b[${letter}`],
        [`shift+${name}`, `\x1b[1;2${letter}`],
        [`alt+${name}`, `\x1b[1;3${letter}`],
        [`ctrl+${name}`, `\x1b[1;5${letter}`],
      ];
    }),
  ),
  ...Object.fromEntries(
    ['OP', 'OQ', 'OR', 'OS', '[15~', '[17~', '[18~', '[19~', '[20~', '[21~', '[23~', '[24~'].map((code, at) => [
      `f${at + 1}`,
      `\x1b${code}`,
    ]),
  ),
};

const sent = (stroke: string): string | undefined => {
  const control = /^ctrl\+([a-z])$/.exec(stroke)?.[1];
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96);
  const alt = /^alt\+(.)$/.exec(stroke)?.[1];
  if (alt) return `\x1b${alt}`;
  return plain[stroke] ?? (stroke.length === 1 ? stroke : undefined);
};

it('hears every key of the table as terminals send it', async () => {
  const strokes = [...new Set(actions.flatMap(({ keys }) => keys).flatMap(strokesOf))];
  const keyboard = new FakeKeyboard();
  const stream = new KeyStream(keyboard);
  const heard: string[] = [];
  const Listener = () => {
    useInput((input, key) => {
      if (key.eventType !== 'release') heard.push(strokeName(input, key) || keyOfText(input) || `text ${input}`);
    });
    return null;
  };
  const instance = render(<Listener />, {
    stdin: stream as unknown as NodeJS.ReadStream,
    stdout: new FakeScreen(80, 24) as unknown as NodeJS.WriteStream,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  onTestFinished(() => instance.unmount());
  await instance.waitUntilRenderFlush();
  for (const stroke of strokes) {
    const bytes = sent(stroke);
    expect(bytes, `no terminal sends ${stroke}`).toBeDefined();
    heard.length = 0;
    keyboard.write(bytes!);
    await until(
      () => heard.length > 0,
      () => `${stroke} is not heard`,
    );
    expect(heard, stroke).toEqual([stroke === 'space' ? ' ' : stroke]);
  }
});
