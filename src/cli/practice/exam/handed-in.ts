import type { SubmittedResult } from '../../../contract/shapes/practice.ts';
import { toInstant } from '../../../contract/shapes/text.ts';
import { type SealedExam, sealedExams } from '../../../practice/exam/verify.ts';
import type { Context } from '../../context.ts';
import { inFolder } from './exam-desk.ts';

/** The most weak topics that are told of one result. */
const mostWeak = 50;

/** An exam's name among results: by its seal, as a UUID of version 8 (RFC 9562, 5.8), so that it is the same whenever it is handed in. */
const idOf = (head: string): string =>
  `${head.slice(0, 8)}-${head.slice(8, 12)}-8${head.slice(13, 16)}-a${head.slice(17, 20)}-${head.slice(20, 32)}`;

const resultOf = ({ state: { start, startedAt, seal } }: SealedExam): SubmittedResult => {
  const { blueprint, items } = start;
  const lost = new Set(seal.marks.filter(({ points, of }) => points < of).map(({ number }) => number));
  const weak = items.filter(({ number }) => lost.has(number)).map(({ topic }) => topic);
  return {
    id: idOf(seal.head),
    kind: 'exam',
    subject: blueprint.id,
    title: blueprint.title['zh-CN'],
    score: seal.percent,
    passed: seal.passed,
    startedAt: toInstant(startedAt),
    endedAt: toInstant(seal.at),
    weak: [...new Set(weak)].slice(0, mostWeak),
    seal: seal.head,
  };
};

/** The sealed exams of a trainee as results, and the ids of exams whose seals do not hold. */
export const examResults = (
  context: Context,
  trainee: string,
): { readonly results: readonly SubmittedResult[]; readonly broken: readonly string[] } =>
  inFolder(context, (folder) => {
    const { exams, broken } = sealedExams(folder);
    return { results: exams.filter(({ state }) => state.start.trainee === trainee).map(resultOf), broken };
  });
