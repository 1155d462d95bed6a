import { styleText } from 'node:util';
import { exitCode } from '../contract/exit-code.ts';
import type { Language } from '../contract/language.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { Failure } from './failure.ts';
import { jsonLine } from './output/json.ts';
import type { Say } from './words/words.ts';

export interface Told {
  say: Say;
  language: Language;
  json: boolean;
}

/** What the error document of a failure says; the same form as the hub's. */
export const errorDocument = (failure: Failure): { error: Record<string, unknown> } => ({
  error: {
    code: failure.code,
    message: failure.message,
    ...(failure.hint && { hint: failure.hint }),
    ...(failure.details && { details: failure.details }),
  },
});

/** Any error as a failure in words. What nobody foresaw is `internal`; its trace is for EXPERT_SEAT_DEBUG=1 only. */
export const failureOf = async (error: unknown, told: Pick<Told, 'say' | 'language'>): Promise<Failure> => {
  if (error instanceof Failure) return error;
  const { explain } = await import('./explain-error.ts');
  return explain(error, told.say);
};

/** Tells on stderr what went wrong and what to do. @returns the exit code */
export const reportFailure = async (error: unknown, told: Told): Promise<number> => {
  const failure = await failureOf(error, told);
  if (process.env.EXPERT_SEAT_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (failure.exit === exitCode.interrupted) return failure.exit;
  if (told.json) {
    process.stderr.write(jsonLine(errorDocument(failure)));
  } else {
    const red = process.stderr.isTTY && !process.env.NO_COLOR && !process.env.EXPERT_SEAT_NO_COLOR;
    const label = told.say('error.label');
    const lines = [`${red ? styleText('red', label) : label}${plainText(failure.message, { multiline: false })}`];
    if (failure.hint) lines.push(told.say('error.hint', { hint: plainText(failure.hint, { multiline: false }) }));
    process.stderr.write(`${lines.join('\n')}\n`);
  }
  return failure.exit;
};
