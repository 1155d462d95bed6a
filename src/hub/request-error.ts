import type { ErrorCode } from '../contract/errors.ts';

/** The wire says no, before any rule is asked. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  /** `cause`: what in another system stood behind it, for the log. */
  constructor(code: ErrorCode, details: Record<string, unknown> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
