import { type ErrorCode, type ErrorReply, errorReply, errorStatus } from '../../contract/errors.ts';
import type { Language } from '../../contract/language.ts';
import { type Problem, wireProblem } from '../../contract/problems.ts';
import { Refusal } from '../../domain/refusal.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { RequestError } from '../request-error.ts';
import { isStoreTrouble } from '../store/store-trouble.ts';
import { StoreUnavailable } from '../store/writer.ts';

/** What a thrown thing is to the caller. `unexpected` ones are the hub's own fault and belong in its log. */
export interface ErrorAnswer {
  status: number;
  body: ErrorReply;
  unexpected: boolean;
}

const sentence = (problems: readonly Problem[]): string =>
  problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ');

/** Nothing that came in goes out raw. */
const harmless = (details: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? plainText(value, { multiline: false }) : value,
    ]),
  );

const answer = (
  code: ErrorCode,
  language: Language,
  details: Record<string, unknown>,
  unexpected = false,
): ErrorAnswer => {
  const told = harmless(details);
  const problems = Array.isArray(told.problems) ? { problems: sentence(told.problems) } : {};
  const body = errorReply(code, language, { ...told, ...problems });
  if (Object.keys(told).length > 0) body.error.details = told;
  return { status: errorStatus(code), body, unexpected };
};

/** Fastify's own refusals by its error codes: which part of the request could not be read, and why. */
const unreadable: Record<string, [field: string, why: Parameters<typeof wireProblem>[1]]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['body', 'json'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body', 'empty'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['content-type', 'type'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['content-length', 'http'],
  FST_ERR_BAD_URL: ['url', 'url'],
  FST_ERR_MAX_PARAM_LENGTH: ['url', 'url'],
};

export const errorAnswer = (error: unknown, language: Language, request: string): ErrorAnswer => {
  if (error instanceof Refusal || error instanceof RequestError) return answer(error.code, language, error.details);
  if (error instanceof StoreUnavailable || isStoreTrouble(error)) return answer('unavailable', language, {}, true);
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (statusCode === 413) return answer('too_large', language, {});
  const known = unreadable[code ?? ''];
  if (known || (statusCode && statusCode < 500)) {
    const [field, why] = known ?? ['request', 'http'];
    return answer('malformed', language, { problems: [wireProblem(field, why, language)] });
  }
  return answer('internal', language, { request }, true);
};
