import type { Words } from './words.ts';

/** A field that was refused, and why; never with its value, unless that is a rate, which tells of nobody. */
export interface SumProblem {
  readonly field: string;
  readonly problem: Words;
}

/** What was asked for cannot be worked out. */
export class SumRefusal extends Error {
  readonly problems: readonly SumProblem[];

  constructor(problems: readonly SumProblem[]) {
    super(problems.map(({ field, problem }) => `${field}: ${problem.en}`).join('; '));
    this.name = 'SumRefusal';
    this.problems = problems;
  }
}

/** Refuses one field. */
export const refuse = (field: string, problem: Words): never => {
  throw new SumRefusal([{ field, problem }]);
};
