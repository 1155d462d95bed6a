import { loadReadSounds } from '../text/load-sounding.ts';
import type { MenuData } from './menu/menu-data.ts';
import { firstMenu, type Menu, type MenuChoice, type MenuState, movedTo } from './menu/menu-state.ts';
import { hearsLines } from './screen/hears-lines.ts';
import type { ScreenOptions } from './screen/screen-options.ts';

export interface PracticeMenuOptions extends ScreenOptions, Omit<MenuData, 'now'> {
  /** What is shown first, such as where the menu was left; absent: today's calls. */
  readonly first?: MenuState | undefined;
  /** For tests that stop the time. */
  readonly now?: () => number;
}

/**
 * Opens the menu of practice and resolves with what the person chose, when the terminal is as it was.
 * @throws {ScreenEnded} when the program is told to end, or the terminal is gone
 */
export const openPracticeMenu = async (options: PracticeMenuOptions): Promise<MenuChoice> => {
  const menu: Menu = { ...options, now: options.now ?? Date.now, read: await loadReadSounds() };
  const left = options.first ?? firstMenu('today');
  // What was there may be shorter now.
  const first = movedTo(menu, left, left.at[left.tab]);
  if (hearsLines(options)) {
    const { openPlainMenu } = await import('./plain/plain-menu.ts');
    return openPlainMenu(menu, first, options);
  }
  const [{ openScreen }, { menuScreen }] = await Promise.all([
    import('./screen/open-screen.tsx'),
    import('./menu/menu-screen.tsx'),
  ]);
  return openScreen(menuScreen(menu, first), options);
};
