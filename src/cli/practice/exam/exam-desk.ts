import path from 'node:path';
import { exitCode } from '../../../contract/exit-code.ts';
import { ExamDesk } from '../../../practice/exam/exam-desk.ts';
import { ExamFolder } from '../../../practice/exam/exam-folder.ts';
import { systemClock } from '../../../practice/exam/journal/exam-clock.ts';
import { ExamRefusal, type Refused } from '../../../practice/exam/refusal.ts';
import { FolderBusy } from '../../../practice/journal/folder-lock.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { nearest } from '../../nearest.ts';
import { term } from '../../words/words.ts';
import { answerProblem } from './answer-problem.ts';
import { shippedExamData } from './exam-data.ts';
import { shortfallWords } from './shortfalls.ts';

/** Where the exams of this machine lie. */
export const examFolder = ({ dataDir }: Pick<Context, 'dataDir'>): ExamFolder =>
  new ExamFolder(path.join(dataDir, 'practice', 'exams'));

const failureOf = (context: Context, exam: string, why: Refused): Failure => {
  const { say, language } = context;
  switch (why.code) {
    case 'no_exam': {
      const meant = nearest(why.exam, examFolder(context).ids());
      const told = say('exam.none', { exam: why.exam }) + (meant ? say('usage.meant', { word: meant }) : '');
      return new Failure('not_found', exitCode.notFound, told, { hint: say('exam.none.hint') });
    }
    case 'no_question':
      return new Failure('not_found', exitCode.notFound, say('exam.no-question', why));
    case 'call_done':
      return new Failure('call_done', exitCode.conflict, say('exam.call-done', why));
    case 'handed_in':
      return new Failure('handed_in', exitCode.conflict, say('exam.handed-in'), {
        hint: say('exam.handed-in.hint', { exam }),
      });
    case 'time_over':
      return new Failure('time_over', exitCode.conflict, say('exam.time-over'), {
        hint: say('exam.handed-in.hint', { exam }),
      });
    case 'not_handed_in':
      return new Failure('not_handed_in', exitCode.conflict, say('exam.not-handed-in'), {
        hint: say('exam.not-handed-in.hint', { exam }),
      });
    case 'broken': {
      const told = why.faults.map(({ line, code }) =>
        say('exam.broken', { line, fault: term(language, 'examFault', code) }),
      );
      return new Failure('seal_broken', exitCode.checkFailed, told.join('; '), { details: { faults: why.faults } });
    }
    case 'bank_short': {
      const short = why.shortfalls.map((shortfall) => shortfallWords(context, shortfall)).join('; ');
      return new Failure('bank_short', exitCode.conflict, say('exam.bank-short', { short }), {
        details: { shortfalls: why.shortfalls },
      });
    }
    case 'answer':
      return refused(context, [answerProblem(context, why.problem)]);
  }
};

/** Does something with the folder of exams; that another program has it comes as a failure in words. */
export const inFolder = <T>(context: Context, work: (folder: ExamFolder) => T): T => {
  try {
    return work(examFolder(context));
  } catch (error) {
    if (error instanceof FolderBusy) throw new Failure('busy', exitCode.conflict, context.say('exam.busy'));
    throw error;
  }
};

/** Does something at the desk; what it refuses comes as a failure in words. */
export const atDesk = <T>(context: Context, exam: string, work: (desk: ExamDesk) => T): T => {
  try {
    return inFolder(context, (folder) => work(new ExamDesk(folder, systemClock, () => shippedExamData(context).bank)));
  } catch (error) {
    if (error instanceof ExamRefusal) throw failureOf(context, exam, error.refused);
    throw error;
  }
};
