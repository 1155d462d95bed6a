import type { TypedAnswer } from '../../../practice/exam/marking/answer.ts';
import type { Context } from '../../context.ts';
import { refused } from '../../input/checked.ts';
import { typedId } from '../../kb/not-found.ts';
import { readKnowledge } from '../../kb/seat-knowledge.ts';
import { remark, show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { atDesk } from './exam-desk.ts';
import { leftLine } from './exam-view.ts';
import { answerDocument, answerWords } from './item-view.ts';

const numberOf = (context: Context, typed: string): number => {
  const number = /^\d{1,4}$/.test(typed.normalize('NFKC')) ? Number(typed.normalize('NFKC')) : 0;
  if (number < 1) throw refused(context, [{ field: 'number', problem: context.say('exam.bad-number') }]);
  return number;
};

/** A slip in an id is told at once; whether the article is the right one is not. */
const knownArticle = async (context: Context, typed: string): Promise<void> => {
  const id = typedId(typed);
  const { documents } = await readKnowledge(context);
  if (!/^[a-z]+-\d+$/.test(id) || documents.some((document) => document.id === id)) return;
  throw refused(context, [{ field: 'article', problem: context.say('exam.answer.no-article', { id }) }]);
};

/** `practice exam answer`: on the disk when it says so. */
export const answerQuestion: Work<[string, string], TypedAnswer> = async (context, [exam, typed], options) => {
  const { say } = context;
  const number = numberOf(context, typed);
  if (options.article !== undefined) await knownArticle(context, options.article);
  const opened = atDesk(context, exam, (desk) => desk.answer(exam, number, options));
  const { start, answers } = opened.state;
  const item = start.items.find((one) => one.number === number)!;
  const answer = answers.get(number);
  const document = {
    exam,
    number,
    answer: answerDocument(item, answer),
    answered: answers.size,
    questions: start.items.length,
    secondsLeft: Math.ceil(opened.left / 1000),
  };
  await show(context, document, () => `${say('exam.taken', { number, answer: answerWords(context, item, answer) })}\n`);
  remark(context, leftLine(context, opened));
  return undefined;
};
