import type { Answer, TypedAnswer } from '../../../src/practice/exam/marking/answer.ts';
import type { PaperItem } from '../../../src/practice/exam/paper/paper.ts';
import type { FoundArticle } from '../../../src/tui/practice/exam/exam-data.ts';
import type { ExamChoice } from '../../../src/tui/practice/exam/exam-state.ts';
import { type ExamOptions, openExam } from '../../../src/tui/practice/open-exam.ts';
import { noon } from './school-data.ts';
import { Sitting, type SittingOptions } from './sitting.ts';

const common = (number: number) => ({
  number,
  topic: 'gjj.wd.rent',
  level: 1 as const,
  points: 2,
  question: `q-${number}`,
  digest: '',
});
const choices = (...texts: string[]) => texts.map((text, at) => ({ key: `k${at}`, text }));

export const items: readonly PaperItem[] = [
  {
    ...common(1),
    kind: 'single',
    text: '租房提取，无房职工一年最多能提几次？',
    choices: choices('一次', '两次', '四次', '不限次数，每月都能提，只要当月交了房租并且房东愿意到柜台签字确认'),
  },
  {
    ...common(2),
    kind: 'multiple',
    partial: 'none',
    text: '下面哪些情形可以提取公积金？',
    choices: choices('离休、退休', '出境定居', '买彩票', '偿还购房贷款本息'),
  },
  {
    ...common(3),
    kind: 'sum',
    text: '贷款 60 万元，20 年，等额本息，每月还多少？',
    sum: 'loan',
    given: {},
    ask: { field: 'monthly', kind: 'money', tolerance: 1 },
    day: '2026-11-27',
    figures: [],
    figuresDigest: '',
  } as unknown as PaperItem,
  { ...common(4), kind: 'find', text: '年终奖那么大一笔，老板说不算进公积金，真的吗？' },
  {
    number: 5,
    topic: 'gjj.dep.ukey',
    level: 2,
    points: 15,
    text: '单位刚开通 UK，不知道怎么缴',
    kind: 'scenario',
    scenario: 'gjj-ukey-first-month',
  },
];

const articles: readonly FoundArticle[] = [
  { id: 'gjj-0012', title: '新参加工作、新调入职工的缴存基数按当月工资定' },
  { id: 'gjj-0013', title: '奖金、加班费、补贴算不算进缴存基数' },
];

export const examOptions: Omit<ExamOptions, 'language' | 'color' | 'answer'> = {
  title: '上岗考试',
  trainee: '王小明',
  items,
  answers: new Map<number, Answer>(),
  endsAt: noon + 23 * 60_000,
  now: () => noon,
  find: (typed) => articles.filter(({ title }) => title.includes(typed)),
};

/** Somebody at an exam, and the answers that were handed on. */
export const sitsAtExam = (options: SittingOptions = {}, more: Partial<ExamOptions> = {}) => {
  const taken: [number, TypedAnswer][] = [];
  const sitting = new Sitting<ExamChoice>(
    (screen) =>
      openExam({ ...examOptions, answer: (number, typed) => void taken.push([number, typed]), ...more, ...screen }),
    options,
  );
  return { sitting, taken };
};
