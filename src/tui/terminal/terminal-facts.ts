import { luminance, type Rgb } from '../themes/colour.ts';
import type { Background } from '../themes/themes.ts';
import type { TerminalAnswers } from './ask-terminal.ts';

/** What the screen has to know of the terminal it is drawn on. */
export interface TerminalFacts {
  readonly colours: 'none' | '16' | 'many';
  readonly background: Background;
  /** Whether it gives two cells to characters such as `—`, `…`, `①`. */
  readonly wide: boolean;
}

/** Whether a terminal cannot move its cursor. */
export const isLineTerminal = ({ TERM }: NodeJS.ProcessEnv): boolean => TERM === 'dumb';

/** A terminal of which nothing is known. */
export const usualTerminal: TerminalFacts = { colours: 'many', background: 'dark', wide: false };

/** Asked of the terminal: East Asian Ambiguous characters as they come in Chinese text. */
export const ambiguousSamples = ['—', '…', '“'] as const;

/** The colour in the middle between the contrasts with black and with white. */
const middle = 0.179;

const backgroundOf = (answered: Rgb | undefined, env: NodeJS.ProcessEnv): Background => {
  if (answered) return luminance(answered) > middle ? 'light' : 'dark';
  // rxvt, Konsole and others say `15;0` or `0;default;15`: names of the terminal's colours, the background's last.
  const last = Number(/;(\d{1,2})$/.exec(env.COLORFGBG ?? '')?.[1]);
  return last === 7 || (last >= 9 && last <= 15) ? 'light' : 'dark';
};

/** `depth`: bits of colour. */
export const terminalFacts = (
  answers: TerminalAnswers | undefined,
  { color, depth, env }: { color: boolean; depth: number; env: NodeJS.ProcessEnv },
): TerminalFacts => ({
  colours: !color || depth < 4 ? 'none' : depth < 8 ? '16' : 'many',
  background: backgroundOf(answers?.background, env),
  wide: (answers?.cells ?? []).filter((cells) => cells === 2).length * 2 > ambiguousSamples.length,
});
