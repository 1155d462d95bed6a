import { preferencesOf } from '../../client/preferences-of.ts';
import { defaultPreferences } from '../../client/seat-preferences.ts';
import { askTerminal } from '../../tui/terminal/ask-terminal.ts';
import { ambiguousSamples, type TerminalFacts, terminalFacts } from '../../tui/terminal/terminal-facts.ts';
import type { Context } from '../context.ts';

/** Terminals that answer no such question, and may write it on the screen instead. */
const silent: readonly string[] = ['dumb', 'linux'];

/** What the screen has to know of this terminal. It is asked only what is not settled, and while something else is being waited for. */
export const terminalOf = async ({ color, profile }: Pick<Context, 'color' | 'profile'>): Promise<TerminalFacts> => {
  const { theme, 'ambiguous-width': width } = { ...defaultPreferences, ...preferencesOf(await profile()) };
  const needsBackground = color && theme !== 'dark' && theme !== 'light' && theme !== 'none';
  const asks = (needsBackground || width === 'auto') && !silent.includes(process.env.TERM ?? '');
  const answers = asks && process.stdin.isTTY && process.stdout.isTTY ? await askTerminal(ambiguousSamples) : undefined;
  return terminalFacts(answers, { color, depth: process.stdout.getColorDepth?.() ?? 1, env: process.env });
};
