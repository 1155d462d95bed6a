import type { z } from 'zod';
import { type ErrorCode, type ErrorReply, errorReply, errorStatus } from '../../contract/errors.ts';
import type { Language } from '../../contract/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import { RequestError } from '../request-error.ts';
import { StoreUnavailable } from '../store/writer.ts';

/** What a thrown thing is to the caller. `unexpected` ones are the hub's own fault and belong in its log. */
export interface ErrorAnswer {
  status: number;
  body: ErrorReply;
  unexpected: boolean;
}

/** A refused input as details: which fields, and why, never what was in them. */
export const inputProblems = (error: z.ZodError, where: string): Record<string, unknown> => {
  const problems = error.issues.map((issue) => ({
    field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : where),
    problem: issue.message,
  }));
  return { problems };
};

const sentence = (problems: unknown): unknown =>
  Array.isArray(problems) ? problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ') : problems;

const answer = (
  code: ErrorCode,
  language: Language,
  details: Record<string, unknown>,
  unexpected = false,
): ErrorAnswer => {
  const body = errorReply(code, language, {
    ...details,
    ...('problems' in details && { problems: sentence(details.problems) }),
  });
  if ('problems' in details) body.error.details = details;
  return { status: errorStatus(code), body, unexpected };
};

/** Fastify's own refusals, by its error codes. */
const fastifyCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_BAD_URL: 'malformed',
};

export const errorAnswer = (error: unknown, language: Language, request: string): ErrorAnswer => {
  if (error instanceof Refusal || error instanceof RequestError) return answer(error.code, language, error.details);
  if (error instanceof StoreUnavailable) return answer('unavailable', language, {}, true);
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const wire = fastifyCodes[code ?? ''] ?? (statusCode && statusCode < 500 ? 'malformed' : undefined);
  if (wire) return answer(wire, language, wire === 'malformed' ? { problems: code ?? 'bad request' } : {});
  return answer('internal', language, { request }, true);
};
