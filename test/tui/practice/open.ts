import type { MarksChoice } from '../../../src/tui/practice/marks/marks-state.ts';
import type { MenuChoice } from '../../../src/tui/practice/menu/menu-state.ts';
import { type MarksOptions, openMarks } from '../../../src/tui/practice/open-marks.ts';
import { openPracticeMenu, type PracticeMenuOptions } from '../../../src/tui/practice/open-practice-menu.ts';
import { marksOptions, menuOptions } from './school-data.ts';
import { Sitting, type SittingOptions } from './sitting.ts';

export const sitsAtMenu = (
  options: SittingOptions = {},
  more: Partial<PracticeMenuOptions> = {},
): Sitting<MenuChoice> => new Sitting((screen) => openPracticeMenu({ ...menuOptions, ...more, ...screen }), options);

export const sitsAtMarks = (options: SittingOptions = {}, more: Partial<MarksOptions> = {}): Sitting<MarksChoice> =>
  new Sitting((screen) => openMarks({ ...marksOptions, ...more, ...screen }), options);
