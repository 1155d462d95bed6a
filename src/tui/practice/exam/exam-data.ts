import type { Answer, AnswerProblem, TypedAnswer } from '../../../practice/exam/marking/answer.ts';
import { letterOf, type PaperItem } from '../../../practice/exam/paper/paper.ts';
import { shown } from '../../text/styled-line.ts';
import type { Say } from '../../words/words.ts';

/** An article that was found, to be chosen. */
export interface FoundArticle {
  readonly id: string;
  readonly title: string;
}

/** An exam as it is sat. */
export interface ExamData {
  readonly title: string;
  readonly trainee: string;
  readonly items: readonly PaperItem[];
  /** What was answered before, by number. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** When it is over; milliseconds since 1970, by the clock of `now`. */
  readonly endsAt: number;
  readonly now: () => number;
  /** Finds articles for a question that asks for one; absent: they are named by their ids. */
  readonly find: ((typed: string) => readonly FoundArticle[]) | undefined;
  /**
   * Keeps an answer: it is on the disk when this returns.
   * @throws {ExamRefusal} as `ExamDesk.answer` does
   */
  readonly answer: (number: number, typed: TypedAnswer) => void;
}

/** The letters of chosen choices, by their places. */
export const lettersOf = (item: PaperItem, answer: Answer | undefined): string[] =>
  'choices' in item && answer && 'choose' in answer
    ? item.choices.flatMap(({ key }, place) => (answer.choose.includes(key) ? [letterOf(place)] : []))
    : [];

/** What was answered, as it is shown again. */
export const answerWords = (item: PaperItem, answer: Answer, say: Say): string => {
  if ('choose' in answer) return lettersOf(item, answer).join(' ');
  if ('typed' in answer) return shown(answer.typed);
  return 'article' in answer ? shown(answer.article) : say('sit.this.scored');
};

/** How a question is to be answered; empty for one choice. */
export const howTo = (item: PaperItem, { find }: Pick<ExamData, 'find'>, say: Say): string => {
  switch (item.kind) {
    case 'single':
      return '';
    case 'multiple':
      return say(`sit.multiple.${item.partial}`);
    case 'sum':
      return say(`sit.sum.${item.ask.kind}`, { tolerance: item.ask.tolerance });
    case 'find':
      return say(find ? 'sit.find' : 'sit.find.no-search');
    case 'scenario':
      return say('sit.scenario');
  }
};

/** Why an answer was not taken. */
export const problemWords = (problem: AnswerProblem, say: Say): string => {
  switch (problem.code) {
    case 'no_such_letter':
      return say('sit.problem.letters', { letters: problem.letters });
    case 'one_letter':
      return say('sit.problem.one-letter');
    case 'no_number':
      return say(`sit.problem.${problem.kind}`);
    case 'no_article_id':
      return say('sit.problem.article-id');
    case 'not_one':
    case 'other_kind':
      return say('sit.problem.scenario');
  }
};
