import type * as z from 'zod';
import { fieldReason as reasonInBoth } from '../../files/field-reason.ts';

/** The shapes' own sentences in Chinese; the standard ones come with zod. */
const inChinese: Record<string, string> = {
  'must not be empty': '不能为空',
  'one line without invisible characters': '应为一行，不含看不见的字符',
  'an id of small letters, digits and -, such as dep-base-1': '应为小写字母、数字和 - 组成的编号，如 dep-base-1',
  'an article id such as gjj-0021': '应为文章编号，如 gjj-0021',
  'a topic code such as gjj.wd.rent': '应为主题代码，如 gjj.wd.rent',
  'one right choice': '正确选项应为一个',
  'two right choices or more': '正确选项应为两个以上',
  'a group such as gongjijin/贷款': '应为主题组，如 gongjijin/贷款',
  'the same article twice': '同一篇文章出现了两次',
  'each kind once': '每种题型只能出现一次',
  'some weight above 0': '至少一项的权重大于 0',
  '`to` is below `from`': 'to 小于 from',
};

const ownInChinese = (reason: string): string | undefined =>
  inChinese[reason] ?? /^at most \d+ characters$/.exec(reason)?.[0].replace(/\D+(\d+)\D+/, '最多 $1 个字符');

/** Why a value does not fit its field, in both languages. */
export const fieldReason = (issue: z.core.$ZodIssue) => reasonInBoth(issue, ownInChinese);
