import { afterAll, describe, expect, it, test } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { ambiguousIsWide, cellWidth, pad, setAmbiguousWide, truncate, wrap } from '../../src/tui/text/width.ts';
import { accountPictures, accountSnapshot } from './account-pictures.ts';
import { draw, type Picture } from './draw.tsx';
import { knowledge } from './fund.ts';
import { pictures, sizes } from './pictures.ts';
import { knowledgeOf } from './shelf.ts';
import type { FakeScreen } from './terminal.ts';

afterAll(() => setAmbiguousWide(false));

/** Lines with a frame at their left end at their right edge with one too. */
const expectStraight = (name: string, screen: FakeScreen): void => {
  const lines = screen.lines();
  const ends = screen.ends();
  expect(screen.overran(), `${name}\n${lines.join('\n')}`).toBe(false);
  let framed = 0;
  lines.forEach((line, row) => {
    if (!/^[|+#]/.test(line)) return;
    framed++;
    expect(line, name).toMatch(/[|+#]$/);
    expect(ends[row], `${name}\n${lines.join('\n')}`).toBe(screen.columns);
  });
  expect(framed, `${name}\n${lines.join('\n')}`).toBeGreaterThan(screen.rows / 2);
};

describe.each(languages)('%s', (language) => {
  it.each(sizes)('is straight at $columns×$rows where ambiguous characters are two cells wide', async (size) => {
    const picture: Picture = { ...size, language, theme: 'dark', wide: true };
    for (const [name, [snapshot, change]] of Object.entries(pictures)) {
      if (name === 'sign-in') continue;
      const { screen } = await draw(snapshot, (model) => change({ ...model, knowledge: knowledgeOf() }), picture);
      expectStraight(name, screen);
    }
    for (const [name, change] of Object.entries(accountPictures)) {
      const known = knowledgeOf(knowledge);
      const { screen } = await draw(accountSnapshot, (model) => change({ ...model, knowledge: known }), picture);
      expectStraight(name, screen);
    }
  });
});

describe('width', () => {
  test.each([
    ['“引用”', 8],
    ['公积金——提取…', 16],
    ['①②', 4],
    ['café', 5],
    ['αβ', 4],
    // What the screen is drawn with has stand-ins of one cell.
    ['─│●→', 4],
    ['abc', 3],
  ])('%j takes %i', (text, cells) => {
    setAmbiguousWide(true);
    expect(ambiguousIsWide()).toBe(true);
    expect(cellWidth(text)).toBe(cells);
    setAmbiguousWide(false);
    expect(ambiguousIsWide()).toBe(false);
  });

  test('cuts, fills and breaks by it', () => {
    setAmbiguousWide(true);
    expect(truncate('公积金提取', 8)).toBe('公积金…');
    expect(truncate('公积金提取', 1)).toBe(' ');
    expect(cellWidth(pad('“公积金提取”', 9))).toBe(9);
    expect(wrap('他说“好。”她', 10).map((line) => line.text)).toEqual(['他说', '“好。”她']);
    expect(wrap('说don’t做', 8).map((line) => line.text)).toEqual(['说don’t', '做']);
  });
});
