import { type ErrorCode, type ErrorReply, errorExit } from '../contract/errors.ts';

/** The hub said no. `message` is in the caller's language and needs nothing added. */
export class HubError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown>;
  readonly exit: number;

  constructor(reply: ErrorReply) {
    super(reply.error.message);
    this.name = 'HubError';
    this.code = reply.error.code;
    this.hint = reply.error.hint;
    this.details = reply.error.details ?? {};
    this.exit = errorExit(reply.error.code);
  }
}

/** No answer from the hub within the time allowed. Whether a mutation was done is unknown; the same key asks again safely. */
export class HubUnreachable extends Error {
  readonly url: string;
  /** The system's word for it: ECONNREFUSED, UND_ERR_HEADERS_TIMEOUT … */
  readonly reason: string;

  constructor(url: string, cause: unknown) {
    const reason = reasonOf(cause);
    super(`${url}: ${reason}`, { cause });
    this.name = 'HubUnreachable';
    this.url = url;
    this.reason = reason;
  }
}

/** The answer was not what the contract says: another program listens there, or a hub of another version. */
export class NotAHub extends Error {
  readonly url: string;

  constructor(url: string, cause?: unknown) {
    super(url, { cause });
    this.name = 'NotAHub';
    this.url = url;
  }
}

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = cause as NodeJS.ErrnoException;
  return code ?? (cause.cause ? reasonOf(cause.cause) : cause.message);
};
