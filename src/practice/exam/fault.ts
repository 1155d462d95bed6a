import type { Language } from '../../contract/language.ts';

/** Everything that can be wrong in the data of the exams; `practice exam lint` tells it with file and line. */
const words = {
  yaml: { 'zh-CN': 'YAML 无法读取：{reason}', en: 'YAML cannot be read: {reason}' },
  field: { 'zh-CN': '{field}：{reason}', en: '{field}: {reason}' },
  file_name: { 'zh-CN': '文件须名为 {expected}', en: 'the file must be named {expected}' },
  id_twice: { 'zh-CN': '编号 {id} 已用于 {file}', en: 'the id {id} is already used in {file}' },
  unknown_topic: { 'zh-CN': '没有主题 {topic}', en: 'there is no topic {topic}' },
  unknown_group: { 'zh-CN': '没有主题组 {group}', en: 'there is no group of topics {group}' },
  no_article: { 'zh-CN': '没有文章 {id}', en: 'there is no article {id}' },
  not_in_force: { 'zh-CN': '文章 {id} 在 {date} 不在执行期内', en: 'article {id} is not in force on {date}' },
  other_topic: {
    'zh-CN': '接受的文章没有一篇属于主题 {topic}',
    en: 'none of the accepted articles is of topic {topic}',
  },
  choice_twice: { 'zh-CN': '选项「{choice}」出现了两次', en: 'the choice {choice} is there twice' },
  plain_figure: {
    'zh-CN': '「{figure}」是政策数字，应引用 policy.yaml，或者改成测算题',
    en: '{figure} is a figure of the policy: refer to policy.yaml, or make it a sum',
  },
  unknown_policy: { 'zh-CN': '{name} 在 {date} 没有现行的数字', en: '{name} has no figure in force on {date}' },
  asked_already: {
    'zh-CN': '这个问法就是文章 {id} 里的问法',
    en: 'article {id} has this very wording among its questions',
  },
  unknown_place: { 'zh-CN': '题面里的 {place} 没有对应的参数', en: 'the text names {place}, which is no parameter' },
  unsaid_parameter: {
    'zh-CN': '参数 {field} 会变，题面里却没有写 {place}',
    en: 'the parameter {field} varies, but the text does not say {place}',
  },
  unknown_parameter: { 'zh-CN': '测算「{sum}」没有 {field} 这一项', en: 'the sum {sum} has no field {field}' },
  sum_refused: {
    'zh-CN': '抽到 {given} 时算不出：{reason}',
    en: 'it cannot be worked out with {given}: {reason}',
  },
  no_such_result: {
    'zh-CN': '测算结果里没有数字 {field}（抽到 {given} 时）',
    en: 'the result has no number {field} (with {given})',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type FaultCode = keyof typeof words;

/** One fault of a text, without the name of its file. */
export interface Fault {
  /** From 1. */
  readonly line: number;
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, string>>;
}

export interface PlacedFault extends Fault {
  readonly file: string;
}

/** The sentence of a fault, without its place. */
export const faultWords = ({ code, details }: Pick<Fault, 'code' | 'details'>, language: Language): string => {
  const { reasonInChinese } = details;
  const told =
    language === 'zh-CN' && reasonInChinese !== undefined ? { ...details, reason: reasonInChinese } : details;
  return words[code][language].replace(/\{(\w+)\}/g, (place, name: string) => told[name] ?? place);
};
