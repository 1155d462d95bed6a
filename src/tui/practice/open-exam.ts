import type { ExamData } from './exam/exam-data.ts';
import type { ExamChoice } from './exam/exam-state.ts';
import { hearsLines } from './screen/hears-lines.ts';
import type { ScreenOptions } from './screen/screen-options.ts';

export interface ExamOptions extends ScreenOptions, Omit<ExamData, 'now' | 'find'> {
  readonly find?: ExamData['find'];
  /** The number of the question that is shown first; absent: the first that is not answered. */
  readonly number?: number | undefined;
  /** For tests that stop the time. */
  readonly now?: () => number;
}

/**
 * Lets an exam be sat. Each answer is handed on as it is given; resolves with how it ended, or with the question whose simulated call is to
 * be taken now, when the terminal is as it was. Handing in, and sealing, is the desk's.
 * @throws {ScreenEnded} when the program is told to end, or the terminal is gone; what the desk refuses for another reason than the answer
 */
export const openExam = async (options: ExamOptions): Promise<ExamChoice> => {
  const data: ExamData = { ...options, find: options.find, now: options.now ?? Date.now };
  if (hearsLines(options)) {
    const { openPlainExam } = await import('./plain/plain-exam.ts');
    return openPlainExam(data, options, options.number);
  }
  const [{ openScreen }, { examScreen }] = await Promise.all([
    import('./screen/open-screen.tsx'),
    import('./exam/exam-screen.tsx'),
  ]);
  return openScreen(examScreen(data, options.number), options);
};
