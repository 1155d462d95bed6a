import ansiStyles from 'ansi-styles';
import { describe, expect, it, test } from 'vitest';
import { themeNames } from '../../src/client/seat-preferences.ts';
import { ambiguousSamples, terminalFacts, usualTerminal } from '../../src/tui/terminal/terminal-facts.ts';
import type { Style, Theme } from '../../src/tui/theme.ts';
import { luminance, type Rgb } from '../../src/tui/themes/colour.ts';
import { themeOf } from '../../src/tui/themes/theme-of.ts';
import { type Background, themes } from '../../src/tui/themes/themes.ts';

const rgb = (hex: string): Rgb => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [red!, green!, blue!];
};

/** WCAG 2.2, success criterion 1.4.3. */
const contrast = (one: Rgb, other: Rgb): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

/** Backgrounds that people have: what terminals come with, and the well-known palettes. */
const backgrounds: Record<Background, readonly string[]> = {
  dark: ['#000000', '#0c0c0c', '#1e1e1e', '#282c34', '#282a36', '#2e3440', '#002b36', '#300a24'],
  light: ['#ffffff', '#fafafa', '#f2f2f2', '#fdf6e3', '#fbf1c7', '#eee8d5'],
};

/** What a terminal of 256 colours draws in place of a colour, as chalk asks it to. */
const nearestOf256 = (hex: string): Rgb => {
  const code = ansiStyles.hexToAnsi256(hex);
  if (code >= 232) {
    const grey = (8 + (code - 232) * 10) / 255;
    return [grey, grey, grey];
  }
  if (code < 16) return rgb(code === 15 ? '#ffffff' : '#000000');
  const level = (part: number): number => (part === 0 ? 0 : 55 + part * 40) / 255;
  const index = code - 16;
  return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
};

/** The sixteen colours of terminals that people have; only those that the theme uses. */
const sixteen: Record<Background, Record<string, Record<string, string>>> = {
  dark: {
    xterm: { cyanBright: '#00ffff', yellowBright: '#ffff00' },
    'Windows Terminal': { cyanBright: '#61d6d6', yellowBright: '#f9f1a5' },
    'VS Code': { cyanBright: '#29b8db', yellowBright: '#f5f543' },
    'Linux console': { cyanBright: '#55ffff', yellowBright: '#ffff55' },
    PuTTY: { cyanBright: '#55ffff', yellowBright: '#ffff55' },
  },
  light: {
    xterm: { blue: '#0000ee', red: '#cd0000' },
    'Windows Terminal': { blue: '#0037da', red: '#c50f1f' },
    'VS Code': { blue: '#0451a5', red: '#cd3131' },
    'Linux console': { blue: '#0000aa', red: '#aa0000' },
    PuTTY: { blue: '#0000bb', red: '#bb0000' },
  },
};
/** The background that the terminal with these colours comes with. */
const ownBackground: Record<Background, string> = { dark: '#1e1e1e', light: '#ffffff' };

const styles = (theme: Theme): [string, Style][] =>
  Object.entries(theme).filter((entry): entry is [string, Style] => typeof entry[1] === 'object');

describe.each(['dark', 'light'] as const)('on a %s background', (background) => {
  it.each([background, 'contrast'] as const)('%s can be read', (name) => {
    const least = name === 'contrast' ? 7 : 4.5;
    for (const [role, { color, inverse }] of styles(themes[name][background])) {
      if (color === undefined) continue;
      for (const drawn of [rgb(color), nearestOf256(color)])
        for (const behind of backgrounds[background]) {
          // Turned over, the colour lies behind letters of the background's colour.
          const [front, back] = inverse ? [rgb(behind), drawn] : [drawn, rgb(behind)];
          expect(contrast(front, back), `${role} ${color} on ${behind}`).toBeGreaterThanOrEqual(least);
        }
    }
  });

  it('the contrast theme leaves no text to the terminal', () => {
    for (const [role, { color }] of styles(themes.contrast[background])) expect(color, role).toMatch(/^#/);
  });

  it.each(Object.entries(sixteen[background]))('16 can be read with the colours of %s', (_name, colours) => {
    for (const [role, { color, bold }] of styles(themes['16'][background])) {
      if (color === undefined) continue;
      // A terminal that draws bold in the bright colour must not draw a paler one than the theme means.
      if (background === 'light') expect(bold, role).toBeUndefined();
      expect(contrast(rgb(colours[color]!), rgb(ownBackground[background])), role).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/**
 * Full dichromacy, on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, table 1, severity 1.0.
 */
const deficiencies: Record<string, readonly (readonly number[])[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
};

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * vector[at]!, 0));

/** CIE L*a*b* (D65) of linear RGB. */
const lab = (colour: readonly number[]): number[] => {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    colour.map((part) => Math.min(1, Math.max(0, part))),
  ).map((part, at) => {
    const share = part / [0.95047, 1, 1.08883][at]!;
    return share > 216 / 24389 ? Math.cbrt(share) : (841 / 108) * share + 4 / 29;
  });
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
};
const difference = (one: string, other: string, seenBy: readonly (readonly number[])[]): number => {
  const [a, b] = [one, other].map((hex) => lab(times(seenBy, rgb(hex).map(linear))));
  return Math.hypot(...a!.map((part, at) => part - b![at]!));
};

describe.each(Object.entries(deficiencies))('to eyes with %s', (_name, matrix) => {
  const apart = 20;
  it.each(['dark', 'light', 'contrast'] as const)('%s keeps good and bad apart', (name) => {
    for (const background of ['dark', 'light'] as const) {
      const { good, warn, urgent } = themes[name][background];
      expect(difference(good.color!, warn.color!, matrix)).toBeGreaterThan(apart);
      expect(difference(good.color!, urgent.color!, matrix)).toBeGreaterThan(apart);
    }
  });

  it.each(['dark', 'light'] as const)('16 keeps them apart on %s', (background) => {
    const { good, warn } = themes['16'][background];
    for (const colours of Object.values(sixteen[background]))
      expect(difference(colours[good.color!]!, colours[warn.color!]!, matrix)).toBeGreaterThan(apart);
  });
});

test('urgent has more than its colour', () => {
  for (const name of themeNames)
    for (const background of ['dark', 'light'] as const) {
      const { urgent, warn } = themes[name][background];
      expect(urgent.bold || urgent.underline, `${name} on ${background}`).toBe(true);
      if (name !== 'none') expect(urgent).not.toEqual(warn);
    }
});

describe('the theme that suits the terminal', () => {
  const facts = (background: Rgb | undefined, env: Record<string, string> = {}, depth = 24, color = true) =>
    terminalFacts({ cells: [], background }, { color, depth, env });
  test.each([
    ['a dark one', facts(rgb('#002b36')), themes.dark.dark],
    ['a light one', facts(rgb('#fdf6e3')), themes.light.light],
    ['one that says nothing', terminalFacts(undefined, { color: true, depth: 24, env: {} }), themes.dark.dark],
    ['one whose program says it is light', facts(undefined, { COLORFGBG: '0;15' }), themes.light.light],
    ['the same with three parts', facts(undefined, { COLORFGBG: '0;default;15' }), themes.light.light],
    ['a dark one by its program', facts(undefined, { COLORFGBG: '15;0' }), themes.dark.dark],
    ['what is measured is believed first', facts(rgb('#000000'), { COLORFGBG: '0;15' }), themes.dark.dark],
    ['one of sixteen colours', facts(rgb('#ffffff'), {}, 4), themes['16'].light],
    ['one without colours', facts(rgb('#ffffff'), {}, 1), themes.none.light],
    ['NO_COLOR', facts(rgb('#ffffff'), {}, 24, false), themes.none.light],
  ])('%s', (_name, terminal, theme) => expect(themeOf('auto', terminal)).toBe(theme));

  test('a person who chose gets what they chose, for the background that is there', () => {
    for (const name of themeNames) expect(themeOf(name, usualTerminal)).toBe(themes[name].dark);
    expect(themeOf('contrast', facts(rgb('#ffffff')))).toBe(themes.contrast.light);
  });

  test('most of the ambiguous samples decide on their width', () => {
    const wide = (cells: number[]) =>
      terminalFacts({ cells, background: undefined }, { color: true, depth: 8, env: {} }).wide;
    expect(ambiguousSamples).toHaveLength(3);
    expect(wide([2, 2, 1])).toBe(true);
    expect(wide([2, 1, 1])).toBe(false);
    expect(wide([])).toBe(false);
  });
});
