import type { Answer } from '../../../practice/exam/marking/answer.ts';
import type { Right } from '../../../practice/exam/marking/mark.ts';
import { letterOf, type PaperItem } from '../../../practice/exam/paper/paper.ts';
import type { Context } from '../../context.ts';
import { term } from '../../words/words.ts';

const lettersOf = (item: PaperItem, keys: readonly string[]): string[] =>
  'choices' in item ? item.choices.flatMap(({ key }, place) => (keys.includes(key) ? letterOf(place) : [])) : [];

/** An answer for scripts: letters, a number, an article, or the score of a scenario; null when there is none. */
export const answerDocument = (item: PaperItem, answer: Answer | undefined): Record<string, unknown> | null => {
  if (!answer) return null;
  return 'choose' in answer ? { choose: lettersOf(item, answer.choose) } : { ...answer };
};

export const answerWords = ({ say }: Context, item: PaperItem, answer: Answer | undefined): string => {
  if (!answer) return say('exam.no-answer');
  if ('choose' in answer) return lettersOf(item, answer.choose).join(' ');
  if ('typed' in answer) return answer.typed;
  return 'article' in answer ? answer.article : say('exam.call-scored', { score: answer.score });
};

export const rightDocument = (item: PaperItem, right: Right): Record<string, unknown> =>
  'choose' in right ? { choose: lettersOf(item, right.choose) } : right;

export const rightWords = (item: PaperItem, right: Right): string => {
  if ('choose' in right) return lettersOf(item, right.choose).join(' ');
  return 'value' in right ? String(right.value) : right.articles.join(' ');
};

/** A question for scripts. Neither its id nor its topic: both may say what it is after. */
export const itemDocument = (item: PaperItem, answer: Answer | undefined): Record<string, unknown> => ({
  number: item.number,
  kind: item.kind,
  points: item.points,
  text: item.text,
  ...('choices' in item && { choices: item.choices.map(({ text }, place) => ({ letter: letterOf(place), text })) }),
  ...(item.kind === 'multiple' && { partial: item.partial }),
  ...(item.kind === 'sum' && { unit: item.ask.kind, tolerance: item.ask.tolerance, given: item.given, day: item.day }),
  ...(item.kind === 'scenario' && { scenario: item.scenario }),
  answer: answerDocument(item, answer),
});

const howTo = ({ say }: Context, item: PaperItem): string[] => {
  switch (item.kind) {
    case 'single':
      return [];
    case 'multiple':
      return [say(`exam.item.multiple.${item.partial}`)];
    case 'sum':
      return [say(`exam.item.${item.ask.kind}`, { tolerance: item.ask.tolerance })];
    case 'find':
      return [say('exam.item.find')];
    case 'scenario':
      return [say('exam.item.scenario')];
  }
};

/** A question's own lines, as they are on the paper. */
export const itemLines = (context: Context, item: PaperItem, answer: Answer | undefined): string[] => {
  const { say, language } = context;
  const { number, points, text, kind } = item;
  return [
    say('exam.item', { number, points, text, kind: term(language, 'examKind', kind) }),
    ...('choices' in item ? item.choices.map((choice, place) => `   ${letterOf(place)}  ${choice.text}`) : []),
    ...howTo(context, item).map((line) => `   ${line}`),
    ...(answer ? [`   ${say('exam.item.answer', { answer: answerWords(context, item, answer) })}`] : []),
  ];
};

/** Lines of a paper, harmless and each with its end. */
export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
