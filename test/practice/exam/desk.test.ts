import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificateOf } from '../../../src/practice/exam/certificate/certificate.ts';
import { certificateHtml } from '../../../src/practice/exam/certificate/certificate-html.ts';
import type { TypedAnswer } from '../../../src/practice/exam/marking/answer.ts';
import { letterOf, type PaperItem } from '../../../src/practice/exam/paper/paper.ts';
import { sumAnswer } from '../../../src/practice/exam/paper/sum-answer.ts';
import { ExamRefusal } from '../../../src/practice/exam/refusal.ts';
import { bank, blueprints, day, policy, rightKeys, type Sitting, sit, stock } from './support.ts';

/** What a trainee who knows everything would type. */
const rightAnswer = (item: PaperItem): TypedAnswer => {
  const question = 'question' in item ? bank.get(item.question)! : undefined;
  if ('choices' in item && question && 'right' in question) {
    const right = rightKeys(question);
    const letters = item.choices.flatMap(({ key }, place) => (right.includes(key) ? letterOf(place) : []));
    return { choose: letters.join(',') };
  }
  if (item.kind === 'sum') {
    const worked = sumAnswer(item);
    return { value: worked.ok ? String(worked.value) : '' };
  }
  return { article: question?.kind === 'find' ? question.accept[0] : '' };
};

const answerAll = ({ desk, exam }: Sitting, answer: (item: PaperItem) => TypedAnswer): void => {
  for (const item of desk.open(exam).state.start.items)
    if (item.kind !== 'scenario') desk.answer(exam, item.number, answer(item));
};

describe('an exam', () => {
  it('of somebody who knows everything has all points, for every blueprint', () => {
    for (const blueprint of blueprints.values()) {
      const sitting = sit({ blueprint, seed: 21 });
      answerAll(sitting, rightAnswer);
      const { desk, exam } = sitting;
      for (const item of desk.open(exam).state.start.items)
        if (item.kind === 'scenario') desk.scored(exam, item.number, 100, 'digest');
      const { seal } = desk.handIn(exam).state;
      expect(seal).toMatchObject({ percent: 100, passed: true, of: seal?.points });
    }
  });

  it('takes another answer in the place of the first until it is handed in', () => {
    const { desk, exam } = sit();
    desk.answer(exam, 1, { choose: 'A' });
    const { state } = desk.answer(exam, 1, { choose: 'B' });
    const item = state.start.items[0]!;
    expect(state.answers.get(1)).toEqual({ choose: ['choices' in item ? item.choices[1]!.key : ''] });
    expect(state.answers.size).toBe(1);
    desk.handIn(exam);
    expect(() => desk.answer(exam, 1, { choose: 'A' })).toThrow(ExamRefusal);
    expect(() => desk.handIn(exam)).toThrow(ExamRefusal);
  });

  it('has no result before it is handed in', () => {
    const { desk, exam } = sit();
    expect(() => desk.result(exam)).toThrow(new ExamRefusal({ code: 'not_handed_in' }));
    desk.handIn(exam);
    expect(desk.result(exam).seal.passed).toBe(false);
  });

  it('does not begin when the bank has too few questions', () => {
    const blueprint = blueprints.get('on-seat')!;
    const sitting = sit();
    const request = { blueprint, stock: { ...stock, scenarios: [] }, policy, day, seed: 1, trainee: '李四' };
    const shortfall = { of: 'kind', name: 'scenario', wanted: 2, found: 0 } as const;
    try {
      sitting.desk.start(request);
      expect.unreachable();
    } catch (error) {
      expect((error as ExamRefusal).refused).toEqual({ code: 'bank_short', shortfalls: [shortfall] });
    }
    expect(sitting.folder.ids()).toEqual([sitting.exam]);
  });

  it('takes the marks of a scenario from outside only', () => {
    const { desk, exam } = sit({ blueprint: blueprints.get('on-seat')!, seed: 4 });
    const scenario = desk.open(exam).state.start.items.find(({ kind }) => kind === 'scenario')!;
    expect(() => desk.answer(exam, scenario.number, { value: '100' })).toThrow(ExamRefusal);
    expect(() => desk.scored(exam, 1, 100, 'digest')).toThrow(ExamRefusal);
    const { state } = desk.scored(exam, scenario.number, 88.5, 'digest');
    expect(state.answers.get(scenario.number)).toEqual({ score: 88.5, recording: 'digest' });
  });

  it('keeps how often a call was taken up, and lets none be taken up or marked again that was marked', () => {
    const { desk, exam } = sit({ blueprint: blueprints.get('on-seat')!, seed: 4 });
    const { number } = desk.open(exam).state.start.items.find(({ kind }) => kind === 'scenario')!;
    expect(() => desk.called(exam, 1)).toThrow(ExamRefusal);
    desk.called(exam, number);
    // The program ends here, and is opened anew.
    desk.called(exam, number);
    expect(desk.open(exam).state.answers.has(number)).toBe(false);
    desk.scored(exam, number, 40, 'digest');
    for (const again of [() => desk.called(exam, number), () => desk.scored(exam, number, 100, 'other')])
      expect(again).toThrow(expect.objectContaining({ refused: { code: 'call_done', number } }));
    const { state } = desk.handIn(exam);
    expect(state.calls.get(number)).toBe(2);
    expect(state.answers.get(number)).toEqual({ score: 40, recording: 'digest' });
  });

  it('lies where nobody else reads', () => {
    const { folder, exam } = sit();
    expect(statSync(folder.fileOf(exam)).mode & 0o777).toBe(0o600);
    expect(statSync(folder.dir).mode & 0o777).toBe(0o700);
  });
});

describe('a certificate', () => {
  it('says who passed what, with the head of the seal', () => {
    const sitting = sit({ trainee: '王<b>五</b>' });
    answerAll(sitting, rightAnswer);
    sitting.desk.handIn(sitting.exam);
    const { state, seal } = sitting.desk.result(sitting.exam);
    const certificate = certificateOf({ exam: sitting.exam, state: { ...state, seal } });
    expect(certificate).toMatchObject({
      exam: sitting.exam,
      trainee: '王<b>五</b>',
      blueprint: 'daily',
      percent: 100,
      pass: 60,
      date: '2026-11-27T09:00:00.000+08:00',
      seal: seal.head,
    });
    const html = certificateHtml('zh-CN', '合格证书', certificate.trainee, [['封印', certificate.seal]]);
    expect(html).not.toContain('<b>');
    expect(html).toContain(seal.head);
  });
});
