import { describe, expect, it } from 'vitest';
import { stateOn } from '../../../src/kb/article/article.ts';
import { sumForms } from '../../../src/kb/sums/sum-forms.ts';
import { faultWords } from '../../../src/practice/exam/fault.ts';
import { groupOf } from '../../../src/practice/exam/group.ts';
import { bareWording } from '../../../src/practice/exam/lint/bare-wording.ts';
import { lintExams } from '../../../src/practice/exam/lint/lint-exams.ts';
import { articlesOf } from '../../../src/practice/exam/question/question.ts';
import { articles, bank, blueprints, day, lintWorld, texts, topics } from './support.ts';

const questions = [...bank.values()];
const ofKind = (...kinds: string[]) => questions.filter(({ kind }) => kinds.includes(kind));

describe('the questions that ship', () => {
  it('have no fault', () => {
    const { faults } = lintExams(texts.questions, texts.blueprints, lintWorld);
    expect(faults.map((fault) => `${fault.file}:${fault.line}: ${faultWords(fault, 'en')}`)).toEqual([]);
  });

  it('rest on articles that are there and in force', () => {
    for (const question of questions) {
      for (const id of articlesOf(question)) {
        const article = articles.get(id);
        expect(article && stateOn(article, day), `${question.id} on ${id}`).toBe('in-force');
      }
    }
  });

  it('ask about every group of topics, on all levels, in enough kinds', () => {
    const asked = new Set(questions.map(({ topic }) => groupOf(topics.get(topic)!)));
    expect([...new Set([...topics.values()].map(groupOf))].filter((group) => !asked.has(group))).toEqual([]);
    const choices = ofKind('single', 'multiple');
    expect(choices.length).toBeGreaterThanOrEqual(90);
    const share = ofKind('multiple').length / choices.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
    for (const level of [1, 2, 3]) expect(choices.filter((one) => one.level === level).length).toBeGreaterThan(20);
    expect(ofKind('find').length).toBeGreaterThanOrEqual(30);
  });

  it('have a sum of every form', () => {
    const forms = new Set(questions.flatMap((question) => (question.kind === 'sum' ? question.sum : [])));
    expect(sumForms.map(({ id }) => id).filter((id) => !forms.has(id))).toEqual([]);
    expect(ofKind('sum').length).toBeGreaterThanOrEqual(12);
  });

  it('ask in words that no article has, each but once', () => {
    const known = new Set([...articles.values()].flatMap((article) => article.questions.map(bareWording)));
    const wordings = questions.map(({ text }) => bareWording(text));
    expect(new Set(wordings).size).toBe(wordings.length);
    for (const { id, text } of ofKind('find')) expect(known.has(bareWording(text)), id).toBe(false);
  });

  it('cannot be answered by taking the longest choice', () => {
    const singles = questions.flatMap((question) => (question.kind === 'single' ? [question] : []));
    const told = singles.filter(({ right: [right = ''], wrong }) => {
      return right.length > 1.25 * Math.max(...wrong.map((choice) => choice.length));
    });
    expect(told.length / singles.length).toBeLessThan(0.1);
  });

  it('are put together by three blueprints', () => {
    expect([...blueprints.keys()].sort()).toEqual(['beginner', 'daily', 'on-seat']);
    const count = (id: string): number => blueprints.get(id)!.parts.reduce((sum, part) => sum + part.count, 0);
    expect(count('daily')).toBe(10);
    const scenariosOf = (id: string) => blueprints.get(id)!.parts.find(({ kind }) => kind === 'scenario')?.count;
    expect([scenariosOf('beginner'), scenariosOf('on-seat')]).toEqual([undefined, 2]);
  });
});
