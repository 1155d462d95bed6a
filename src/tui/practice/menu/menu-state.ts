import type { Scenario } from '../../../practice/scenario/scenario.ts';
import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';
import type { ReadTyped } from '../../text/typed.ts';
import type { ScreenState } from '../screen/practice-screen.ts';
import { findScenarios, type MenuData } from './menu-data.ts';

export const menuTabs = ['today', 'all', 'weak', 'results', 'progress', 'exams'] as const;
export type MenuTab = (typeof menuTabs)[number];

type Chosen =
  | { readonly do: 'run'; readonly scenario: string }
  | { readonly do: 'exam'; readonly blueprint: string }
  | { readonly do: 'resume-exam'; readonly exam: string }
  | { readonly do: 'report'; readonly run: string };

/** What the person chose, and where in the menu: the lead of practice does it, and opens the menu there again. */
export type MenuChoice = (Chosen & { readonly from: MenuState }) | { readonly do: 'quit' };

export interface MenuState extends ScreenState {
  readonly tab: MenuTab;
  /** The chosen row of each part. */
  readonly at: Readonly<Record<MenuTab, number>>;
  readonly filter: EditBuffer;
  /** Of the text beside the list, or of the part that is a text. */
  readonly scroll: number;
}

const longestFilter = 60;

export const filterOf = (text: string): EditBuffer => editBuffer(text, { max: longestFilter });

export const firstMenu = (tab: MenuTab): MenuState => ({
  tab,
  at: { today: 0, all: 0, weak: 0, results: 0, progress: 0, exams: 0 },
  filter: filterOf(''),
  scroll: 0,
});

export const onTab = (state: MenuState, tab: MenuTab): MenuState => ({ ...state, tab, scroll: 0 });

export const withFilter = (state: MenuState, filter: EditBuffer): MenuState => ({
  ...state,
  filter,
  scroll: 0,
  ...(filter.text !== state.filter.text && { at: { ...state.at, all: 0 } }),
});

/** The menu with the way in which its filter is read. */
export interface Menu extends MenuData {
  readonly read: ReadTyped;
}

export const found = (menu: Menu, { filter }: MenuState): readonly Scenario[] =>
  findScenarios(menu, filter.text, menu.read);

/** Past runs, the newest first. */
export const resultsShown = ({ results }: Menu): Menu['results'] => results.toReversed();

export const rowCount = (menu: Menu, state: MenuState): number => {
  switch (state.tab) {
    case 'today':
      return menu.progress.today.length;
    case 'all':
      return found(menu, state).length;
    case 'weak':
      return menu.progress.weak.length;
    case 'results':
      return menu.results.length;
    case 'exams':
      return menu.exams.open.length + menu.exams.blueprints.length;
    case 'progress':
      return 0;
  }
};

export const movedTo = (menu: Menu, state: MenuState, row: number): MenuState => ({
  ...state,
  scroll: 0,
  at: { ...state.at, [state.tab]: Math.max(0, Math.min(row, rowCount(menu, state) - 1)) },
});

/** What Enter leads to on the chosen row; nothing where there is none. */
export const enter = (menu: Menu, state: MenuState): { to: MenuState } | { choose: MenuChoice } | undefined => {
  const at = state.at[state.tab];
  const choose = (chosen: Chosen) => ({ choose: { ...chosen, from: state } });
  const run = (scenario: string | undefined) => (scenario ? choose({ do: 'run', scenario }) : undefined);
  switch (state.tab) {
    case 'today':
      return run(menu.progress.today[at]?.scenario.id);
    case 'all':
      return run(found(menu, state)[at]?.id);
    case 'weak': {
      const weak = menu.progress.weak[at];
      return weak && { to: withFilter(onTab(state, 'all'), filterOf(weak.topic)) };
    }
    case 'results': {
      const result = resultsShown(menu)[at];
      return result && choose({ do: 'report', run: result.id });
    }
    case 'exams': {
      const { open, blueprints } = menu.exams;
      const begun = open[at];
      if (begun) return choose({ do: 'resume-exam', exam: begun.id });
      const offered = blueprints[at - open.length];
      return offered && choose({ do: 'exam', blueprint: offered.id });
    }
    case 'progress':
      return undefined;
  }
};
