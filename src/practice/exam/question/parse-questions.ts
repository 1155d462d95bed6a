import * as z from 'zod';
import { readYaml } from '../../../files/read-yaml.ts';
import type { Fault } from '../fault.ts';
import { fieldReason } from '../field-reason.ts';
import { Question } from './question.ts';

const QuestionFile = z.strictObject({ questions: z.array(Question).min(1) });

export interface ReadQuestions {
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
  /** The line of a question's field. */
  lineOf(question: Question, field: string): number;
}

/** Reads one file of questions. None of them counts while one has a wrong form. */
export const parseQuestions = (text: string): ReadQuestions => {
  const { value, faults, lineAt } = readYaml(text, QuestionFile, { reasonOf: fieldReason });
  const questions = value?.questions ?? [];
  return {
    questions,
    faults,
    lineOf: (question, field) => lineAt(['questions', questions.indexOf(question), field]),
  };
};
