import type { Language } from './language.ts';

/** The own sentences of our shapes in Chinese; the standard ones come with zod. */
const inChinese: Record<string, string> = {
  'must not be empty': '不能为空',
  'a telephone number of 3 to 15 digits': '应为 3 到 15 位的电话号码',
  'a domain code such as gongjijin': '应为领域代码，如 gongjijin',
  'a domain is in the list twice': '同一领域出现了两次',
  'a topic code such as gjj.wd.rent': '应为主题代码，如 gjj.wd.rent',
  'a ticket number such as JN20261123-000123': '应为工单号，如 JN20261123-000123',
  'an article id such as gjj-0021': '应为文章编号，如 gjj-0021',
  'a document: an article such as gjj-0021, or policy, topics, synonyms, snippets, plain-words':
    '应为文章编号（如 gjj-0021），或 policy、topics、synonyms、snippets、plain-words',
  'the number of an identity document; a citizen number has 18 characters and its check character':
    '应为证件号码；身份证号码为 18 位，且校验码正确',
  'at least one item besides name and number': '除姓名和号码外，至少还要核验一项',
  'the number of a paper or recording': '应为授权材料或录音的编号',
  'this kind of authorisation has a reference': '这种授权须登记编号',
  'an account number': '应为账号',
  'a month such as 2026-11': '应为月份，如 2026-11',
  'the last month is before the first': '结束月份早于开始月份',
  'a loan as `accounts loan` names it': '应为 accounts loan 给出的贷款代号',
  'a scenario or an exam such as rent-01': '应为场景或试卷的编号，如 rent-01',
  'a SHA-256 in hexadecimal': '应为十六进制的 SHA-256（64 位小写）',
  'it ended before it began': '结束时间早于开始时间',
  'half a character': '有不完整的字符',
  'an id': '应为编号',
  'the `next` of the page before': '应为上一页的 next',
  'one to eight capital letters': '应为 1 到 8 个大写字母',
  'a clock time HH:MM, up to 24:00': '应为 HH:MM 形式的时刻，最晚 24:00',
  'a segment closes after it opens': '时段的结束应晚于开始',
  'segments overlap or are not in order': '时段重叠或未按先后排列',
  'a day is in both lists': '同一天同时出现在两个列表中',
  'a day is not in its year': '日期不在所属年份内',
  'a limit is longer than nothing': '时限应大于零',
  'a limit is at most 1000 days and 1440 minutes': '时限最长为 1000 天加 1440 分钟',
  'a day from 2026-03-01 on': '应为 2026-03-01 以后的日期',
  'an address such as http://127.0.0.1:7345, without path or password':
    '应为中心地址，如 http://127.0.0.1:7345，不带路径和密码',
};

/** What is wrong with a value, in the person's language. */
export const problemWords = (message: string, language: Language): string =>
  language === 'en' ? message : (inChinese[message] ?? message.replace(/^at most (\d+) characters$/, '最多 $1 个字符'));
