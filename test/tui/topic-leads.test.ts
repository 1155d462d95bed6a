import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import type { SumId } from '../../src/kb/sums/sum-forms.ts';
import { firstTab, type Tab } from '../../src/tui/state/accounts/tabs.ts';
import { likelyTopic } from '../../src/tui/state/filing.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { fittingSums } from '../../src/tui/state/sums/fitting-sums.ts';
import { mineIn, noon, snapshotOf } from './fixtures.ts';
import { knowledgeOf } from './shelf.ts';

const topics = readFileSync(new URL('../../kb-cache/topics.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split('\t')[0] || []);

/** Topics of the fund by what of a person's account they are about; whatever is not here is seen at a glance. */
const tabs: Partial<Readonly<Record<Tab, readonly string[]>>> = {
  contributions: [
    'dep.flexible',
    'dep.interest',
    'dep.makeup',
    'dep.merge',
    'dep.not-paid',
    'dep.probation',
    'dep.proof',
    'dep.remit',
    'dep.seal',
    'dep.tax',
    'dep.transfer-in-city',
    'dep.ukey',
    'dep.ukey-lost',
    'dep.unseal',
    'ln.conditions',
    'ln.othercity',
    'ln.othercity-proof',
    'wd.frequency',
    'ch.detail',
    'ch.employer-detail',
  ],
  progress: [
    'ln.term',
    'ln.downpay',
    'ln.second',
    'ln.process',
    'ln.materials',
    'ln.combo',
    'ln.convert',
    'ln.progress',
    'ln.guarantee',
    'ln.credit',
  ],
  loans: ['ln.settle', 'ln.divorce'],
  repayments: [
    'ln.rate',
    'ln.rate-adjust',
    'ln.method',
    'ln.prepay',
    'ln.change-term',
    'ln.overdue',
    'ln.account-change',
    'wd.loan-offset',
    'ch.loan-detail',
  ],
  online: [
    'dep.employer-register',
    'dep.employer-change',
    'dep.employer-close',
    'dep.defer',
    'dep.transfer-cross',
    'wd.arrival',
    'wd.online',
    'ch.audit-progress',
  ],
};

/** Topics by what citizens may want worked out about them, the likeliest first; about the others there is nothing. */
const sums: readonly (readonly [sums: readonly SumId[], topics: readonly string[]])[] = [
  [
    ['prepay', 'rate-change'],
    ['ln.prepay', 'ln.settle'],
  ],
  [
    ['max-loan', 'loan'],
    ['ln.max', 'ln.special', 'ln.downpay', 'ln.othercity'],
  ],
  [['rate-change', 'loan'], ['ln.rate-adjust']],
  [
    ['loan', 'compare', 'rate-change'],
    ['ln.rate', 'ln.second'],
  ],
  [['compare', 'prepay'], ['ln.change-term']],
  [
    ['compare', 'loan'],
    ['ln.method', 'ln.term'],
  ],
  [
    ['mixed', 'loan', 'compare'],
    ['ln.combo', 'ln.convert'],
  ],
  [['loan', 'max-loan'], ['ln.conditions']],
  [['loan', 'rate-change', 'prepay'], ['ch.loan-detail']],
  [['interest'], ['dep.interest']],
  [
    ['deposit'],
    [
      'dep.base',
      'dep.base-limits',
      'dep.ratio',
      'dep.annual-adjust',
      'dep.defer',
      'dep.makeup',
      'dep.not-paid',
      'dep.flexible',
      'dep.probation',
    ],
  ],
  [['prepay', 'withdraw'], ['wd.loan-offset']],
  [
    ['withdraw', 'interest'],
    ['wd.retire', 'wd.disabled', 'wd.abroad', 'wd.death'],
  ],
  [
    ['withdraw', 'early-loss'],
    [
      'wd.conditions',
      'wd.purchase',
      'wd.secondhand',
      'wd.purchase-othercity',
      'wd.downpay',
      'wd.build',
      'wd.loan-repay',
      'wd.rent',
      'wd.rent-public',
      'wd.leave',
      'wd.illness',
      'wd.elevator',
      'wd.family',
      'wd.frequency',
      'wd.not-allowed',
    ],
  ],
];

it('every topic opens what of the account it is about', () => {
  expect(
    Object.values(tabs)
      .flat()
      .map((name) => `gjj.${name}`)
      .filter((topic) => !topics.includes(topic)),
  ).toEqual([]);
  const expected = (topic: string): string =>
    Object.entries(tabs).find(([, names]) => names.some((name) => `gjj.${name}` === topic))?.[0] ?? 'overview';
  expect(topics.map((topic) => [topic, firstTab('person', topic)])).toEqual(
    topics.map((topic) => [topic, expected(topic)]),
  );
  expect(firstTab('person', null)).toBe('overview');
});

it('an employer’s clerk gets the employer’s side of it', () => {
  const tabOf = (topic: string): Tab => firstTab('employer', `gjj.${topic}`);
  expect(['ch.employer-detail', 'ch.detail', 'dep.not-paid', 'dep.ukey-lost'].map(tabOf)).toEqual(
    Array.from({ length: 4 }, () => 'remittances'),
  );
  expect(['dep.employer-change', 'dep.employer-close', 'dep.defer', 'ch.audit-progress'].map(tabOf)).toEqual(
    Array.from({ length: 4 }, () => 'online'),
  );
  expect(['dep.base', 'ln.prepay', 'ch.branch'].map(tabOf)).toEqual(['employer', 'employer', 'employer']);
});

it('every topic marks the sums that fit it', () => {
  expect(
    sums
      .flatMap(([, names]) => names)
      .map((name) => `gjj.${name}`)
      .filter((topic) => !topics.includes(topic)),
  ).toEqual([]);
  const expected = (topic: string): readonly SumId[] =>
    sums.find(([, names]) => names.some((name) => `gjj.${name}` === topic))?.[0] ?? [];
  expect(topics.map((topic) => [topic, fittingSums(topic)])).toEqual(topics.map((topic) => [topic, expected(topic)]));
});

it('a question that the front line gave no topic leads there as well', async () => {
  const knowledge = knowledgeOf(await readSnapshot(path.resolve('kb-cache')));
  const topicOf = (question: string): string | null => {
    const call = mineIn('active', 5, { question, topic: null });
    return likelyTopic({ ...applySnapshot(emptyModel('zh-CN', 'hub', noon), snapshotOf([call])), knowledge }, call.id);
  };
  for (const question of ['公积金断缴了两个月，缴存明细在哪里查', '公积金断缴', '我要查缴存明细'])
    expect([question, firstTab('person', topicOf(question))]).toEqual([question, 'contributions']);
  for (const question of ['我的贷款利率何时调整', '存量贷款利率什么时候降'])
    expect([question, fittingSums(topicOf(question))[0]]).toEqual([question, 'rate-change']);
});
