import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy, PolicyEntry } from '../../../src/kb/policy.ts';
import type { Blueprint } from '../../../src/practice/exam/blueprint/blueprint.ts';
import { draw } from '../../../src/practice/exam/draw/draw.ts';
import { markOf } from '../../../src/practice/exam/marking/mark.ts';
import { makePaper } from '../../../src/practice/exam/paper/make-paper.ts';
import type { SumItem } from '../../../src/practice/exam/paper/paper.ts';
import { figuresStand, nearEnough, readAnswer, sumAnswer } from '../../../src/practice/exam/paper/sum-answer.ts';
import type { SumQuestion } from '../../../src/practice/exam/question/question.ts';
import { bank, blueprints, day, policy, stock } from './support.ts';

const sums = [...bank.values()].filter((question): question is SumQuestion => question.kind === 'sum');

/** One sum as it stands on a paper. */
const onPaper = (question: SumQuestion, seed = 1, figures: Policy = policy, on = day): SumItem => {
  const part: Blueprint['parts'][number] = { kind: 'sum', count: 1, points: 5 };
  const [item] = makePaper([{ part, question }], { policy: figures, day: on, seed });
  return item as SumItem;
};

const answerOf = (item: SumItem): number => {
  const worked = sumAnswer(item);
  if (!worked.ok) throw new Error(`no answer: ${worked.reason?.en}`);
  return worked.value;
};

/** A policy in which some figures have another value. */
const withValues = (values: Record<string, number>): Policy =>
  new Map(
    [...policy].map(([name, entries]): [string, readonly PolicyEntry[]] => [
      name,
      entries.map((entry) => (values[name] === undefined ? entry : { ...entry, value: values[name] })),
    ]),
  );

describe('a paper', () => {
  it('tells nothing of what is right, on no line', () => {
    for (const blueprint of blueprints.values()) {
      const { items } = draw(blueprint, stock, 3);
      for (const item of makePaper(items, { policy, day, seed: 3 })) {
        const told = JSON.stringify(item);
        const question = 'question' in item ? bank.get(item.question) : undefined;
        expect(told).not.toContain(question?.why ?? '\0');
        if (question?.kind === 'find') for (const id of question.accept) expect(told).not.toContain(id);
        if (item.kind === 'sum') expect(Object.keys(item)).not.toContain('answer');
        expect(Object.keys(item)).not.toContain('right');
      }
    }
  });

  it('is the same for the same seed, and shows choices in an order of its own', () => {
    const blueprint = blueprints.get('beginner')!;
    const paper = (seed: number) => makePaper(draw(blueprint, stock, seed).items, { policy, day, seed });
    expect(paper(5)).toEqual(paper(5));
    // Over many papers, what is right stands in every place about as often.
    const places = new Map<number, number>();
    for (let seed = 0; seed < 40; seed++) {
      for (const item of paper(seed)) {
        if (item.kind !== 'single') continue;
        const mark = markOf(item, undefined, bank);
        const [right] = (mark.right as { choose: string[] }).choose;
        const place = item.choices.findIndex(({ key }) => key === right);
        places.set(place, (places.get(place) ?? 0) + 1);
      }
    }
    const counts = [0, 1, 2, 3].map((place) => places.get(place) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(Math.max(...counts) / 2);
  });

  it('fills in figures and parameters', () => {
    for (const blueprint of blueprints.values()) {
      for (let seed = 0; seed < 10; seed++) {
        for (const item of makePaper(draw(blueprint, stock, seed).items, { policy, day, seed })) {
          const told = JSON.stringify([item.text, 'choices' in item ? item.choices : '']);
          expect(told).not.toMatch(/\{\{|〔|\{[a-z-]+\}/);
        }
      }
    }
  });
});

describe('a sum', () => {
  it.each(sums.map(({ id }) => id))('%s has an answer whatever is drawn, the same each time', (id) => {
    const question = sums.find((one) => one.id === id)!;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const item = onPaper(question, seed);
        expect(answerOf(item)).toBe(answerOf(onPaper(question, seed)));
        expect(answerOf(item)).toBeGreaterThanOrEqual(0);
        expect(figuresStand(item, policy)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('is never stale: another figure at the draw, another answer', () => {
    const changed = withValues({
      'loan.rate.first.gt5': 4.5,
      'loan.rate.first.le5': 4.5,
      'loan.rate.second.gt5': 4.5,
      'deposit.base.cap.multiple': 2,
      'deposit.interest.rate': 2.5,
      'wd.rent.jinan.fixed.month': 900,
      'wd.rent.jinan.fixed.year': 5000,
      'wd.leave.seal.months': 1,
    });
    const free = ['sum-withdraw-repay', 'sum-deposit-both', 'sum-max-loan-narrowest'];
    for (const question of sums) {
      // A shorter sealing time is only felt by those who were short of it.
      const seeds = Array.from({ length: 12 }, (_, seed) => seed);
      const moved = seeds.some(
        (seed) => answerOf(onPaper(question, seed)) !== answerOf(onPaper(question, seed, changed)),
      );
      expect(moved, question.id).toBe(!free.includes(question.id));
    }
  });

  it('keeps the answer of its own day when the policy is corrected later, and shows that it was', () => {
    const question = sums.find(({ id }) => id === 'sum-loan-instalment')!;
    const item = onPaper(question);
    const before = answerOf(item);
    const corrected = withValues({ 'loan.rate.first.gt5': 4.5 });
    expect(answerOf(item)).toBe(before);
    expect(figuresStand(item, corrected)).toBe(false);
    // What comes into force later changes nothing of that day.
    const later = new Map(policy);
    const entries = later.get('loan.rate.first.gt5')!;
    const last = entries.at(-1)!;
    later.set('loan.rate.first.gt5', [
      ...entries.slice(0, -1),
      { ...last, to: '2026-12-31' },
      { ...last, value: 4.5, from: '2027-01-01' },
    ]);
    expect(figuresStand(item, later)).toBe(true);
    // And a paper of that later day has the new one.
    expect(answerOf(onPaper(question, 1, later, '2027-02-01'))).toBeGreaterThan(before);
  });

  it('may name a figure in its text, as an article does', () => {
    const question = sums.find(({ id }) => id === 'sum-withdraw-repay')!;
    const item = onPaper({ ...question, text: `${question.text}（审核{{policy:wd.decide.days}}）` });
    expect(item.text).toMatch(/（审核\d+\S+）$/);
  });

  it('says its parameters in its text', () => {
    const item = onPaper(sums.find(({ id }) => id === 'sum-early-loss')!);
    expect(item.text).toMatch(/余额\d+万元，市民现在提取\d+万元，不提就留到\d{4}年\d{1,2}月1日/);
  });
});

describe('an answer in numbers', () => {
  it('is read as people write it', () => {
    expect(readAnswer('money', '3,208.73')).toBe(3208.73);
    expect(readAnswer('money', '６０万')).toBe(600000);
    expect(readAnswer('percent', '2。6%')).toBe(2.6);
    expect(readAnswer('count', '12')).toBe(12);
    expect(readAnswer('money', '三千')).toBeUndefined();
    expect(readAnswer('money', '-5')).toBeUndefined();
  });

  it('may be off by the tolerance, to the last fen', () => {
    const ask = { field: 'monthly', kind: 'money', tolerance: 1 } as const;
    expect(nearEnough(ask, 3208.73, 3209.73)).toBe(true);
    expect(nearEnough(ask, 3208.73, 3207.73)).toBe(true);
    expect(nearEnough(ask, 3208.73, 3209.74)).toBe(false);
    expect(nearEnough({ ...ask, tolerance: 0 }, 0.1 + 0.2, 0.3)).toBe(true);
  });
});
