import type { Dispatcher, Pool } from 'undici';
import { refusalOfStatus } from '../../../../fund-wire/answer.ts';
import type { FundMapping } from '../../../../fund-wire/mapping.ts';
import { parseWireJson } from '../../../../fund-wire/wire-json.ts';
import { AttemptFault, connectionFault } from './attempt-fault.ts';
import type { Deadline } from './deadline.ts';
import { retryAfterMs } from './retry-after.ts';

export interface HttpRequest {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** An answer that can be judged by the mapping. */
export interface HttpAnswer {
  readonly status: number;
  /** As wire-json.ts reads it; undefined where the status says all. */
  readonly body: unknown;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

const isJson = (contentType: string | string[] | undefined): boolean =>
  typeof contentType === 'string' &&
  /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType) &&
  (/charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8') === 'utf-8';

/** Lets the rest of an answer go, and its connection with it: reading it out could take as long as it likes. */
const drop = ({ body }: Dispatcher.ResponseData): void => {
  body.on('error', () => {}).destroy();
};

const refused = (
  { statusCode: status, headers }: Dispatcher.ResponseData,
  refusal: 'denied' | 'busy' | 'failing',
  wallMs: number,
): AttemptFault => {
  const after = retryAfterMs(headers['retry-after'], wallMs);
  // Who asks for patience without saying how much is not to be asked again by a machine.
  const worthRetrying = status === 503 || (status === 429 && after !== undefined);
  const health = refusal === 'denied' ? 'up' : 'down';
  return new AttemptFault(refusal, `status ${status}`, { worthRetrying, health, retryAfterMs: after });
};

/** Whether there is something to read that was agreed; a redirect is not followed, and nothing compressed is unpacked. */
const unreadable = ({ statusCode, headers }: Dispatcher.ResponseData, largestBytes: number): string | undefined => {
  if (statusCode >= 300 && statusCode < 400) return `status ${statusCode}`;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'content-encoding';
  if (!isJson(headers['content-type'])) return 'content-type';
  return Number(headers['content-length'] ?? 0) > largestBytes ? 'content-length' : undefined;
};

/** Values that an answer may hold, several times what the longest has: to read millions would hold up all calls of the hub. */
const mostValues = 100_000;
const comma = 0x2c;

const holdsTooMany = (bytes: Uint8Array): boolean => {
  let commas = 0;
  for (const byte of bytes) if (byte === comma) commas += 1;
  return commas > mostValues;
};

const parsed = (bytes: Uint8Array): unknown => {
  if (holdsTooMany(bytes)) throw new AttemptFault('garbled', 'too many values');
  try {
    return parseWireJson(strictUtf8.decode(bytes));
  } catch {
    throw new AttemptFault('garbled', 'not JSON in UTF-8');
  }
};

/**
 * One request and its answer, within the deadline.
 * @throws {AttemptFault} no answer that can be judged
 * @throws the deadline's reason when its time is over
 */
export const exchange = async (
  pool: Pool,
  { mapping, largestBytes }: { readonly mapping: FundMapping; readonly largestBytes: number },
  request: HttpRequest,
  deadline: Deadline,
  wallMs: number,
): Promise<HttpAnswer> => {
  const { signal } = deadline;
  try {
    const response = await deadline.within(
      pool.request({ ...request, body: request.body ?? null, headers: { ...request.headers }, signal }),
    );
    const { statusCode: status } = response;
    const refusal = refusalOfStatus(mapping, status);
    if (refusal) {
      drop(response);
      throw refused(response, refusal, wallMs);
    }
    if (mapping.outcome.field === undefined && mapping.outcome.status.none.includes(status)) {
      drop(response);
      return { status, body: undefined };
    }
    const reason = unreadable(response, largestBytes);
    if (reason !== undefined) {
      drop(response);
      throw new AttemptFault('garbled', reason);
    }
    return { status, body: parsed(await deadline.within(response.body.bytes())) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof AttemptFault ? error : connectionFault(error);
  }
};
