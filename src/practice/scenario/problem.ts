import type { Language } from '../../contract/language.ts';

/** Every fault that a scenario can have. */
const words = {
  yaml: { 'zh-CN': 'YAML 无法读取：{reason}', en: 'YAML cannot be read: {reason}' },
  field: { 'zh-CN': '{field}：{reason}', en: '{field}: {reason}' },
  file_name: { 'zh-CN': '文件须名为 {expected}', en: 'the file must be named {expected}' },
  duplicate_id: { 'zh-CN': 'id {id} 已用于 {file}', en: 'id {id} is already used in {file}' },
  unknown_topic: { 'zh-CN': '没有主题 {topic}', en: 'there is no topic {topic}' },
  wrong_domain: {
    'zh-CN': 'domain 与主题不符，应为 {domain}',
    en: 'the domain does not fit the topic; it is {domain}',
  },
  unknown_article: { 'zh-CN': '知识库里没有文章 {article}', en: 'the knowledge base has no article {article}' },
  article_not_in_force: {
    'zh-CN': '文章 {article} 在 {date} 不是现行的',
    en: 'article {article} is not in force on {date}',
  },
  no_article: { 'zh-CN': '主题 {topic} 没有现行文章可引用', en: 'topic {topic} has no article in force to cite' },
  no_source: {
    'zh-CN': '没有写 sources：答案须有知识库文章作依据',
    en: 'no sources: the answer has to rest on articles',
  },
  unknown_fact: {
    'zh-CN': '{placeholder} 没有内容：{why}',
    en: '{placeholder} stands for nothing: {why}',
  },
  repeated_id: { 'zh-CN': 'id {id} 出现了两次', en: 'id {id} is there twice' },
  unknown_point: { 'zh-CN': 'expect.say 里没有 {id}', en: 'expect.say has no {id}' },
  gives_away: {
    'zh-CN': '市民自己说出了该由坐席说的「{point}」：{text}',
    en: 'the citizen says what the expert has to say ({point}): {text}',
  },
  model_lacks: { 'zh-CN': 'model_answer 没有说到「{point}」', en: 'model_answer does not say: {point}' },
  model_says: {
    'zh-CN': 'model_answer 说了不该说的「{point}」',
    en: 'model_answer says what may not be said: {point}',
  },
  needs_role: {
    'zh-CN': '要核验身份，市民须是沙盒里的人（citizen.role）',
    en: 'to be verified the citizen has to be somebody of the sandbox (citizen.role)',
  },
  needs_name: { 'zh-CN': '不是沙盒里的人，须写 citizen.name', en: 'who is nobody of the sandbox needs citizen.name' },
  look_up_without_identity: {
    'zh-CN': 'identity 不是 verified，就不能要求 look_up',
    en: 'look_up needs identity: verified',
  },
  repeated_question: { 'zh-CN': '「{text}」在两条 knows 里都有', en: '{text} is in two of knows' },
  own_domain: { 'zh-CN': 'move 的目标就是来电所在的领域', en: 'move goes to the domain where the call is' },
} as const satisfies Record<string, Record<Language, string>>;

export type ScenarioProblemCode = keyof typeof words;

/** One fault of a scenario: where, which, and what fills its sentence. */
export interface ScenarioProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly code: ScenarioProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** The sentence of a problem, without its place. */
export const scenarioProblemWords = (
  { code, details }: Pick<ScenarioProblem, 'code' | 'details'>,
  language: Language,
): string => {
  const { reasonInChinese } = details;
  const told =
    language === 'zh-CN' && reasonInChinese !== undefined ? { ...details, reason: reasonInChinese } : details;
  return words[code][language].replace(/\{(\w+)\}/g, (place, name: string) => String(told[name] ?? place));
};
