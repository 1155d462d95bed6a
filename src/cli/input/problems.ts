import type * as z from 'zod';
import { en, zhCN } from 'zod/locales';
import type { Language } from '../../contract/language.ts';
import { problemWords } from '../../contract/problem-words.ts';
import type { Say } from '../words/words.ts';

/** One field that was refused, and why. Never with the value: it may be a citizen's. */
export interface Problem {
  field: string;
  problem: string;
}

export type Checked<S extends z.ZodType> = { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] };

/** Puts a value to a shape; a refusal comes in the person's language, field by field. */
export const check = <S extends z.ZodType>(
  shape: S,
  value: unknown,
  speech: { say: Say; language: Language },
): Checked<S> => {
  const standard = (speech.language === 'en' ? en : zhCN)().localeError;
  const parsed = shape.safeParse(value, {
    error: (issue) =>
      issue.code === 'invalid_type' && issue.input === undefined ? speech.say('input.missing') : standard(issue),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''),
      problem: problemWords(issue.message, speech.language),
    })),
  };
};
