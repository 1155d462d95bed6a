import { toInstant } from '../../../contract/shapes/text.ts';
import { pointsOf } from '../../../practice/exam/blueprint/blueprint.ts';
import type { ExamFolder } from '../../../practice/exam/exam-folder.ts';
import { type ExamState, stateOf } from '../../../practice/exam/exam-state.ts';
import { momentAfter, systemClock } from '../../../practice/exam/journal/exam-clock.ts';
import type { Context } from '../../context.ts';
import { localTime } from '../../output/local-time.ts';
import { show } from '../../output/show.ts';
import { table } from '../../output/table.ts';
import type { Work } from '../../run.ts';
import { term } from '../../words/words.ts';
import { shippedExamData } from './exam-data.ts';
import { inFolder } from './exam-desk.ts';

const standing = ({ seal, last, start }: ExamState): string => {
  if (seal) return seal.passed ? 'passed' : 'failed';
  return momentAfter(last, systemClock).at > start.ends ? 'time-over' : 'open';
};

/** Every exam that lies here, as far as it can be read: the oldest first, then those whose journals are broken. */
const examDocuments = (folder: ExamFolder) => {
  const documents = folder.readTogether().exams.map(({ exam, entries, faults }) => {
    if (faults.length > 0) return { exam, state: 'broken', faults };
    const state = stateOf(entries);
    const { start, seal } = state;
    return {
      exam,
      state: standing(state),
      trainee: start.trainee,
      blueprint: start.blueprint.id,
      startedAt: toInstant(state.startedAt),
      endsAt: toInstant(start.ends),
      ...(seal && { points: seal.points, of: seal.of, percent: seal.percent }),
    };
  });
  const begun = (one: (typeof documents)[number]): string => ('trainee' in one ? one.startedAt : '~');
  return documents.sort((a, b) => (begun(a) < begun(b) ? -1 : 1));
};

const blueprintDocuments = (context: Context) =>
  [...shippedExamData(context).blueprints.values()].map((blueprint) => ({
    id: blueprint.id,
    title: blueprint.title,
    about: blueprint.about,
    minutes: blueprint.minutes,
    questions: blueprint.parts.reduce((sum, { count }) => sum + count, 0),
    points: pointsOf(blueprint),
    pass: blueprint.pass,
    search: blueprint.hints.search,
  }));

/** `practice exam list`: what may be sat, and what was. */
export const listExams: Work<[], object> = async (context) => {
  const { say, language } = context;
  const [blueprints, exams] = [blueprintDocuments(context), inFolder(context, examDocuments)];
  await show(context, { blueprints, exams }, () => {
    const plans = table(
      ['id', 'title', 'minutes', 'questions', 'points', 'pass', 'about'].map((name) =>
        term(language, 'exam.col', name),
      ),
      blueprints.map(({ id, title, minutes, questions, points, pass, about }) => [
        id,
        title[language],
        minutes,
        questions,
        points,
        `${pass}%`,
        about[language],
      ]),
    );
    if (exams.length === 0) return plans;
    const sat = table(
      [
        say('exam.col.id'),
        say('exam.col.trainee'),
        say('exam.col.blueprint'),
        say('exam.col.began'),
        say('exam.col.state'),
        say('exam.col.score'),
      ],
      exams.map((one) => [
        one.exam,
        'trainee' in one ? one.trainee : '',
        'blueprint' in one ? one.blueprint : '',
        'startedAt' in one ? localTime(one.startedAt) : '',
        term(language, 'examState', one.state),
        'percent' in one && one.percent !== undefined ? `${one.percent}%` : '',
      ]),
    );
    return `${plans}\n${sat}`;
  });
  return undefined;
};
