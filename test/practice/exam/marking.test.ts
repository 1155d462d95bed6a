import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../../src/practice/exam/blueprint/blueprint.ts';
import { readTyped } from '../../../src/practice/exam/marking/answer.ts';
import { choicePoints, markOf, scoreOf } from '../../../src/practice/exam/marking/mark.ts';
import { makePaper } from '../../../src/practice/exam/paper/make-paper.ts';
import { letterOf, type PaperItem } from '../../../src/practice/exam/paper/paper.ts';
import { sumAnswer } from '../../../src/practice/exam/paper/sum-answer.ts';
import { bankOf, choiceKey } from '../../../src/practice/exam/question/bank.ts';
import type { ChoiceQuestion, Question } from '../../../src/practice/exam/question/question.ts';
import { bank, day, policy, rightKeys } from './support.ts';

const itemOf = (id: string, part: Blueprint['parts'][number]): PaperItem =>
  makePaper([{ part, question: bank.get(id)! }], { policy, day, seed: 1 })[0]!;

const multiple = 'dep-interest-how';
const multiplePart = (partial: 'none' | 'half' | 'share') =>
  ({ kind: 'multiple', count: 1, points: 3, partial }) as const;

describe('points of a choice', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));

  it('are full for all right and no wrong, nothing with a wrong one, in between as the blueprint says', () => {
    fc.assert(
      fc.property(
        keys.filter((right) => right.length > 0),
        keys,
        fc.constantFrom('none' as const, 'half' as const, 'share' as const),
        (right, chosen, partial) => {
          const points = choicePoints(right, chosen, 6, partial);
          const wrong = chosen.some((key) => !right.includes(key));
          if (wrong || chosen.length === 0) expect(points).toBe(0);
          else if (chosen.length === right.length) expect(points).toBe(6);
          else expect(points).toBeCloseTo({ none: 0, half: 3, share: (6 * chosen.length) / right.length }[partial], 2);
        },
      ),
    );
  });
});

describe('a mark', () => {
  it('of a multiple choice follows its part', () => {
    const right = rightKeys(bank.get(multiple) as ChoiceQuestion);
    for (const [partial, points] of [
      ['none', 0],
      ['half', 1.5],
      ['share', 2],
    ] as const) {
      const item = itemOf(multiple, multiplePart(partial));
      expect(markOf(item, { choose: right }, bank).points).toBe(3);
      expect(markOf(item, { choose: right.slice(1) }, bank).points).toBe(points);
    }
  });

  it('of a sum is for whoever is near enough, of a find for any accepted article', () => {
    const sum = itemOf('sum-loan-instalment', { kind: 'sum', count: 1, points: 4 });
    const worked = sum.kind === 'sum' ? sumAnswer(sum) : undefined;
    const value = worked?.ok ? worked.value : 0;
    expect(markOf(sum, { typed: '', value: value + 1 }, bank).points).toBe(4);
    expect(markOf(sum, { typed: '', value: value + 1.01 }, bank).points).toBe(0);
    const find = itemOf('find-left-owed', { kind: 'find', count: 1, points: 2 });
    expect(markOf(find, { article: 'gjj-0005' }, bank).points).toBe(2);
    expect(markOf(find, { article: 'gjj-0053' }, bank).points).toBe(2);
    expect(markOf(find, { article: 'gjj-0006' }, bank).points).toBe(0);
    expect(markOf(find, undefined, bank).points).toBe(0);
  });

  it('of a scenario is its share of a hundred', () => {
    const item: PaperItem = { kind: 'scenario', number: 1, topic: 't', level: 2, points: 15, text: '', scenario: 's' };
    expect(markOf(item, { score: 87, recording: 'r' }, bank).points).toBe(13.05);
    expect(markOf(item, undefined, bank).points).toBe(0);
  });

  it('is struck, for better and worse, when the question is no longer the one that was asked', () => {
    const item = itemOf(multiple, multiplePart('half'));
    const question = bank.get(multiple) as ChoiceQuestion;
    const reworded = bankOf([{ ...question, text: `${question.text}？` } as Question]);
    const right = { choose: rightKeys(question) };
    expect(markOf(item, right, reworded)).toEqual({ number: 1, of: 0, points: 0, struck: true });
    expect(markOf(item, right, bankOf([])).struck).toBe(true);
    const other = itemOf('dep-base-wage', { kind: 'single', count: 1, points: 1 });
    const answers = new Map([[2, { choose: [choiceKey(bank.get('dep-base-wage')!, '')] }]]);
    const items = [item, { ...other, number: 2 }];
    expect(scoreOf(items, answers, bankOf([...bank.values()].filter(({ id }) => id !== multiple)), 60)).toMatchObject({
      of: 1,
      points: 0,
      passed: false,
    });
  });
});

describe('a score', () => {
  const items = Array.from(
    { length: 3 },
    (_, at): PaperItem => ({
      kind: 'scenario',
      number: at + 1,
      topic: 't',
      level: 1,
      points: 1,
      text: '',
      scenario: 's',
    }),
  );
  const score = (...scores: number[]) =>
    scoreOf(items, new Map(scores.map((one, at) => [at + 1, { score: one, recording: '' }])), bank, 60);

  it('passes at the pass mark, not a hair below', () => {
    expect(score(60, 60, 60)).toMatchObject({ points: 1.8, of: 3, percent: 60, passed: true });
    expect(score(60, 60, 59)).toMatchObject({ points: 1.79, percent: 59.66, passed: false });
  });

  it('of nothing to be had is no pass', () => {
    expect(scoreOf([], new Map(), bank, 60)).toMatchObject({ of: 0, percent: 0, passed: false });
  });
});

describe('reading an answer', () => {
  const single = itemOf('dep-base-wage', { kind: 'single', count: 1, points: 1 });
  const many = itemOf(multiple, multiplePart('half'));
  const sum = itemOf('sum-loan-instalment', { kind: 'sum', count: 1, points: 4 });
  const find = itemOf('find-left-owed', { kind: 'find', count: 1, points: 2 });

  it('takes letters in any writing', () => {
    const keys = 'choices' in many ? many.choices.map(({ key }) => key) : [];
    for (const typed of ['A,C', 'ca', 'Ａ、Ｃ', ' a ; c ', 'AAC'])
      expect(readTyped(many, { choose: typed })).toEqual({ ok: true, answer: { choose: [keys[0], keys[2]] } });
    expect(readTyped(find, { article: ' ＧＪＪ-0021 ' })).toEqual({ ok: true, answer: { article: 'gjj-0021' } });
  });

  it.each<[string, PaperItem, Parameters<typeof readTyped>[1], string]>([
    ['a letter that is not there', single, { choose: 'F' }, 'no_such_letter'],
    ['nothing', single, { choose: '' }, 'no_such_letter'],
    ['two of one', single, { choose: 'A,B' }, 'one_letter'],
    ['another kind', single, { value: '5' }, 'other_kind'],
    ['two kinds', single, { choose: 'A', value: '5' }, 'not_one'],
    ['no kind', single, {}, 'not_one'],
    ['words for a number', sum, { value: '三千块' }, 'no_number'],
    ['no id', find, { article: '租房' }, 'no_article_id'],
  ])('refuses %s', (_name, item, typed, code) => {
    expect(readTyped(item, typed)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never takes that of a scenario', () => {
    const item: PaperItem = { kind: 'scenario', number: 1, topic: 't', level: 1, points: 1, text: '', scenario: 's' };
    for (const typed of [{ value: '100' }, { choose: 'A' }, {}])
      expect(readTyped(item, typed)).toMatchObject({ ok: false, problem: { wants: 'scenario' } });
    expect(letterOf(2)).toBe('C');
  });
});
