import type { PlainKey } from '../../words/words.ts';
import type { ScreenKey } from '../screen/practice-screen.ts';
import {
  enter,
  filterOf,
  type Menu,
  type MenuChoice,
  type MenuState,
  type MenuTab,
  menuTabs,
  movedTo,
  onTab,
  rowCount,
  withFilter,
} from './menu-state.ts';

const enterNames: Readonly<Record<MenuTab, PlainKey>> = {
  today: 'school.key.start',
  all: 'school.key.start',
  weak: 'school.key.scenarios',
  results: 'school.key.open-result',
  progress: 'school.key.start',
  exams: 'school.key.sit',
};

/** The function key of a part: F1 is for help everywhere. */
export const tabKey = (tab: MenuTab): string => `f${menuTabs.indexOf(tab) + 2}`;

/** Each way of typing a key that does something in the menu. */
export const menuKeys = (menu: Menu): readonly ScreenKey<MenuState, MenuChoice>[] => {
  const isList = (state: MenuState): boolean => rowCount(menu, state) > 0;
  const move = (by: (page: number) => number, ...keys: string[]): ScreenKey<MenuState, MenuChoice> => ({
    keys,
    when: isList,
    run: (state, { page }) => ({ to: movedTo(menu, state, state.at[state.tab] + by(page)) }),
  });
  const scroll = (by: number, ...keys: string[]): ScreenKey<MenuState, MenuChoice> => ({
    keys,
    run: (state, { top, most }) => ({ to: { ...state, scroll: Math.max(0, Math.min(most, top + by)) } }),
  });
  const turn = (by: number) => (state: MenuState) => ({
    to: onTab(state, menuTabs[(menuTabs.indexOf(state.tab) + by + menuTabs.length) % menuTabs.length]!),
  });
  return [
    {
      keys: ['enter'],
      name: ({ tab }) => enterNames[tab],
      when: isList,
      run: (state) => enter(menu, state),
    },
    { ...move(() => -1, 'up'), name: () => 'school.key.move', shown: ['up', 'down'] },
    move(() => 1, 'down'),
    move((page) => -page, 'pageup'),
    move((page) => page, 'pagedown'),
    move(() => Number.NEGATIVE_INFINITY, 'home'),
    move(() => Number.POSITIVE_INFINITY, 'end'),
    { ...scroll(-1, 'ctrl+up'), name: () => 'school.key.scroll', shown: ['ctrl+up', 'down'], when: isList },
    { ...scroll(1, 'ctrl+down'), when: isList },
    {
      ...scroll(-1, 'up'),
      name: () => 'school.key.scroll',
      shown: ['up', 'down'],
      when: ({ tab }) => tab === 'progress',
    },
    { ...scroll(1, 'down'), when: ({ tab }) => tab === 'progress' },
    { keys: ['tab'], run: turn(1) },
    { keys: ['shift+tab'], run: turn(-1) },
    ...menuTabs.map(
      (tab, at): ScreenKey<MenuState, MenuChoice> => ({
        keys: [tabKey(tab), String(at + 1)],
        run: (state) => ({ to: onTab(state, tab) }),
      }),
    ),
    {
      keys: ['escape'],
      name: () => 'school.key.clear',
      when: ({ tab, filter }) => tab === 'all' && filter.text !== '',
      run: (state) => ({ to: withFilter(state, filterOf('')) }),
    },
    { keys: ['ctrl+c', 'f10', 'q'], name: () => 'school.key.quit', run: () => ({ choose: { do: 'quit' } }) },
  ];
};
