import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseItems } from '../../../src/practice/exam/analysis/item-analysis.ts';
import { rankTrainees } from '../../../src/practice/exam/analysis/rank.ts';
import { correlation } from '../../../src/practice/exam/analysis/statistics.ts';
import type { Mark } from '../../../src/practice/exam/marking/mark.ts';
import type { PaperItem } from '../../../src/practice/exam/paper/paper.ts';
import type { SealedExam } from '../../../src/practice/exam/verify.ts';
import { blueprints } from './support.ts';

const keys = ['k0', 'k1', 'k2', 'k3'];

/** A paper of single choices; `k0` is right in each. */
const items = (count: number): PaperItem[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'single',
    number: at + 1,
    question: `q-${at + 1}`,
    digest: '',
    topic: 'gjj.wd.rent',
    level: 1,
    points: 1,
    text: '',
    choices: keys.map((key) => ({ key, text: `choice ${key}` })),
  }));

interface Sat {
  readonly trainee?: string;
  readonly blueprint?: string;
  readonly at?: number;
  /** What was chosen at each question. */
  readonly chosen: readonly number[];
}

let serial = 0;

const examOf = ({ trainee = '甲', blueprint = 'daily', at = 0, chosen }: Sat): SealedExam => {
  const paper = items(chosen.length);
  const marks: Mark[] = chosen.map((choice, place) => ({
    number: place + 1,
    of: 1,
    points: choice === 0 ? 1 : 0,
    right: { choose: ['k0'] },
  }));
  const points = marks.reduce((sum, mark) => sum + mark.points, 0);
  const plan = { ...blueprints.get('daily')!, id: blueprint };
  serial += 1;
  return {
    exam: `exam-${serial}`,
    state: {
      start: { type: 'started', exam: '', trainee, blueprint: plan, seed: 1, day: '', ends: 0, items: paper },
      startedAt: 0,
      answers: new Map(chosen.map((choice, place) => [place + 1, { choose: [keys[choice]!] }])),
      calls: new Map(),
      seal: {
        type: 'sealed',
        reason: 'handed-in',
        marks,
        points,
        of: chosen.length,
        percent: (100 * points) / chosen.length,
        passed: points / chosen.length >= 0.6,
        at,
        head: '',
      },
      last: {} as never,
      clockBack: 0,
    },
  };
};

describe('the correlation', () => {
  it('is 1 with itself, -1 with its opposite, and none where nothing varies', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(correlation([1, 1, 1], [3, 2, 1])).toBeUndefined();
    expect(correlation([0.1, 0.1, 0.1], [3, 2, 1])).toBeUndefined();
  });

  it('is the point-biserial where one of the two is yes or no', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 100 })), { minLength: 4, maxLength: 30 }),
        (pairs) => {
          const right = pairs.filter(([yes]) => yes).map(([, score]) => score);
          const wrong = pairs.filter(([yes]) => !yes).map(([, score]) => score);
          const all = [...right, ...wrong];
          const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
          const s = Math.sqrt(mean(all.map((one) => (one - mean(all)) ** 2)));
          if (right.length === 0 || wrong.length === 0 || s === 0) return;
          const p = right.length / all.length;
          const expected = ((mean(right) - mean(wrong)) / s) * Math.sqrt(p * (1 - p));
          const got = correlation(
            pairs.map(([yes]) => Number(yes)),
            pairs.map(([, score]) => score),
          );
          expect(got).toBeCloseTo(expected, 8);
        },
      ),
    );
  });
});

describe('the analysis of questions', () => {
  // Ten trainees, the first the best. Question 1 is known by the better half, question 2 by the weaker half.
  const exams = Array.from({ length: 10 }, (_, rank) => {
    const others = Array.from({ length: 10 }, (_unused, at) => (at < 10 - rank ? 0 : 1));
    return examOf({ chosen: [rank < 5 ? 0 : 2, rank < 5 ? 3 : 0, ...others] });
  });
  const found = new Map(analyseItems(exams).map((item) => [item.id, item]));

  it('tells how hard a question is and how well it tells the good from the weak', () => {
    const [good, bad] = [found.get('q-1')!, found.get('q-2')!];
    expect(good).toMatchObject({ asked: 10, answered: 10, difficulty: 0.5, discrimination: 1 });
    expect(good.correlation).toBeGreaterThan(0.8);
    expect(bad).toMatchObject({ difficulty: 0.5, discrimination: -1 });
    expect(bad.correlation).toBeLessThan(-0.8);
    expect(analyseItems(exams)[0]?.id).toBe('q-2');
  });

  it('counts who took each choice, in all, among the best and among the weakest', () => {
    expect(found.get('q-1')!.choices).toEqual([
      { text: 'choice k0', right: true, chosen: 5, upper: 3, lower: 0 },
      { text: 'choice k2', right: false, chosen: 5, upper: 0, lower: 3 },
      { text: 'choice k1', right: false, chosen: 0, upper: 0, lower: 0 },
      { text: 'choice k3', right: false, chosen: 0, upper: 0, lower: 0 },
    ]);
  });

  it('says nothing of discrimination where too few were asked, and leaves out what was struck', () => {
    const few = analyseItems(exams.slice(0, 4)).find(({ id }) => id === 'q-1')!;
    expect(few).not.toHaveProperty('correlation');
    expect(few).not.toHaveProperty('discrimination');
    const [first] = exams;
    const struck = {
      ...first!,
      state: {
        ...first!.state,
        seal: {
          ...first!.state.seal,
          marks: first!.state.seal.marks.with(0, { number: 1, of: 0, points: 0, struck: true }),
        },
      },
    };
    expect(analyseItems([struck]).map(({ id }) => id)).not.toContain('q-1');
  });
});

describe('the ranks', () => {
  const [right, wrong] = [0, 1];
  const exams = [
    examOf({ trainee: '甲', at: 10, chosen: [right, right, wrong, wrong] }),
    examOf({ trainee: '甲', at: 40, chosen: [right, wrong, wrong, wrong] }),
    examOf({ trainee: '乙', at: 30, chosen: [right, right, right, wrong] }),
    examOf({ trainee: '丙', at: 20, chosen: [right, right, right, wrong] }),
    examOf({ trainee: '丁', at: 50, chosen: [wrong, wrong, wrong, wrong] }),
    examOf({ trainee: '丁 ', at: 5, blueprint: 'beginner', chosen: [right] }),
  ];
  const told = (by: 'best' | 'latest') =>
    rankTrainees(exams, by).map(({ blueprint, rows }) => [
      blueprint,
      rows.map(({ rank, trainee, percent, sat }) => `${rank} ${trainee} ${percent} ${sat}`),
    ]);

  it('are by blueprint, one result a person, the same rank for the same share, the earlier first', () => {
    expect(told('best')).toEqual([
      ['beginner', ['1 丁  100 1']],
      ['daily', ['1 丙 75 1', '1 乙 75 1', '3 甲 50 2', '4 丁 0 1']],
    ]);
  });

  it('are by the latest result where that is asked', () => {
    expect(told('latest')[1]).toEqual(['daily', ['1 丙 75 1', '1 乙 75 1', '3 甲 25 2', '4 丁 0 1']]);
  });
});
