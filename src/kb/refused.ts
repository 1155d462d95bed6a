import type { ProblemCode } from './problem.ts';

/** A document whose form is so wrong that nothing can be read out of it. */
export class Refused extends Error {
  readonly code: ProblemCode;
  /** From 1. */
  readonly line: number;
  readonly details: Record<string, string | number>;

  constructor(code: ProblemCode, line: number, details: Record<string, string | number> = {}) {
    super(`${code} (line ${line})`);
    this.name = 'Refused';
    this.code = code;
    this.line = line;
    this.details = details;
  }
}
