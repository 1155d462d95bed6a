import type { ThemeName } from '../../client/seat-preferences.ts';
import type { Style, Theme } from '../theme.ts';

/** What lies behind the text. A theme has colours for either, since it cannot change it. */
export type Background = 'dark' | 'light';

/** The few colours of a theme. `strong`: whether bold may go with them; some terminals turn a bold colour into a paler one. */
interface Palette {
  readonly text?: string;
  readonly quiet?: string;
  readonly good: string;
  readonly warn: string;
  /** Without one, `good` has to do. */
  readonly practice?: string;
  readonly bold: boolean;
}

const coloured = ({ text, quiet, good, warn, practice = good, bold }: Palette): Theme => {
  const plain: Style = text === undefined ? {} : { color: text };
  const back: Style = quiet === undefined ? {} : { color: quiet };
  const loud: Style = bold ? { color: warn, bold } : { color: warn, underline: true };
  return {
    text: plain,
    quiet: back,
    label: back,
    focus: { color: good },
    title: { ...plain, bold: true },
    strong: { ...plain, bold: true },
    selected: { ...plain, inverse: true },
    urgent: loud,
    good: { color: good },
    warn: { color: warn },
    key: { color: good },
    ring: { ...loud, inverse: true },
    match: { ...plain, bold: true, underline: true },
    alarm: { ...loud, inverse: true },
    mark: { ...back, inverse: true },
    practice: { color: practice, inverse: true, ...(bold && { bold }) },
    practiceFrame: { color: practice },
    charts: 'drawn',
  };
};

/** Without colour: weight and turned-over cells only. */
const none: Theme = {
  text: {},
  quiet: {},
  label: {},
  focus: { bold: true },
  title: { bold: true },
  strong: { bold: true },
  selected: { inverse: true },
  urgent: { bold: true },
  good: {},
  warn: { bold: true },
  key: { bold: true },
  ring: { bold: true, inverse: true },
  match: { bold: true, underline: true },
  alarm: { bold: true, inverse: true },
  mark: { inverse: true },
  practice: { bold: true, inverse: true },
  practiceFrame: {},
  charts: 'told',
};

/**
 * Good is blue or cyan, warn yellow or brown: those stay apart for colour-blind eyes. Practice is violet. The hex colours are such that terminals of 256
 * colours, which get the nearest they have, keep the contrast too. `16`: the terminal's own names, whose colours are its own affair.
 */
const onDark = coloured({ quiet: '#aaaaaa', good: '#66cccc', warn: '#ffcc33', practice: '#cc99ff', bold: true });
const onLight = coloured({ quiet: '#555555', good: '#003399', warn: '#663300', practice: '#660099', bold: true });

export const themes: Readonly<Record<ThemeName, Readonly<Record<Background, Theme>>>> = {
  dark: { dark: onDark, light: onDark },
  light: { dark: onLight, light: onLight },
  contrast: {
    dark: coloured({
      text: '#ffffff',
      quiet: '#ffffff',
      good: '#00ffff',
      warn: '#ffff00',
      practice: '#e5ccff',
      bold: true,
    }),
    light: coloured({
      text: '#000000',
      quiet: '#000000',
      good: '#000099',
      warn: '#660000',
      practice: '#4b0082',
      bold: true,
    }),
  },
  '16': {
    dark: coloured({ good: 'cyanBright', warn: 'yellowBright', bold: true }),
    light: coloured({ good: 'blue', warn: 'red', bold: false }),
  },
  none: { dark: none, light: none },
};
