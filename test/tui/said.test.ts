import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/kb/policy.ts';
import type { Saying } from '../../src/tui/said/saying.ts';
import { sentenceOf } from '../../src/tui/said/sentence.ts';
import type { Answer } from '../../src/tui/state/accounts/tabs.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { answers, clerk, holder, today } from './account-answers.ts';
import { knowledge } from './fund.ts';

const policy = parsePolicy(knowledge.find(({ id }) => id === 'policy')!.text).policy;
const to = (person: Saying['person'], language: 'zh-CN' | 'en' = 'zh-CN'): Saying => ({
  person,
  language,
  today,
  say: sayIn(language),
  policy,
});

const personal: readonly (keyof typeof answers)[] = [
  'overview',
  'contributions',
  'progress',
  'loans',
  'repayments',
  'online',
];

describe('what is said', () => {
  it.each(personal)('of %s', (tab) => {
    const answer = answers[tab];
    expect([sentenceOf(answer, to(holder)), sentenceOf(answer, to(holder, 'en'))]).toMatchSnapshot();
  });

  it.each(['employer', 'remittances'] as const)('of %s', (tab) => {
    expect([sentenceOf(answers[tab], to(clerk)), sentenceOf(answers[tab], to(clerk, 'en'))]).toMatchSnapshot();
  });

  it('to who speaks for another names the holder as the hub masks them', () => {
    const behalf = { ...holder, authorisation: 'power-of-attorney' } as const;
    expect(sentenceOf(answers.overview, to(behalf))).toContain('赵**的住房公积金账户');
    expect(sentenceOf(answers.overview, to(behalf, 'en'))).toContain("赵**'s fund account");
  });

  it('is no number by which a person, a loan or a home is known', () => {
    for (const answer of Object.values(answers)) {
      for (const language of ['zh-CN', 'en'] as const) {
        const text = sentenceOf(answer, to(holder, language));
        expect(text).not.toMatch(/\*{4}|SQ2026|山海|历下/);
        expect(text).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('claims no time for a step that no rule sets one for', () => {
    const { reply } = answers.progress as Extract<Answer, { tab: 'progress' }>;
    const signing = {
      tab: 'progress',
      reply: {
        ...reply,
        applications: [
          {
            ...reply.applications[0]!,
            step: 'signing',
            missing: [],
            steps: [...reply.applications[0]!.steps, { step: 'signing', since: '2026-11-20' }],
          },
        ],
      },
    } as Answer;
    const text = sentenceOf(signing, to(holder));
    expect(text).toContain('2026-11-20 起处于待签合同环节。');
    expect(text).not.toContain('按规定');
    expect(sentenceOf(answers.progress, { ...to(holder), policy: undefined })).not.toContain('按规定');
  });

  it('says so when there is nothing', () => {
    const { reply } = answers.progress as Extract<Answer, { tab: 'progress' }>;
    expect(sentenceOf({ tab: 'progress', reply: { ...reply, applications: [] } }, to(holder))).toBe(
      '经核验，没有查到您的贷款申请。',
    );
  });
});
