import { describe, expect, it, vi } from 'vitest';
import { themeNames } from '../../src/client/seat-preferences.ts';
import { themes } from '../../src/tui/themes/themes.ts';
import { accountPictures, accountSnapshot } from './account-pictures.ts';
import { draw, type Picture } from './draw.tsx';
import { until } from './driver.tsx';
import { knowledge } from './fund.ts';
import { pictures, sizes } from './pictures.ts';
import { knowledgeOf } from './shelf.ts';
import type { FakeScreen } from './terminal.ts';

// How many colours there are is decided when Ink is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

const all = async (picture: Picture, look: (name: string, screen: FakeScreen) => void): Promise<void> => {
  for (const [name, [snapshot, change]] of Object.entries(pictures))
    look(name, (await draw(snapshot, (model) => change({ ...model, knowledge: knowledgeOf() }), picture)).screen);
  for (const [name, change] of Object.entries(accountPictures)) {
    const known = knowledgeOf(knowledge);
    look(name, (await draw(accountSnapshot, (model) => change({ ...model, knowledge: known }), picture)).screen);
  }
};

/** What a person would read. */
const read = (screen: FakeScreen): string[] => screen.lines().map((line) => line.trimEnd());

it('every theme says the same', async () => {
  const said = new Map<string, string[]>();
  for (const theme of themeNames)
    await all({ ...sizes[0]!, theme }, (name, screen) => {
      // Says which theme there is.
      if (name === 'palette values') return;
      // Charts are told in words where there is no colour; `charts.test.ts` compares the two.
      const key = `${name}${theme === 'none' ? ' told' : ''}`;
      if (!said.has(key)) said.set(key, read(screen));
      else expect(read(screen), `${name} with ${theme}`).toEqual(said.get(key));
    });
  for (const name of Object.keys(pictures)) expect(said.get(`${name} told`), name).toEqual(said.get(name));
});

describe.each(sizes)('$columns×$rows', (size) => {
  it('a line whose colours mean something else says something else', async () => {
    const { good, warn } = themes.dark.dark;
    const meant = [good, warn].map(({ color }) => color!.slice(1));
    const looks = new Map<string, { name: string; styles: unknown }>();
    await all({ ...size, theme: 'dark' }, (name, screen) => {
      screen.lines().forEach((line, row) => {
        const styles = screen.styles(row).filter(({ style }) => meant.some((colour) => style.includes(colour)));
        const known = looks.get(line);
        if (known) expect({ line, styles }, `${name} and ${known.name}`).toEqual({ line, styles: known.styles });
        else looks.set(line, { name, styles });
      });
    });
    for (const colour of meant)
      expect([...looks.values()].some(({ styles }) => JSON.stringify(styles).includes(colour))).toBe(true);
  });
});

it('another theme that is chosen is drawn at once', async () => {
  const [snapshot, change] = pictures.call!;
  const { session, screen } = await draw(snapshot, change, { ...sizes[0]!, theme: 'dark' });
  const colours = (): string =>
    screen
      .lines()
      .flatMap((_, row) => screen.styles(row).map(({ style }) => style))
      .join(' ');
  expect(colours()).toContain('66cccc');
  session.store.update((model) => ({ ...model, preferences: { ...model.preferences, theme: 'contrast' } }));
  await until(
    () => colours().includes('ffff') && !colours().includes('66cccc'),
    () => colours(),
  );
});
