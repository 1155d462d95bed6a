import type { PracticeScreen } from '../screen/practice-screen.ts';
import { MenuBody } from './menu-body.tsx';
import { menuKeys, tabKey } from './menu-keys.ts';
import { type Menu, type MenuChoice, type MenuState, menuTabs } from './menu-state.ts';

/** What to practise: today's calls, all of them, what is weak, and how it went so far. */
export const menuScreen = (menu: Menu, first: MenuState): PracticeScreen<MenuState, MenuChoice> => ({
  name: 'school.menu',
  about: menu.trainee,
  first,
  keys: menuKeys(menu),
  tabs: menuTabs.map((name) => ({ name: `school.tab.${name}` as const, key: tabKey(name) })),
  tabOf: (state) => menuTabs.indexOf(state.tab),
  writes: (state) => state.tab === 'all',
  Body: (props) => <MenuBody menu={menu} {...props} />,
});
