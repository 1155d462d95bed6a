import { toInstant } from '../../../contract/shapes/text.ts';
import type { OpenExam } from '../../../practice/exam/exam-desk.ts';
import type { ExamState } from '../../../practice/exam/exam-state.ts';
import type { Context } from '../../context.ts';

/** What every document of an exam begins with. */
export const examDocument = ({ exam, state, left }: OpenExam): Record<string, unknown> => {
  const { start, startedAt, answers, seal } = state;
  const { blueprint, trainee, seed, items, ends, day } = start;
  return {
    exam,
    trainee,
    blueprint: blueprint.id,
    title: blueprint.title,
    seed,
    day,
    questions: items.length,
    answered: answers.size,
    points: items.reduce((sum, { points }) => sum + points, 0),
    pass: blueprint.pass,
    search: blueprint.hints.search,
    startedAt: toInstant(startedAt),
    endsAt: toInstant(ends),
    secondsLeft: Math.ceil(left / 1000),
    sealed: seal !== undefined,
    clockPutBack: state.clockBack,
  };
};

/** Whose exam it is, and which. */
export const headLine = ({ say, language }: Context, exam: string, { start }: ExamState): string =>
  say('exam.head', { exam, title: start.blueprint.title[language], trainee: start.trainee });

/** How long it still goes on, and how far it is. */
export const leftLine = ({ say }: Context, { state, left }: OpenExam): string => {
  const seconds = Math.ceil(left / 1000);
  return say('exam.left', {
    minutes: Math.floor(seconds / 60),
    seconds: seconds % 60,
    answered: state.answers.size,
    questions: state.start.items.length,
  });
};
