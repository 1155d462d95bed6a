import { progressOf } from '../../../src/practice/learning/today.ts';
import type { Mark, Marks } from '../../../src/practice/marking/marks.ts';
import type { Recording, Step } from '../../../src/practice/recording/recording.ts';
import type { RunResult } from '../../../src/practice/records/run-result.ts';
import { parseScenario } from '../../../src/practice/scenario/parse-scenario.ts';
import type { Scenario } from '../../../src/practice/scenario/scenario.ts';
import type { TopicFacts } from '../../../src/tui/practice/menu/menu-data.ts';
import type { MarksOptions } from '../../../src/tui/practice/open-marks.ts';
import type { PracticeMenuOptions } from '../../../src/tui/practice/open-practice-menu.ts';

/** Noon of a day that stands still, at the hotline. */
export const noon = Date.parse('2026-11-27T12:00:00+08:00');
const dayMs = 86_400_000;

const topics: Readonly<Record<string, TopicFacts>> = {
  'gjj.dep.ukey': { name: 'UK 缴存', group: '缴存', articles: [{ id: 'gjj-0001', title: '用 UK 汇缴公积金的步骤' }] },
  'gjj.wd.rent': {
    name: '租房提取',
    group: '提取',
    articles: [
      { id: 'gjj-0003', title: '租房提取每年几次、最多多少' },
      { id: 'gjj-0004', title: '租房提取要带什么材料' },
    ],
  },
  'gjj.loan.progress': { name: '贷款进度', group: '贷款', articles: [{ id: 'gjj-0007', title: '贷款进度在哪里查' }] },
};

interface Call {
  readonly id: string;
  readonly title: string;
  readonly level: 1 | 2 | 3;
  readonly topic: string;
  readonly question: string;
}

export const scenarioText = ({ id, title, level, topic, question }: Call): string =>
  `id: ${id}
title: ${title}
level: ${level}
topic: ${topic}
domain: gongjijin
teaches: 按次序讲清登记、结算、打印，不查账户就不问证件号。
handed_over:
  question: ${question}
  tried: 告知需登录单位网上业务系统，市民说点不进结算页面
citizen: {mood: annoyed, patience: 60}
expect:
  cite: [${topic}]
  identity: none
  say:
    - id: steps
      says: {point: 先做汇缴登记，再做缴交结算，all: [登记, 结算]}
  must_not:
    - id: to-counter
      says: {point: 要求去柜台办, any: [必须到柜台]}
  ending: {close: {category: [咨询]}}
  seconds: 240
model_answer: 用 UK 登录单位网上业务系统，先做汇缴登记，核对人数和金额；再做缴交结算确认扣款；扣款成功后在业务凭证里打印凭证。
sources: [gjj-0001]
`.replace('结算，all', '结算, all');

const calls: readonly Call[] = [
  {
    id: 'gjj-ukey-first-month',
    title: '第一次用 UK 缴公积金',
    level: 1,
    topic: 'gjj.dep.ukey',
    question: '单位刚开通 UK 代扣结算，不知道怎么用 UK 做汇缴登记和缴交结算，缴完以后凭证在哪里打',
  },
  {
    id: 'gjj-rent-once-a-year',
    title: '租房一年能提几次',
    level: 1,
    topic: 'gjj.wd.rent',
    question: '在历下租房，没房子，公积金一年能提几次，最多提多少',
  },
  {
    id: 'gjj-rent-no-contract',
    title: '没有租房合同怎么提',
    level: 2,
    topic: 'gjj.wd.rent',
    question: '租房没有签合同，房东不配合，公积金还能提吗',
  },
  {
    id: 'gjj-loan-three-weeks',
    title: '贷款材料交了三周没消息',
    level: 3,
    topic: 'gjj.loan.progress',
    question: '贷款材料交了三周了一直没消息，开发商催放款，想知道卡在哪一步',
  },
  {
    id: 'gjj-loan-where-now',
    title: '贷款走到哪一步了',
    level: 1,
    topic: 'gjj.loan.progress',
    question: '想问一下我的公积金贷款现在走到哪一步了',
  },
  {
    id: 'gjj-ukey-lost',
    title: 'UK 丢了怎么补办',
    level: 1,
    topic: 'gjj.dep.ukey',
    question: '单位的 UK 丢了，怎么补办，要带什么材料',
  },
];

export const scenarioOf = (call: Call): Scenario => {
  const { scenario, faults } = parseScenario(scenarioText(call));
  if (!scenario) throw new Error(JSON.stringify(faults));
  return scenario;
};

export const scenarios = calls.map(scenarioOf);

const resultOf = (
  number: number,
  call: Call,
  daysAgo: number,
  score: number,
  more: Partial<RunResult> = {},
): RunResult => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  trainee: '王小明',
  scenario: call.id,
  title: call.title,
  level: call.level,
  topics: [call.topic],
  seed: 7,
  score,
  passed: score >= 80,
  lost: score >= 100 ? [] : ['said.steps', 'ticket.category'],
  vetoed: [],
  startedAt: new Date(noon - daysAgo * dayMs).toISOString(),
  endedAt: new Date(noon - daysAgo * dayMs + 200_000).toISOString(),
  exam: null,
  rules: '',
  recording: '',
  ...more,
});

export const results: readonly RunResult[] = [
  resultOf(1, calls[0]!, 9, 52.5, { vetoed: ['outcome.ending'], lost: ['outcome.ending', 'said.steps'] }),
  resultOf(2, calls[0]!, 8, 71),
  resultOf(3, calls[1]!, 6, 84),
  resultOf(5, calls[2]!, 5, 66),
  resultOf(4, calls[0]!, 3, 90.5),
  resultOf(7, calls[3]!, 1, 61, { vetoed: ['manner.courtesy'], lost: ['manner.courtesy', 'time'] }),
  resultOf(6, calls[1]!, 0.2, 100, { exam: 'x' }),
];

export const menuOptions: Omit<PracticeMenuOptions, 'language' | 'color'> = {
  trainee: '王小明',
  progress: progressOf(scenarios, results, noon),
  scenarios,
  topicOf: (id) => topics[id],
  results,
  exams: {
    blueprints: [
      { id: 'daily', title: '每日一测', minutes: 10, about: '十道题', questions: 10, pass: 60 },
      { id: 'on-seat', title: '上岗考试', minutes: 60, about: '笔试加两场情景', questions: 50, pass: 80 },
    ],
    open: [{ id: '20261127-abcde', title: '上岗考试', endsAt: noon + 23 * 60_000 }],
  },
  now: () => noon,
};

/** Nothing was practised yet, and there is nothing to practise. */
export const emptyMenu: typeof menuOptions = {
  ...menuOptions,
  progress: progressOf([], [], noon),
  scenarios: [],
  results: [],
  exams: { blueprints: [], open: [] },
};

const heard = (at: number, text: string, mood: 'calm' | 'annoyed' = 'annoyed'): Step => ({
  do: 'citizen',
  at: at * 1000,
  text,
  mood,
});
const said = (at: number, text: string): Step => ({ do: 'say', at: at * 1000, text });

const recordingOf = (steps: readonly Step[]): Recording => ({
  format: 1,
  id: '00000000-0000-4000-8000-000000000009',
  trainee: '王小明',
  scenario: calls[0]!.id,
  text: scenarioText(calls[0]!),
  seed: 7,
  startedAt: new Date(noon).toISOString(),
  rules: '',
  steps: [...steps],
});

export const recording = recordingOf([
  { do: 'take', at: 4000 },
  said(6, '什么事？'),
  heard(9, '我们单位刚开通 UK，我不知道怎么用它交公积金，菜单一大堆不知道先点哪个。'),
  said(21, '请您报一下身份证号码。'),
  heard(24, '交单位的公积金，要我的身份证干什么？'),
  { do: 'hold', at: 31_000 },
  heard(60, '喂，还在吗？'),
  { do: 'resume', at: 62_000 },
  { do: 'look-up', at: 70_000, operation: 'employer', given: false },
  said(88, '您必须到柜台办，网上弄不了的，我们这边也没有办法，您带上单位的介绍信，直接去历下管理部的窗口。'),
  heard(93, '可是转我过来的人说网上就能办呀？'),
  said(120, '那您先在汇缴登记里核对人数和金额，再到缴交结算里确认扣款就行。'),
  {
    do: 'close',
    at: 171_000,
    category: '投诉',
    topic: 'gjj.dep.ukey',
    answer: '告知先登记后结算。',
    articles: [{ id: 'gjj-0001', topic: 'gjj.dep.ukey' }],
    sms: null,
  },
  { do: 'ended', at: 175_000, by: 'hangs-up' },
]);

export const goodRecording = recordingOf([
  { do: 'take', at: 3000 },
  said(5, '您好，公积金专家坐席，请讲。'),
  heard(8, '我们单位刚开通 UK，我不知道怎么用它交公积金，菜单一大堆不知道先点哪个。', 'calm'),
  said(15, '您登录进去了吗？'),
  heard(19, '登进去了，看到好几个菜单，不知道先点哪个。', 'calm'),
  said(40, '您先做汇缴登记，核对好人数和金额；再到缴交结算里确认扣款；等扣款成功了，在业务凭证里打印就行。'),
  heard(52, '哦，明白了，谢谢。', 'calm'),
  said(58, '请问还有其他问题吗？'),
  {
    do: 'close',
    at: 80_000,
    category: '咨询',
    topic: 'gjj.dep.ukey',
    answer: '用 UK 登录后先做汇缴登记，再到缴交结算确认扣款，扣款成功后在业务凭证里打印凭证。',
    articles: [{ id: 'gjj-0001', topic: 'gjj.dep.ukey' }],
    sms: null,
  },
  { do: 'ended', at: 82_000, by: 'goodbye' },
]);

const mark = (
  id: string,
  earned: number,
  worth: number,
  why: Mark['why'],
  steps: readonly number[],
  more: Partial<Mark> = {},
): Mark => ({
  id,
  group: (id.includes('.') ? id.slice(0, id.indexOf('.')) : id) as Mark['group'],
  about: '',
  worth,
  earned,
  why,
  details: {},
  steps,
  line: 14,
  ...more,
});

const forbidden = recording.steps[9]!;

export const marks: Marks = {
  marks: [
    mark('outcome.ending', 16, 16, 'ending.right', [12]),
    mark('knowledge.gjj.dep.ukey', 12, 12, 'cited', [12], { details: { article: 'gjj-0001' } }),
    mark('said.steps', 24, 24, 'said', [11], {
      about: '先做汇缴登记，再做缴交结算',
      details: { text: '那您先在汇缴登记里核对人数和金额，再到缴交结算里确认扣款就行。' },
    }),
    mark('not-said.to-counter', 0, 10, 'said-forbidden', [9], {
      about: '要求去柜台办',
      details: { text: forbidden.do === 'say' ? forbidden.text : '' },
      line: 19,
    }),
    mark('identity.handled', 0, 8, 'asked-needlessly', [3], { details: { text: '请您报一下身份证号码。' } }),
    mark('manner.greeting', 0, 2, 'not-greeted', [1]),
    mark('manner.hold', 0, 2, 'held-silently', [5]),
    mark('manner.silence', 0, 2, 'silent', [6]),
    mark('ticket.category', 0, 3, 'category.wrong', [12], { details: { was: '投诉', wanted: '咨询' } }),
    mark('ticket.topic', 3, 3, 'topic.right', [12]),
    mark('time', 4, 4, 'in-time', [12], { details: { took: 167, most: 240 } }),
  ],
  score: 68.6,
  vetoed: ['not-said.to-counter'],
  passed: false,
};

export const marksOptions: Omit<MarksOptions, 'language' | 'color'> = {
  marks,
  recording,
  scenario: scenarios[0]!,
  good: goodRecording,
  pass: 80,
  hints: true,
  topicName: (id) => topics[id]?.name ?? id,
  titleOf: (id) =>
    Object.values(topics)
      .flatMap(({ articles }) => articles)
      .find((article) => article.id === id)?.title,
};
