import type { FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../../contract/language.ts';

/** The language of a request's error messages. */
export const requestLanguage = (request: FastifyRequest): Language => languageOf(request.headers['accept-language']);
