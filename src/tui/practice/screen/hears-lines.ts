import { isLineTerminal } from '../../terminal/terminal-facts.ts';
import type { ScreenOptions } from './screen-options.ts';

/** Whether a screen is to be told line by line: at a terminal of lines, and to who hears it. */
export const hearsLines = ({ env = process.env, preferences }: ScreenOptions): boolean =>
  isLineTerminal(env) || preferences?.['screen-reader'] === true || env.INK_SCREEN_READER === 'true';
