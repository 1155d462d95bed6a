import type { MarksData } from './marks/marks-data.ts';
import type { MarksChoice } from './marks/marks-state.ts';
import { hearsLines } from './screen/hears-lines.ts';
import type { ScreenOptions } from './screen/screen-options.ts';

type Optional = 'good' | 'disputes';

export interface MarksOptions extends ScreenOptions, Omit<MarksData, Optional>, Partial<Pick<MarksData, Optional>> {
  /** The id of a mark that was just disputed: it is chosen, and said to be noted. */
  readonly disputed?: string | undefined;
}

/**
 * Shows the marks of a run and resolves with what the person wants next, when the terminal is as it was.
 * @throws {ScreenEnded} when the program is told to end, or the terminal is gone
 */
export const openMarks = async (options: MarksOptions): Promise<MarksChoice> => {
  const data: MarksData = { ...options, good: options.good, disputes: options.disputes ?? [] };
  if (hearsLines(options)) {
    const { openPlainMarks } = await import('./plain/plain-marks.ts');
    return openPlainMarks(data, options, options.disputed);
  }
  const [{ openScreen }, { marksScreen }] = await Promise.all([
    import('./screen/open-screen.tsx'),
    import('./marks/marks-screen.tsx'),
  ]);
  return openScreen(marksScreen(data, options.disputed), options);
};
