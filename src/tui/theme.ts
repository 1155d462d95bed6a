/**
 * Every colour of the seat screen. Blue, yellow and their light forms stay apart for colour-blind eyes; nothing is told by colour
 * alone: urgent has its mark, focus its heavy frame, states their words.
 */
export interface Style {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
}

export interface Theme {
  /** Frames and labels that should step back. */
  readonly quiet: Style;
  readonly label: Style;
  readonly focus: Style;
  readonly title: Style;
  readonly strong: Style;
  readonly selected: Style;
  readonly urgent: Style;
  readonly good: Style;
  readonly warn: Style;
  readonly key: Style;
  readonly ring: Style;
  /** What of a result answers to the search. */
  readonly match: Style;
  /** What must not be read out by mistake. */
  readonly alarm: Style;
  /** A word that must be seen but not noticed. */
  readonly mark: Style;
  /** Whether charts are drawn, or told in words. */
  readonly charts: 'drawn' | 'told';
}

const coloured: Theme = {
  quiet: { color: 'gray' },
  label: { color: 'gray' },
  focus: { color: 'cyanBright' },
  title: { bold: true },
  strong: { bold: true },
  selected: { inverse: true },
  urgent: { color: 'yellowBright', bold: true },
  good: { color: 'cyanBright' },
  warn: { color: 'yellowBright' },
  key: { color: 'cyanBright' },
  ring: { color: 'yellowBright', bold: true, inverse: true },
  match: { bold: true, underline: true },
  alarm: { color: 'yellowBright', bold: true, inverse: true },
  mark: { color: 'gray', inverse: true },
  charts: 'drawn',
};

/** Without colour (NO_COLOR): weight and turned-over cells only. */
const plain: Theme = {
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
  charts: 'told',
};

export const themeFor = (color: boolean): Theme => (color ? coloured : plain);
