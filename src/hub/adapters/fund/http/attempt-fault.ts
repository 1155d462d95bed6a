import type { FundFault } from '../../../../domain/fund/fund-fault.ts';
import type { Health } from './circuit-breaker.ts';

/**
 * Why one attempt gave no answer. `code` says what happened in words that come from no message (a system code, a status, the place of a
 * fault): what libraries throw may quote what was sent or received, and is dropped here.
 */
export class AttemptFault extends Error {
  readonly fault: FundFault;
  readonly code: string;
  /** Another attempt may do better. */
  readonly worthRetrying: boolean;
  readonly health: Health;
  readonly retryAfterMs: number | undefined;

  constructor(
    fault: FundFault,
    code: string,
    more: { worthRetrying?: boolean; health?: Health; retryAfterMs?: number | undefined } = {},
  ) {
    super(`${fault}: ${code}`);
    this.name = 'AttemptFault';
    this.fault = fault;
    this.code = code;
    this.worthRetrying = more.worthRetrying ?? false;
    this.health = more.health ?? 'down';
    this.retryAfterMs = more.retryAfterMs;
  }
}

/** Connections that broke, or that nobody took: the question may not have arrived, and reading twice harms nobody. */
const broken = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** Something came, but no message of HTTP, or a larger one than is read. The parser's error has no code of its own. */
const noMessage = new Set(['HTTPParserError', 'UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']);

/** The other side does not take our certificate, or wants one. */
const certificateRefused = /ALERT_(NO_|BAD_|UNSUPPORTED_)?CERTIFICATE|ALERT_(UNKNOWN_CA|ACCESS_DENIED)/;

/** What an error of the connection means. */
export const connectionFault = (error: unknown): AttemptFault => {
  const { code: said, name } = error as { code?: unknown; name?: unknown };
  const code = typeof said === 'string' && /^[A-Z][A-Z0-9_/]{1,80}$/.test(said) ? said : String(name ?? 'Error');
  if (noMessage.has(code)) return new AttemptFault('garbled', code);
  if (certificateRefused.test(code)) return new AttemptFault('denied', code, { health: 'up' });
  return new AttemptFault('unreachable', code, { worthRetrying: broken.has(code) });
};
