import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { KnowledgeBase } from '../../src/kb/knowledge-base.ts';
import type { Knowledge } from '../../src/tui/state/knowledge/model.ts';
import { noon } from './fixtures.ts';

interface Piece {
  id: string;
  title: string;
  topic: string;
  domain?: string;
  questions: string[];
  keywords: string[];
  confidence?: string;
  effective?: string;
  related?: string;
  answer: string;
  points?: string;
  sms?: string;
}

/** An article that keeps the rules of writing. */
export const articleOf = (piece: Piece): KnowledgeDocument => {
  const {
    id,
    title,
    topic,
    domain = 'gongjijin',
    questions,
    keywords,
    confidence = 'national',
    effective = '{from: 2026-09-20}',
    related = `[${topic}]`,
    answer,
    points = '- 按规定办理。',
    sms = answer,
  } = piece;
  const text = `---
id: ${id}
title: ${title}
topic: ${topic}
domain: ${domain}
questions: [${questions.join(', ')}]
keywords: [${keywords.join(', ')}]
confidence: ${confidence}
effective: ${effective}
source: {name: 住房公积金管理条例（2026年修订）第二十四条, number: 国务院令第844号, date: 2026-09-20}
checked: 2026-11-20
sms: ${sms}
related: ${related}
---

## 简答
${answer}

## 要点
${points}

## 材料
- 身份证件。
- 与本次申请有关的凭证，具体清单以中心公布的为准，复印件要盖章。

## 流程
1. 登录网上业务系统，或者到服务窗口。
2. 提交申请，等候审核。
3. 审核通过后到账。

## 时限
- 自受理之日起按条例规定的期限作出决定。

## 渠道
- 网上业务系统、服务窗口。

## 易错
- 不要替中心报数。
`;
  return { id, kind: 'article', text };
};

const policy = `- name: rent.max
  value: 1500
  unit: 元
  from: 2026-09-20
  source: {name: 关于租房提取的通知, number: 建金〔2026〕5号, date: 2026-09-20}
  confidence: national
- name: rent.city.max
  value: 2000
  unit: 元
  from: 2026-07-01
  source: {name: 济南市租房提取办法, date: 2026-07-01}
  confidence: local-unconfirmed
`;

const topics = [
  'topic\tdomain\tgroup\tname',
  'gjj.dep.settle\tgongjijin\t缴存\t单位缴交结算',
  'gjj.wd.rent\tgongjijin\t提取\t租房提取',
  'gjj.wd.leave\tgongjijin\t提取\t离职提取',
  'gjj.loan.first\tgongjijin\t贷款\t首套住房贷款',
  'sb.med.remote\tshebao\t医保\t异地就医备案',
  '',
].join('\n');

export const rentAnswer = '租房可以提取住房公积金，在网上业务系统申请，每次不超过{{policy:rent.max}}。';
/** As it is read out. */
export const rentAnswerRead = '租房可以提取住房公积金，在网上业务系统申请，每次不超过1500元。';

/** A small knowledge base with every kind of article that the screen tells apart. */
export const shelf: readonly KnowledgeDocument[] = [
  { id: 'policy', kind: 'policy', text: policy },
  { id: 'topics', kind: 'topics', text: topics },
  articleOf({
    id: 'gjj-0001',
    title: '租房提取住房公积金',
    topic: 'gjj.wd.rent',
    questions: ['租房能取公积金吗', '房租怎么用公积金付', '没房子一年能提几次'],
    keywords: ['租房', '提取', '房租'],
    related: '[gjj-0004, gjj-0005]',
    answer: rentAnswer,
    points:
      '- 每次不超过{{policy:rent.max}}，济南市内不超过{{policy:rent.city.max}}。\n- 本人和配偶在缴存城市没有自有住房，连续足额缴存满三个月，可以提取夫妻双方的住房公积金支付房租。',
    sms: '租房提取请在网上业务系统申请，每次不超过{{policy:rent.max}}。办理前请准备好身份证件和租房合同，审核通过后资金转入本人银行卡；有疑问请拨打12345转公积金专家坐席咨询，谢谢您的配合与支持。',
    confidence: 'local-unconfirmed',
  }),
  articleOf({
    id: 'gjj-0002',
    title: '租房提取的旧办法',
    topic: 'gjj.wd.rent',
    questions: ['租房提取以前怎么办', '租房提取旧规定是什么', '以前租房能提多少'],
    keywords: ['租房', '提取', '旧办法'],
    effective: '{from: 2020-01-01, to: 2026-09-19}',
    answer: '按季度提取，每季一次。',
  }),
  articleOf({
    id: 'gjj-0003',
    title: '单位用UK做汇缴登记和缴交结算',
    topic: 'gjj.dep.settle',
    questions: ['UK代扣结算怎么用', '缴完以后凭证在哪里打', '汇缴登记怎么做'],
    keywords: ['UK', '汇缴登记', '缴交结算', '凭证'],
    answer: '登录单位网上业务系统，先在「汇缴登记」核对，再到「缴交结算」确认扣款；凭证在「业务凭证」里打印。',
  }),
  articleOf({
    id: 'gjj-0004',
    title: '离职后账户封存怎样提取',
    topic: 'gjj.wd.leave',
    questions: ['辞职了公积金怎么取', '封存满半年能提吗', '离职提取要什么材料'],
    keywords: ['离职', '封存', '提取'],
    answer: '账户封存满六个月，没有继续缴存的，可以申请提取余额。',
  }),
  articleOf({
    id: 'gjj-0005',
    title: '首套住房公积金贷款能贷多少',
    topic: 'gjj.loan.first',
    questions: ['夫妻买首套房能贷多少', '公积金贷款额度怎么算', '首付最低几成'],
    keywords: ['贷款', '首套', '额度'],
    effective: '{from: 2027-01-01}',
    answer: '按缴存余额的倍数和最高额度计算，取低者。',
  }),
  articleOf({
    id: 'sb-0001',
    title: '医保异地就医备案',
    topic: 'sb.med.remote',
    domain: 'shebao',
    questions: ['医保异地备案怎么办', '去北京看病怎么备案', '异地就医要先备案吗'],
    keywords: ['医保', '异地', '备案'],
    answer: '先在国家医保服务平台备案，再持卡就医，可以直接结算。',
  }),
];

/** The knowledge of a seat that has just caught up. */
export const knowledgeOf = (documents: readonly KnowledgeDocument[] = shelf): Knowledge => ({
  base: new KnowledgeBase(documents),
  edition: 0,
  status: { origin: 'hub', state: 'current', syncedAt: noon - 5 * 60_000 },
});
