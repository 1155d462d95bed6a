import type { HubClient } from '../../src/client/hub-client.ts';
import type { VersionView } from '../../src/contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';

export interface ArticleText {
  id?: string;
  title?: string;
  topic?: string;
  effective?: string;
  related?: string;
  answer?: string;
}

/** A small article that keeps the rules of writing, apart from what is changed. */
export const articleText = ({
  id = 'gjj-0001',
  title = '租房提取住房公积金',
  topic = 'gjj.wd.rent',
  effective = '{from: 2024-01-01}',
  related = '[gjj.wd.rent]',
  answer = '租房可以提取住房公积金，在网上业务系统申请。',
}: ArticleText = {}): string => `---
id: ${id}
title: ${title}
topic: ${topic}
domain: gongjijin
questions: [租房能取公积金吗, 房租怎么用公积金付, 租房提取去哪里办]
keywords: [租房, 提取, 房租]
confidence: national
effective: ${effective}
source: {name: 住房公积金管理条例, date: 2024-01-01}
checked: 2024-01-02
sms: 租房提取请在网上业务系统申请，每次不超过{{policy:rent.max}}。
related: ${related}
---

## 简答
${answer}

## 要点
- 每次不超过{{policy:rent.max}}。

## 材料
- 身份证件。

## 流程
1. 登录后申请。

## 时限
- 当场办结。

## 渠道
- 网上业务系统。

## 易错
- 有自有住房的不能办。
`;

export const topicsText = 'topic\tdomain\tgroup\tname\ngjj.wd.rent\tgongjijin\t提取\t租房提取\n';

export const policyText = `- name: rent.max
  value: 1500
  unit: 元
  from: 2024-01-01
  source: {name: 关于租房提取的通知, date: 2024-01-01}
  confidence: national
`;

const article = (id: string, title: string): KnowledgeDocument => ({
  id,
  kind: 'article',
  text: articleText({ id, title }),
});

/** What ships with a program: figures, topics and two articles. */
export const shipped: readonly KnowledgeDocument[] = [
  { id: 'policy', kind: 'policy', text: policyText },
  { id: 'topics', kind: 'topics', text: topicsText },
  article('gjj-0001', '租房提取住房公积金'),
  article('gjj-0002', '租房提取的次数'),
];

/** Saves a draft; `base` absent: from the latest version there is. */
export const saveDraft = async (
  client: HubClient,
  document: string,
  text: string,
  base?: number | null,
): Promise<VersionView> => {
  let from = base;
  if (from === undefined) {
    const history = await client.call('kb.history', { params: { document } }).catch(() => undefined);
    from = history?.versions[0]?.version ?? null;
  }
  const body = { text, note: '按新规定修改', base: from };
  return (await client.call('kb.draft', { params: { document }, body })).version;
};

/** Brings a new text all the way to the seats: one person writes it, another approves it. */
export const publishText = async (
  author: HubClient,
  approver: HubClient,
  document: string,
  text: string,
): Promise<VersionView> => {
  const { version } = await saveDraft(author, document, text);
  await author.call('kb.submit', { params: { document }, body: { version } });
  return (await approver.call('kb.publish', { params: { document }, body: { version, note: '核对无误' } })).version;
};
