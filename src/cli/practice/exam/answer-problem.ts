import type { AnswerProblem } from '../../../practice/exam/marking/answer.ts';
import type { Context } from '../../context.ts';
import type { Problem } from '../../input/problems.ts';

/** Why an answer was refused, by the option that it was given with. */
export const answerProblem = ({ say }: Context, problem: AnswerProblem): Problem => {
  switch (problem.code) {
    case 'not_one':
      return { field: 'answer', problem: say('exam.answer.not-one', { options: '--choose --value --article' }) };
    case 'other_kind':
      return problem.wants === 'scenario'
        ? { field: 'answer', problem: say('exam.answer.scenario') }
        : { field: 'answer', problem: say('exam.answer.wants', { option: `--${problem.wants}` }) };
    case 'no_such_letter':
      return { field: 'choose', problem: say('exam.answer.letters', { letters: problem.letters }) };
    case 'one_letter':
      return { field: 'choose', problem: say('exam.answer.one-letter') };
    case 'no_number':
      return { field: 'value', problem: say(`exam.answer.${problem.kind}`) };
    case 'no_article_id':
      return { field: 'article', problem: say('exam.answer.article-id') };
  }
};
