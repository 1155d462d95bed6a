import { rowDigest } from '../../../domain/audit/chain.ts';
import type { Question } from './question.ts';

/** All questions by id, in the order of their ids: a draw depends on nothing else of how the files lie. */
export type Bank = ReadonlyMap<string, Question>;

export const bankOf = (questions: Iterable<Question>): Bank =>
  new Map([...questions].sort((a, b) => (a.id < b.id ? -1 : 1)).map((question) => [question.id, question]));

/** By which it shows that a question is still the one that was asked. */
export const questionDigest = (question: Question): string => rowDigest(question);

/** How a paper and an answer know a choice, whatever place it was shown in; it tells nothing of what is right. */
export const choiceKey = (question: Pick<Question, 'id'>, choice: string): string =>
  rowDigest([question.id, choice]).slice(0, 8);
