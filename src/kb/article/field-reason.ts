import type * as z from 'zod';
import { fieldReason as reasonInBoth } from '../../files/field-reason.ts';

/** The shapes' own sentences in Chinese; the standard ones come with zod. */
const inChinese: Record<string, string> = {
  'must not be empty': '不能为空',
  'one line without invisible characters': '应为一行，不含看不见的字符',
  'text without invisible characters': '不含看不见的字符',
  'an id of small letters, digits and -, such as call-back': '应为小写字母、数字和 - 组成的编号，如 call-back',
  'no punctuation at its end': '末尾不带标点',
  'at least 1': '至少 1 个',
  'at least 3': '至少 3 个',
  'the same question twice': '同一问法出现了两次',
  'the same keyword twice': '同一关键词出现了两次',
  'the same link twice': '同一关联出现了两次',
  '`to` is before `from`': 'to 早于 from',
  'an article id such as gjj-0021': '应为文章编号，如 gjj-0021',
  'a domain code such as gongjijin': '应为领域代码，如 gongjijin',
  'a topic code such as gjj.wd.rent': '应为主题代码，如 gjj.wd.rent',
  'a name such as deposit.ratio.max': '应为名称，如 deposit.ratio.max',
};

const ownInChinese = (reason: string): string | undefined =>
  inChinese[reason] ?? /^at most \d+ characters$/.exec(reason)?.[0].replace(/\D+(\d+)\D+/, '最多 $1 个字符');

/** Why a value does not fit its field, in both languages. */
export const fieldReason = (issue: z.core.$ZodIssue) => reasonInBoth(issue, ownInChinese);
