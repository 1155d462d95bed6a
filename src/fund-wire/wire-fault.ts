import type { OperationName } from './operations.ts';

/** What is wrong with a message. */
export type WireProblem =
  /** Not JSON, or not an object. */
  | 'unreadable'
  | 'missing'
  /** There is none, where there must be one. */
  | 'nothing'
  /** Not a value of this form: a wrong type, no decimal, no such day. */
  | 'form'
  /** A code that the table does not have; also an outcome that was not agreed. */
  | 'code'
  /** Readable, but beyond what such a value can be. */
  | 'bounds'
  /** More than one record, where one was asked for. */
  | 'several'
  /** Not what was asked: another account, month or page. */
  | 'other';

/** A message is not what was agreed. Names the operation, our field and theirs; carries no value. */
export class WireFault extends Error {
  readonly operation: OperationName;
  readonly problem: WireProblem;
  /** Our field, such as `steps.0.since`; '' is the message as a whole. */
  readonly field: string;
  /** Their name of it. */
  readonly wire: string;

  constructor(operation: OperationName, problem: WireProblem, field = '', wire = '') {
    super(`${operation}${field && `.${field}`}${wire && ` (${wire})`}: ${problem}`);
    this.name = 'WireFault';
    this.operation = operation;
    this.problem = problem;
    this.field = field;
    this.wire = wire;
  }
}
