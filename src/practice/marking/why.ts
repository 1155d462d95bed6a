import type { Language } from '../../contract/language.ts';

/** Why a mark was earned or lost. */
const words = {
  'ending.right': { 'zh-CN': '处理结果正确', en: 'the call ended as it should' },
  'ending.wrong': { 'zh-CN': '应{wanted}，实际{was}', en: 'should have been: {wanted}; was: {was}' },
  'ending.none': { 'zh-CN': '没有处理完：应{wanted}', en: 'nothing became of it; should have been: {wanted}' },
  'unit.right': { 'zh-CN': '派给了正确的单位', en: 'sent to the right unit' },
  'unit.wrong': { 'zh-CN': '应派给「{wanted}」，实际「{was}」', en: 'belongs to {wanted}; was sent to {was}' },
  'domain.right': { 'zh-CN': '转到了正确的领域', en: 'moved to the right domain' },
  'domain.wrong': { 'zh-CN': '应转到 {wanted}，实际 {was}', en: 'belongs to {wanted}; went to {was}' },
  cited: { 'zh-CN': '引用了 {article}', en: 'cited {article}' },
  'not-cited': {
    'zh-CN': '没有引用讲「{topic}」的文章：把文章的话插进答复，就算引用',
    en: 'no article on {topic} was cited: putting its words into the answer cites it',
  },
  said: { 'zh-CN': '说到了：「{text}」', en: 'said: {text}' },
  'said-wrong': { 'zh-CN': '说反了：「{text}」', en: 'said the contrary: {text}' },
  'written-only': { 'zh-CN': '写进了工单，但没有对市民说', en: 'written into the ticket but not said to the citizen' },
  'not-said': { 'zh-CN': '没有说到', en: 'was not said' },
  'nothing-said': { 'zh-CN': '一句话也没有说', en: 'nothing at all was said' },
  'said-forbidden': { 'zh-CN': '说了不该说的：「{text}」', en: 'said what may not be said: {text}' },
  'kept-from': { 'zh-CN': '没有这样说，对', en: 'was not said, as it should not' },
  verified: { 'zh-CN': '先核验了身份', en: 'identity was verified first' },
  'never-verified': { 'zh-CN': '没有核验身份', en: 'identity was never verified' },
  'looked-up-first': { 'zh-CN': '没核验就去查账户', en: 'looked into the account before verifying' },
  'asked-needlessly': {
    'zh-CN': '不查账户，却要了证件号或账号：「{text}」',
    en: 'asked for a number that was not needed: {text}',
  },
  'not-asked': { 'zh-CN': '没有多要市民的信息', en: 'asked for no number that was not needed' },
  refused: { 'zh-CN': '没有把账户交给不该知道的人', en: 'nothing was opened to who may not know' },
  'not-refused': { 'zh-CN': '替不该知道的人核验或查了账户', en: 'verified or looked up for who may not know' },
  disclosed: {
    'zh-CN': '没核验身份就说了账户里的内容：「{text}」',
    en: 'told of the account before verifying: {text}',
  },
  'nothing-disclosed': { 'zh-CN': '没有泄露账户内容', en: 'nothing of an account was told out of turn' },
  'looked-up': { 'zh-CN': '查了该查的', en: 'looked up' },
  'not-looked-up': { 'zh-CN': '没有查', en: 'was not looked up' },
  greeted: { 'zh-CN': '有问候', en: 'greeted' },
  'not-greeted': { 'zh-CN': '第一句没有问候', en: 'the first words were no greeting' },
  'took-leave': { 'zh-CN': '问了还有没有别的问题，或道了再见', en: 'asked whether there is more, or took leave' },
  'no-leave': {
    'zh-CN': '没有问还有没有别的问题，也没有道别',
    en: 'neither asked whether there is more nor took leave',
  },
  courteous: { 'zh-CN': '用语得当', en: 'kept courteous' },
  rude: { 'zh-CN': '用语生硬：「{text}」', en: 'rude: {text}' },
  soothed: { 'zh-CN': '安抚了市民的情绪', en: 'soothed the citizen' },
  'not-soothed': { 'zh-CN': '市民着急、生气，没有安抚', en: 'the citizen was upset and was not soothed' },
  'held-announced': { 'zh-CN': '保持前告诉了市民', en: 'said so before putting on hold' },
  'held-silently': { 'zh-CN': '没有说一声就保持', en: 'put on hold without a word' },
  present: { 'zh-CN': '没有让市民对着空话筒等', en: 'the citizen was never left alone' },
  silent: { 'zh-CN': '让市民对着空话筒等', en: 'the citizen had to ask whether anybody was there' },
  'category.right': { 'zh-CN': '分类正确', en: 'the category is right' },
  'category.wrong': { 'zh-CN': '分类应为{wanted}，实际「{was}」', en: 'the category should be {wanted}; is {was}' },
  'category.none': { 'zh-CN': '没有填分类：应为{wanted}', en: 'the category was not filed; should be {wanted}' },
  'topic.right': { 'zh-CN': '主题正确', en: 'the topic is right' },
  'topic.wrong': { 'zh-CN': '主题应为「{wanted}」，实际「{was}」', en: 'the topic should be {wanted}; is {was}' },
  'topic.none': { 'zh-CN': '没有填主题：应为「{wanted}」', en: 'the topic was not filed; should be {wanted}' },
  'urgency.right': { 'zh-CN': '紧急程度正确', en: 'the urgency is right' },
  'urgency.wrong': { 'zh-CN': '紧急程度应为{wanted}，实际「{was}」', en: 'the urgency should be {wanted}; is {was}' },
  'urgency.none': { 'zh-CN': '没有填紧急程度：应为{wanted}', en: 'the urgency was not filed; should be {wanted}' },
  written: { 'zh-CN': '工单写到了', en: 'the ticket says so' },
  'not-written': { 'zh-CN': '工单没有写到', en: 'the ticket does not say so' },
  sms: { 'zh-CN': '发了短信', en: 'a text was sent' },
  'no-sms': { 'zh-CN': '没有发短信', en: 'no text was sent' },
  'in-time': {
    'zh-CN': '接听到处理完用时 {took} 秒（{most} 秒以内）',
    en: '{took} s from taking the call to its end (at most {most})',
  },
  'too-long': {
    'zh-CN': '接听到处理完用时 {took} 秒，超过 {most} 秒',
    en: '{took} s from taking the call to its end, more than {most}',
  },
  'no-end': { 'zh-CN': '没有处理完，不计时', en: 'never ended' },
} as const satisfies Record<string, Record<Language, string>>;

export type Why = keyof typeof words;

/** The sentence of a reason. */
export const whyWords = (why: Why, details: Readonly<Record<string, string | number>>, language: Language): string =>
  words[why][language].replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place));
