import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/kb/parse-policy.ts';
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
  several: false,
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

  it('names everybody by the masked name where several were verified, in every sentence', () => {
    for (const [tab, answer] of Object.entries(answers)) {
      const person = tab === 'employer' || tab === 'remittances' ? clerk : holder;
      const [zh, en] = (['zh-CN', 'en'] as const).map((language) =>
        sentenceOf(answer, { ...to(person, language), several: true }),
      );
      expect(zh).toContain(`${person.name}的`);
      expect(zh).not.toMatch(/您的|贵单位/);
      expect(en).toContain(`${person.name}'s `);
      expect(en).not.toMatch(/\byour/);
    }
  });

  it('is no word of how the fund books a bad loan: it is overdue', () => {
    const { reply } = answers.loans;
    const overdue = { terms: 1, principal: 200_000, interest: 100_000, penalty: 5_000 };
    const bad = { ...reply.loans[0]!, state: 'bad' as const, risk: '05' as const, overdue };
    const loans: Answer = { tab: 'loans', reply: { ...reply, loans: [bad] } };
    const repayments: Answer = { tab: 'repayments', reply: { ...answers.repayments.reply, loan: bad } };
    for (const answer of [loans, repayments]) {
      expect(sentenceOf(answer, to(holder))).not.toMatch(/呆账|损失|可疑|次级/);
      expect(sentenceOf(answer, to(holder))).toContain('现在逾期 1 期');
      expect(sentenceOf(answer, to(holder, 'en'))).not.toMatch(/bad|loss|doubtful/i);
      expect(sentenceOf(answer, to(holder, 'en'))).toContain('1 term is overdue');
    }
    expect(sentenceOf(loans, to(holder))).toContain('贷款状态为逾期');
  });

  it('of a closed account is not that anything is paid in now', () => {
    const { reply } = answers.overview;
    const employee = { ...reply.employee, state: '05' as const, closedOn: '2026-11-20', balance: 0 };
    const closed: Answer = { tab: 'overview', reply: { ...reply, employee } };
    expect(sentenceOf(closed, to(holder))).toBe(
      '经核验，您的住房公积金账户状态为提取销户，余额 0.00 元。最后缴至 2026-11。',
    );
    expect(sentenceOf(closed, to(holder, 'en'))).toMatch(/Last paid for 2026-11\.$/);
  });

  it('counts months that were not all asked for as at least so many', () => {
    const { reply } = answers.overview;
    const employee = { ...reply.employee, inARow: { months: 121, orMore: true } };
    const long: Answer = { tab: 'overview', reply: { ...reply, employee } };
    expect(sentenceOf(long, to(holder))).toContain('已连续缴存至少 121 个月');
    expect(sentenceOf(long, to(holder, 'en'))).toContain('at least 121 months in a row');
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
