import type { Language } from '../../../contract/language.ts';
import type { Policy } from '../../../kb/policy.ts';
import type { Chart } from '../../charts/chart.ts';
import type { StyledLine } from '../../text/styled-line.ts';
import type { Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';

/** What a tab shows of an answer. */
export interface TabView {
  /** Above the list, always in view. */
  readonly head: readonly StyledLine[];
  readonly lines: readonly StyledLine[];
  /** The line of the present, which stands in the middle until somebody scrolls; absent: the list begins at its beginning. */
  readonly now?: number | undefined;
  /** The first is the one that matters where there is room for one alone. */
  readonly charts: readonly Chart[];
  /** Which stands above where they stand below each other: a chart that tells most of it, or lines that are read first. */
  readonly leads: 'charts' | 'lines';
}

/** In what an answer is drawn. */
export interface Drawing {
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly policy: Policy | undefined;
  /** Cells of the list. */
  readonly width: number;
  readonly theme: Theme;
  readonly say: Say;
}

export type Drawer<Reply> = (reply: Reply, drawing: Drawing) => TabView;
