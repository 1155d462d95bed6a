import { z } from 'zod';
import type { Language } from '../../contract/language.ts';
import type { Say } from '../words/words.ts';

/** One field that was refused, and why. Never with the value: it may be a citizen's. */
export interface Problem {
  field: string;
  problem: string;
}

/** The contract's own sentences in Chinese; the standard ones come with zod. */
const inChinese: Record<string, string> = {
  'must not be empty': '不能为空',
  'a telephone number of 3 to 15 digits': '应为 3 到 15 位的电话号码',
  'a domain code such as gongjijin': '应为领域代码，如 gongjijin',
  'a topic code such as gjj.wd.rent': '应为主题代码，如 gjj.wd.rent',
  'a ticket number such as JN20261123-000123': '应为工单号，如 JN20261123-000123',
  'an article id such as gjj-0021': '应为文章编号，如 gjj-0021',
  'the number of an identity document; a citizen number has 18 characters and its check character':
    '应为证件号码；身份证号码为 18 位，且校验码正确',
  'at least one item besides name and number': '除姓名和号码外，至少还要核验一项',
  'the number of a paper or recording': '应为授权材料或录音的编号',
  'this kind of authorisation has a reference': '这种授权须登记编号',
  'an account number': '应为账号',
  'a month such as 2026-11': '应为月份，如 2026-11',
  'the last month is before the first': '结束月份早于开始月份',
  'a loan as `accounts loan` names it': '应为 accounts loan 给出的贷款代号',
  'one to eight capital letters': '应为 1 到 8 个大写字母',
  'a day from 2026-03-01 on': '应为 2026-03-01 以后的日期',
  'an address such as http://127.0.0.1:7345, without path or password':
    '应为中心地址，如 http://127.0.0.1:7345，不带路径和密码',
};

const translated = (message: string, language: Language): string =>
  language === 'en' ? message : (inChinese[message] ?? message.replace(/^at most (\d+) characters$/, '最多 $1 个字符'));

export type Checked<S extends z.ZodType> = { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] };

/** Puts a value to a shape; a refusal comes in the person's language, field by field. */
export const check = <S extends z.ZodType>(
  shape: S,
  value: unknown,
  speech: { say: Say; language: Language },
): Checked<S> => {
  const standard = (speech.language === 'en' ? z.locales.en : z.locales.zhCN)().localeError;
  const parsed = shape.safeParse(value, {
    error: (issue) =>
      issue.code === 'invalid_type' && issue.input === undefined ? speech.say('input.missing') : standard(issue),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''),
      problem: translated(issue.message, speech.language),
    })),
  };
};
