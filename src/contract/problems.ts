import { z } from 'zod';
import { plainText } from '../domain/text/plain-text.ts';
import type { Language } from './language.ts';

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

/** The contract's own sentences in Chinese; the standard ones come with zod. */
const inChinese: Record<string, string> = {
  'must not be empty': '不能为空',
  'a telephone number of 3 to 15 digits': '应为 3 到 15 位的电话号码',
  'a domain code such as gongjijin': '应为领域代码,如 gongjijin',
  'a domain is in the list twice': '同一领域出现了两次',
  'a topic code such as gjj.wd.rent': '应为主题代码,如 gjj.wd.rent',
  'a ticket number such as JN20261123-000123': '应为工单号,如 JN20261123-000123',
  'an article id such as gjj-0021': '应为文章编号,如 gjj-0021',
  'a document: an article such as gjj-0021, or policy, topics, synonyms':
    '应为文章编号（如 gjj-0021），或 policy、topics、synonyms',
  'the number of an identity document; a citizen number has 18 characters and its check character':
    '应为证件号码；身份证号码为 18 位，且校验码正确',
  'at least one item besides name and number': '除姓名和号码外，至少还要核验一项',
  'the number of a paper or recording': '应为授权材料或录音的编号',
  'this kind of authorisation has a reference': '这种授权须登记编号',
  'an account number': '应为账号',
  'a month such as 2026-11': '应为月份，如 2026-11',
  'the last month is before the first': '结束月份早于开始月份',
  'a loan as `accounts loan` names it': '应为 accounts loan 给出的贷款代号',
  'half a character': '有不完整的字符',
  'an id': '应为编号',
  'the `next` of the page before': '应为上一页的 next',
  'one to eight capital letters': '应为 1 到 8 个大写字母',
  'a clock time HH:MM, up to 24:00': '应为 HH:MM 形式的时刻,最晚 24:00',
  'a segment closes after it opens': '时段的结束应晚于开始',
  'segments overlap or are not in order': '时段重叠或未按先后排列',
  'a day is in both lists': '同一天同时出现在两个列表中',
  'a day is not in its year': '日期不在所属年份内',
  'a limit is longer than nothing': '时限应大于零',
  'a limit is at most 1000 days and 1440 minutes': '时限最长为 1000 天加 1440 分钟',
};

const translated = (message: string): string =>
  inChinese[message] ?? message.replace(/^at most (\d+) characters$/, '最多 $1 个字符');

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
  const problem = language === 'zh-CN' ? translated(issue.message) : issue.message;
  return [{ field: shownField(issue.path) || where, problem }];
};

export type Checked<S extends z.ZodType> = { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] };

/** Puts a value to a shape; a refusal comes in the caller's language, field by field. `where` stands for the whole value. */
export const check = <S extends z.ZodType>(shape: S, value: unknown, language: Language, where: string): Checked<S> => {
  const standard = (language === 'en' ? z.locales.en : z.locales.zhCN)().localeError;
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
