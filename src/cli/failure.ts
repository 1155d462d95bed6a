/** Why a command could not be done, ready to be told: words in the caller's language, and the exit code (DESIGN 9). */
export class Failure extends Error {
  /** For scripts; a code of the contract, or one of the command line's own. */
  readonly code: string;
  readonly exit: number;
  /** What to do about it. */
  readonly hint: string | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: string,
    exit: number,
    message: string,
    more: { hint?: string | undefined; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'Failure';
    this.code = code;
    this.exit = exit;
    this.hint = more.hint;
    this.details = more.details;
  }
}
