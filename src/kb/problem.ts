import type { Language } from '../contract/language.ts';

/** Every fault that a document of the knowledge base can have; docs/writing-articles says the rules. */
const words = {
  no_front_matter: {
    'zh-CN': '没有头部：文件须以 --- 开始，头部以 --- 结束',
    en: 'no front matter: the file begins with ---, and --- ends the head',
  },
  yaml: { 'zh-CN': 'YAML 无法读取：{reason}', en: 'YAML cannot be read: {reason}' },
  field: { 'zh-CN': '{field}：{reason}', en: '{field}: {reason}' },
  unsafe_text: {
    'zh-CN': '有看不见的字符或控制字符，或未规范化的字符：{text}',
    en: 'invisible or control characters, or characters that are not in normal form: {text}',
  },
  part_missing: { 'zh-CN': '缺少「{part}」部分', en: 'the part {part} is missing' },
  part_empty: { 'zh-CN': '「{part}」部分是空的', en: 'the part {part} is empty' },
  part_unknown: { 'zh-CN': '没有「{part}」这个部分', en: 'there is no part {part}' },
  part_order: { 'zh-CN': '「{part}」的次序不对', en: 'the part {part} is out of order' },
  text_outside: { 'zh-CN': '正文须写在七个部分之内', en: 'text stands outside the seven parts' },
  file_name: { 'zh-CN': '文件须名为 {expected}', en: 'the file must be named {expected}' },
  duplicate_id: { 'zh-CN': 'id {id} 已用于 {file}', en: 'id {id} is already used in {file}' },
  unknown_topic: { 'zh-CN': '没有主题 {topic}', en: 'there is no topic {topic}' },
  wrong_domain: {
    'zh-CN': 'domain 与主题不符，应为 {domain}',
    en: 'the domain does not fit the topic; it is {domain}',
  },
  broken_link: { 'zh-CN': 'related 中的 {link} 不存在', en: 'related: there is no {link}' },
  link_to_self: { 'zh-CN': 'related 指向文章自己', en: 'related points to the article itself' },
  unknown_policy: { 'zh-CN': 'policy.yaml 中没有 {name}', en: 'policy.yaml has no {name}' },
  policy_not_in_force: {
    'zh-CN': '{name} 在 {date} 没有现行的数字',
    en: '{name} has no figure in force on {date}',
  },
  policy_confidence: {
    'zh-CN': '引用了未核实的数字 {name}，confidence 须为 local-unconfirmed',
    en: 'it uses the unconfirmed figure {name}, so confidence must be local-unconfirmed',
  },
  not_said_unconfirmed: {
    'zh-CN': 'confidence 为 local-unconfirmed，正文须写明「公布为准」',
    en: 'confidence is local-unconfirmed, so the body must say 公布为准',
  },
  plain_figure: {
    'zh-CN': '「{figure}」是直接写出的数字，应放进 policy.yaml 并引用',
    en: '{figure} is a figure typed in place; it belongs to policy.yaml and is to be referenced',
  },
  answer_too_long: {
    'zh-CN': '简答 {count} 字，不能超过 {max} 字（念出来 20 秒）',
    en: 'the short answer has {count} characters, at most {max} (20 seconds read out)',
  },
  sms_too_long: {
    'zh-CN': '短信 {count} 字，不能超过 {max} 字（4 条）',
    en: 'the SMS text has {count} characters, at most {max} (4 parts)',
  },
  half_width: { 'zh-CN': '中文里用了半角标点：{text}', en: 'half-width punctuation within Chinese: {text}' },
  repeated_question: { 'zh-CN': '问法「{question}」已在 {id} 中', en: 'the question {question} is already in {id}' },
  near_duplicate: {
    'zh-CN': '与 {id} 的内容几乎相同（相似度 {similarity}）',
    en: 'nearly the same as {id} (similarity {similarity})',
  },
  checked_in_future: { 'zh-CN': '核对日期 {date} 在将来', en: 'the date of the check, {date}, is in the future' },
  topic_without_article: { 'zh-CN': '主题 {topic}（{name}）没有文章', en: 'topic {topic} ({name}) has no article' },
  topics_form: {
    'zh-CN': '应为四列（topic、domain、group、name），以制表符分隔，主题不重复',
    en: 'four columns (topic, domain, group, name) separated by tabs, each topic once',
  },
  figure_in_use: {
    'zh-CN': '文章 {id} 还在引用 {name}，{date} 起却没有现行的数字',
    en: 'article {id} still uses {name}, which has no figure in force on {date}',
  },
  topic_in_use: { 'zh-CN': '文章 {id} 的主题 {topic} 不见了', en: 'topic {topic} of article {id} is gone' },
  file_needed: { 'zh-CN': '文章都要用到这份文件，不能下线', en: 'all articles need this file; it cannot be retired' },
  policy_overlap: {
    'zh-CN': '{name} 的两项执行期重叠（自 {from} 起）',
    en: 'two entries of {name} are in force at once (from {from})',
  },
  field_unknown: {
    'zh-CN': '没有「{field}」这个字段；可以用：{known}，要问的写成 {?…}',
    en: 'there is no field {field}; known are: {known}; one that is asked for is written {?…}',
  },
  snippet_twice: { 'zh-CN': '常用语编号 {id} 用了两次', en: 'two snippets have the id {id}' },
  word_twice: { 'zh-CN': '「{word}」出现了两次', en: 'the word {word} is there twice' },
  phrase_twice: { 'zh-CN': '「{phrase}」出现在两组同义词中', en: 'the phrase {phrase} is in two groups of synonyms' },
} as const satisfies Record<string, Record<Language, string>>;

export type ProblemCode = keyof typeof words;

/** One fault: where, which, and what fills its sentence. */
export interface Problem {
  /** Relative to the folder that was checked. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly code: ProblemCode;
  readonly details: Record<string, string | number>;
}

/** The sentence of a problem, without its place. */
export const problemWords = ({ code, details }: Pick<Problem, 'code' | 'details'>, language: Language): string => {
  // Why a field does not fit comes in both languages, from whoever judged it.
  const { reasonInChinese } = details;
  const told: Problem['details'] =
    language === 'zh-CN' && reasonInChinese !== undefined ? { ...details, reason: reasonInChinese } : details;
  return words[code][language].replace(/\{(\w+)\}/g, (place, name: string) => String(told[name] ?? place));
};
