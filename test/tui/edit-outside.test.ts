import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryDir } from '../support/stores.ts';
import { inCall, writes } from './shifts/steps.ts';

/** A seat in a call whose editor is a script; `given` is what the editor got. */
const seatWithEditor = async (script: string) => {
  const dir = await temporaryDir();
  const editor = path.join(dir, 'editor');
  writeFileSync(editor, `#!/bin/sh\ncat "$1" > '${dir}/given'\n${script}\n`);
  chmodSync(editor, 0o700);
  const runtime = path.join(dir, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  vi.stubEnv('VISUAL', editor);
  vi.stubEnv('XDG_RUNTIME_DIR', runtime);
  const { seat } = await inCall('租房怎么提取');
  return { seat, given: () => readFileSync(path.join(dir, 'given'), 'utf8') };
};

/** Types when the terminal goes to or comes from another program, as soon as its keys are read that way. */
const typesWhen = (
  keyboard: { setRawMode(on: boolean): unknown; write(text: string): unknown },
  typed: string,
): void => {
  const setRawMode = keyboard.setRawMode.bind(keyboard);
  let lent = false;
  keyboard.setRawMode = (on) => {
    const done = setRawMode(on);
    if (!on) lent = true;
    else if (lent) {
      lent = false;
      keyboard.write(typed);
    }
    return done;
  };
};

it.each([
  ['another text', 'echo 改好的答复 > "$1"', '已写入', '改好的答复然后接着写'],
  ['the same text', 'true', '没有改动', '写到一半然后接着写'],
])(
  'what is typed as soon as the editor is gone stands behind what came back: %s',
  async (_, script, told, expected) => {
    const { seat } = await seatWithEditor(script);
    await writes(seat, '写到一半');
    typesWhen(seat.keyboard, '然后接着写');
    seat.press('Ctrl-X', 'Ctrl-E');
    await seat.sees(told);
    await seat.sees(expected);
    vi.unstubAllEnvs();
  },
);

it('what is typed before the editor has the terminal is in the text that it gets', async () => {
  const { seat, given } = await seatWithEditor('echo 后来加的 >> "$1"');
  await writes(seat, '写到一半');
  seat.press('Ctrl-X', 'Ctrl-E');
  seat.types('还有');
  await seat.sees('后来加的');
  vi.unstubAllEnvs();
  expect(given()).toBe('写到一半还有\n');
  expect(seat.text()).toContain('写到一半还有');
});
