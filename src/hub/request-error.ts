import type { ErrorCode } from '../contract/errors.ts';

/** The wire says no, before any rule is asked. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
