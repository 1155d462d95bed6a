import type { SeatPreferences } from '../../client/seat-preferences.ts';
import type { TerminalFacts } from '../terminal/terminal-facts.ts';
import type { Theme } from '../theme.ts';
import { themes } from './themes.ts';

/** The theme that a person chose; with `auto`, the one that suits the terminal. */
export const themeOf = (chosen: SeatPreferences['theme'], { colours, background }: TerminalFacts): Theme => {
  const name = chosen !== 'auto' ? chosen : colours === 'many' ? background : colours;
  return themes[name][background];
};
