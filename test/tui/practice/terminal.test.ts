import { describe, expect, it, vi } from 'vitest';
import { themeNames } from '../../../src/client/seat-preferences.ts';
import { leastColumns, leastRows } from '../../../src/tui/panels/too-small.tsx';
import { openPracticeMenu } from '../../../src/tui/practice/open-practice-menu.ts';
import { ScreenEnded } from '../../../src/tui/practice/screen/ended.ts';
import { themes } from '../../../src/tui/themes/themes.ts';
import { until } from '../driver.tsx';
import { FakeKeyboard, FakeScreen } from '../terminal.ts';
import { sitsAtMarks, sitsAtMenu } from './open.ts';
import { menuOptions } from './school-data.ts';

// How many colours there are is decided when Ink is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

const violet = themes.dark.dark.practice.color!.slice(1);
/** What a person would read. */
const read = (sitting: { text(): string }): string => sitting.text().replaceAll(/ +$/gm, '');
const screens = [
  ['menu', sitsAtMenu],
  ['marks', sitsAtMarks],
] as const;

describe.each(screens)('the %s', (_name, sits) => {
  it('says on every part of it that it is practice, from edge to edge in its own colour', async () => {
    const sitting = sits({ color: true });
    await sitting.sees('F2');
    for (const key of ['F2', 'F3', 'F4']) {
      sitting.press(key);
      await sitting.sees(`[${key} `);
      const [head] = sitting.screen.styles(0);
      expect(head!.style).toContain(violet);
      expect(head!.style).toContain('inverse');
      expect(sitting.screen.lines()[0]).toMatch(/^ 练习 .* 练习 ?$/);
      const frame = sitting.screen.lines().join('');
      expect(frame).toMatch(/[┅┇]/);
      expect(frame).not.toMatch(/[─━│┃]/);
    }
  });

  it('has no colour where none is wanted, and says the same', async () => {
    const coloured = sits({ color: true });
    await coloured.sees('F2');
    for (const theme of themeNames) {
      const sitting = sits({ color: true, preferences: { theme } });
      await until(
        () => read(sitting) === read(coloured),
        () => `${theme}:\n${read(sitting)}\n--\n${read(coloured)}`,
      );
    }
    const plain = sits({ color: false });
    await until(
      () => read(plain) === read(coloured),
      () => read(plain),
    );
    for (let row = 0; row < 24; row++)
      for (const { style } of plain.screen.styles(row)) expect(style).toMatch(/^(?:bold|inverse|underline| )*$/);
  });

  it('takes any size, and comes back with the room', async () => {
    const sitting = sits();
    await sitting.sees('F2', 'F3');
    const before = sitting.text();
    for (const [columns, rows] of [
      [60, 15],
      [59, 15],
      [20, 5],
      [1, 1],
      [200, 60],
      [110, 30],
      [7, 2],
      [80, 24],
    ] as const) {
      sitting.screen.resize(columns, rows);
      if (columns >= leastColumns && rows >= leastRows) await sitting.sees('F2', '练习');
      else if (columns > 8 && rows > 1) await sitting.sees('窗口太小');
      expect(sitting.screen.overran(), `${columns}×${rows}`).toBe(false);
    }
    await until(
      () => sitting.text() === before,
      () => `${sitting.text()}\n--- before:\n${before}`,
    );
  });

  it('does nothing unseen while the window is too small but let one out', async () => {
    const sitting = sits({ columns: 30, rows: 8 });
    await sitting.sees('练习 窗口太小');
    sitting.press('Enter', 'F5', 'q');
    await new Promise((done) => setTimeout(done, 60));
    await sitting.sees('窗口太小');
    sitting.press('Ctrl-C');
    expect(await sitting.choice).toMatchObject({ do: expect.stringMatching(/^(?:quit|menu)$/) });
  });

  it('is straight at terminals that draw ambiguous characters wide', async () => {
    const sitting = sits({ wide: true });
    await sitting.sees('F2');
    for (const key of ['F3', 'F4', 'F2']) {
      sitting.press(key);
      await sitting.sees(`[${key} `);
      expect(sitting.screen.overran()).toBe(false);
      // Every line of a frame ends at the same edge.
      const ends = sitting.screen.ends();
      const framed = sitting.screen.lines().flatMap((line, row) => (/^[#+:]/.test(line) ? [ends[row]] : []));
      expect(new Set(framed)).toEqual(new Set([80]));
    }
  });

  it('draws everything anew with Ctrl-L, whatever has written over it', async () => {
    const sitting = sits();
    await sitting.sees('F2');
    const before = sitting.text();
    sitting.screen.write('\x1b[H\x1b[Jdisturbed');
    await sitting.sees('disturbed');
    sitting.press('Ctrl-L');
    await until(
      () => sitting.text() === before,
      () => sitting.text(),
    );
  });

  it('gives the terminal back as it was, however it ends', async () => {
    const chosen = sits();
    await chosen.sees('F2');
    expect(chosen.screen.isShellScreen()).toBe(false);
    expect(chosen.keyboard.raw).toBe(true);
    chosen.press('Ctrl-C');
    await chosen.choice;
    expect(chosen.screen.isShellScreen()).toBe(true);
    expect(chosen.keyboard.raw).toBe(false);
    expect(chosen.screen.raw).toContain('\x1b[?2004l');
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends with the program at %s', async (signal, code) => {
    const sitting = sits();
    await sitting.sees('F2');
    process.emit(signal, signal);
    await expect(sitting.choice).rejects.toEqual(new ScreenEnded(code));
    expect(sitting.screen.isShellScreen()).toBe(true);
  });

  it('ends when the terminal is gone', async () => {
    const sitting = sits();
    await sitting.sees('F2');
    sitting.keyboard.end();
    await expect(sitting.choice).rejects.toEqual(new ScreenEnded(129));
  });
});

it('one terminal can be taken again and again, and nothing of it is left behind', async () => {
  const screen = new FakeScreen(80, 24);
  const keyboard = new FakeKeyboard();
  const listeners = (): number[] =>
    [process, keyboard, screen].map((emitter) =>
      emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name as string), 0),
    );
  const sit = async (): Promise<void> => {
    const choice = openPracticeMenu({
      ...menuOptions,
      language: 'zh-CN',
      color: false,
      env: {},
      stdin: keyboard,
      stdout: screen as unknown as NodeJS.WriteStream,
    });
    await until(
      () => !screen.isShellScreen() && screen.lines().join().includes('今天练'),
      () => screen.lines().join('\n'),
    );
    keyboard.write('q');
    expect(await choice).toEqual({ do: 'quit' });
  };
  await sit();
  await sit();
  const before = listeners();
  for (let times = 0; times < 12; times++) await sit();
  expect(listeners()).toEqual(before);
});
