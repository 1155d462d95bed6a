import { ExamDesk, type OpenExam } from '../../../practice/exam/exam-desk.ts';
import { systemClock } from '../../../practice/exam/journal/exam-clock.ts';
import type { ScreenOptions } from '../../../tui/practice/screen/screen-options.ts';
import type { Context } from '../../context.ts';
import { localDay } from '../../output/local-time.ts';
import type { School } from '../school.ts';
import { sitDown } from '../sit-down.ts';
import { shippedExamData } from './exam-data.ts';
import { atDesk, examFolder } from './exam-desk.ts';
import { callOf, keepCall, seedOfCall } from './play.ts';

/** So many articles are offered for a question that asks for one. */
const mostFound = 12;

/**
 * Lets an exam be sat at the screen, and its calls be taken at the seat, until it is handed in, its time is over, or the trainee leaves it to go on
 * later. Gives the exam as it stands then.
 */
export const sitExam = async (
  context: Context,
  school: School,
  exam: string,
  screen: ScreenOptions,
): Promise<OpenExam> => {
  const { openExam } = await import('../../../tui/practice/open-exam.ts');
  const desk = new ExamDesk(examFolder(context), systemClock, () => shippedExamData(context).bank);
  const { base } = school;
  let number: number | undefined;
  for (;;) {
    const opened = atDesk(context, exam, (at) => at.open(exam));
    if (opened.state.seal) return opened;
    const { start, answers } = opened.state;
    const { blueprint, trainee, items, ends } = start;
    // Questions that ask for an article are nothing without a search; for the others it is the blueprint's to say.
    const find = (typed: string) =>
      base.find(typed, { today: localDay(), limit: mostFound }).results.map(({ id, title }) => ({ id, title }));
    const choice = await openExam({
      ...screen,
      title: blueprint.title[context.language],
      trainee,
      items,
      answers,
      endsAt: ends,
      find,
      answer: (at, typed) => void desk.answer(exam, at, typed),
      ...(number !== undefined && { number }),
    });
    if (choice === 'left') return opened;
    if (choice === 'time-over') return atDesk(context, exam, (at) => at.open(exam));
    if (choice === 'handed-in') return atDesk(context, exam, (at) => at.handIn(exam));
    number = choice.scenario;
    const file = callOf(context, school, opened, number);
    const taken = number;
    atDesk(context, exam, (at) => at.called(exam, taken));
    const sitting = { file, seed: seedOfCall(opened, number), trainee, terminal: screen.terminal };
    const run = await sitDown(context, school, sitting);
    keepCall(context, school, exam, number, file, run);
  }
};
