import type { Shortfall } from './draw/draw.ts';
import type { JournalFault } from './journal/read-journal.ts';
import type { AnswerProblem } from './marking/answer.ts';

/** Why something cannot be done in an exam. */
export type Refused =
  | { readonly code: 'no_exam'; readonly exam: string }
  | { readonly code: 'no_question'; readonly number: number; readonly last: number }
  | { readonly code: 'call_done'; readonly number: number }
  | { readonly code: 'handed_in' }
  | { readonly code: 'time_over' }
  | { readonly code: 'not_handed_in' }
  | { readonly code: 'broken'; readonly faults: readonly JournalFault[] }
  | { readonly code: 'bank_short'; readonly shortfalls: readonly Shortfall[] }
  | { readonly code: 'answer'; readonly problem: AnswerProblem };

export class ExamRefusal extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(`exam: ${refused.code}`);
    this.name = 'ExamRefusal';
    this.refused = refused;
  }
}
