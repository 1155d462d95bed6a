import type * as z from 'zod';
import { en, zhCN } from 'zod/locales';
import { plainText } from '../domain/text/plain-text.ts';
import type { Language } from './language.ts';
import { problemWords } from './problem-words.ts';

/** One field that was refused, and why. Never with the value: it may be a citizen's. */
export interface Problem {
  field: string;
  problem: string;
}

/** More than a person reads at once; a body of rubbish must not make a reply many times its size. */
const mostProblems = 20;
const longestField = 80;

const words = {
  missing: { 'zh-CN': '不能缺少', en: 'must not be missing' },
  unknown: { 'zh-CN': '没有这个字段', en: 'there is no such field' },
  empty: { 'zh-CN': '正文为空', en: 'is empty' },
  json: { 'zh-CN': '不是可接受的 JSON', en: 'is not JSON that can be accepted' },
  utf8: { 'zh-CN': '不是 UTF-8 编码', en: 'is not UTF-8' },
  type: { 'zh-CN': '应为 application/json', en: 'must be application/json' },
  http: { 'zh-CN': '不是有效的 HTTP 请求', en: 'is not a valid HTTP request' },
  url: { 'zh-CN': '不是有效的地址', en: 'is not a valid address' },
} satisfies Record<string, Record<Language, string>>;

/** A name that came from outside, as it may be shown. */
const shownField = (path: readonly PropertyKey[]): string => {
  const field = plainText(path.map(String).join('.').slice(0, 1000), { multiline: false });
  return field.length > longestField ? `${field.slice(0, longestField).toWellFormed()}…` : field;
};

const problemsOf = (issue: z.core.$ZodIssue, where: string, language: Language): Problem[] => {
  if (issue.code === 'unrecognized_keys') {
    const shown = issue.keys.slice(0, mostProblems);
    return shown.map((key) => ({ field: shownField([...issue.path, key]) || where, problem: words.unknown[language] }));
  }
  const problem = problemWords(issue.message, language);
  return [{ field: shownField(issue.path) || where, problem }];
};

export type Checked<S extends z.ZodType> = { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] };

/** Puts a value to a shape; a refusal comes in the caller's language, field by field. `where` stands for the whole value. */
export const check = <S extends z.ZodType>(shape: S, value: unknown, language: Language, where: string): Checked<S> => {
  const standard = (language === 'en' ? en : zhCN)().localeError;
  const parsed = shape.safeParse(value, {
    error: (issue) =>
      issue.code === 'invalid_type' && issue.input === undefined ? words.missing[language] : standard(issue),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, where, language));
  return { ok: false, problems: problems.slice(0, mostProblems) };
};

/** What is wrong with a request that could not even be read. */
export const wireProblem = (
  field: string,
  why: Exclude<keyof typeof words, 'missing' | 'unknown'>,
  language: Language,
): Problem => ({
  field,
  problem: words[why][language],
});
