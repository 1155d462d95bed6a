import { describe, expect, it } from 'vitest';
import { faultWords } from '../../../src/practice/exam/fault.ts';
import { lintExams } from '../../../src/practice/exam/lint/lint-exams.ts';
import { lintWorld } from './support.ts';

const single = `questions:
  - id: one
    kind: single
    topic: gjj.wd.rent
    level: 1
    article: gjj-0008
    text: 租房提取看什么？
    right: [甲]
    wrong: [乙, 丙]
    why: 见文章。
`;

const sum = `questions:
  - id: one
    kind: sum
    topic: gjj.ln.method
    level: 1
    article: gjj-0010
    text: 贷{principal}、{years}，每月还多少？
    why: 见文章。
    sum: loan
    given:
      principal: {from: 20, to: 30, unit: 万}
      years: {of: [10, 20]}
    ask: {field: monthly, kind: money, tolerance: 1}
`;

const find = `questions:
  - id: one
    kind: find
    topic: gjj.wd.rent
    level: 1
    text: 租个房子能取钱吗，急！
    accept: [gjj-0008]
    why: 见文章。
`;

const blueprint = `id: plan
title: {zh-CN: 方案, en: Plan}
about: {zh-CN: 说明, en: About}
minutes: 10
pass: 60
hints: {search: true}
parts:
  - {kind: single, count: 2, points: 1}
groups: {gongjijin/提取: 1}
levels: {1: 1, 2: 1, 3: 1}
`;

const told = (questions: string, plan = blueprint): string[] =>
  lintExams(
    [{ file: 'q.yaml', text: questions }],
    [{ file: 'blueprints/plan.yaml', text: plan }],
    lintWorld,
  ).faults.map((fault) => `${fault.file}:${fault.line} ${fault.code} ${faultWords(fault, 'zh-CN')}`);

describe('the lint of exams', () => {
  it('finds nothing in what is right', () => {
    expect([single, sum, find].flatMap((text) => told(text))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['a kind that there is none of', single, 'kind: single|kind: essay', 'q.yaml:3 field'],
    ['a level', single, 'level: 1|level: 4', 'q.yaml:5 field'],
    ['a field too many', single, 'why: 见|hint: 想想\n    why: 见', 'q.yaml:10 field'],
    ['two right ones of a single choice', single, '[甲]|[甲, 丁]', 'q.yaml:8 field'],
    ['a broken text', single, '[甲]|[甲', 'q.yaml:'],
    ['a topic', single, 'gjj.wd.rent|gjj.wd.nothing', 'q.yaml:4 unknown_topic'],
    ['an article', single, 'gjj-0008|gjj-9999', 'q.yaml:6 no_article'],
    ['an article of another topic', single, 'gjj-0008|gjj-0100', 'q.yaml:6 other_topic'],
    ['a choice twice', single, '[乙, 丙]|[乙, 甲。]', 'q.yaml:9 choice_twice'],
    ['a figure typed in place', single, '看什么|是不是每月1500元', 'q.yaml:7 plain_figure'],
    ['a figure in a choice', single, '[乙, 丙]|[乙, 满6个月]', 'q.yaml:9 plain_figure'],
    ['a figure that is none', single, '看什么|到{{policy:wd.none}}吗', 'q.yaml:7 unknown_policy'],
    ['a place without a parameter', sum, '{years}，|{years}、{rate}，', 'q.yaml:7 unknown_place'],
    ['a parameter that is not said', sum, '、{years}|', 'q.yaml:7 unsaid_parameter'],
    [
      'a field that the sum has not',
      sum,
      'of: [10, 20]}|of: [10, 20]}\n      colour: red',
      'q.yaml:10 unknown_parameter',
    ],
    ['parameters that the sum refuses', sum, '[10, 20]|[10, 90]', 'q.yaml:10 sum_refused'],
    ['a result that is none', sum, 'field: monthly|field: nothing', 'q.yaml:13 no_such_result'],
    ['a sum that is none', sum, 'sum: loan|sum: tax', 'q.yaml:9 field'],
    ['the wording of an article', find, '租个房子能取钱吗，急！|没有单位，自己能不能缴', ''],
    ['an accepted article', find, '[gjj-0008]|[gjj-0008, gjj-9999]', 'q.yaml:7 no_article'],
  ])('names file and line of %s', (_name, text, change, place) => {
    const [from = '', to = ''] = change.split('|');
    expect(text).toContain(from);
    const found = told(text.replace(from, to));
    if (place === '') return;
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(place);
  });

  it('knows the wordings that articles have, whatever their punctuation', () => {
    const [article] = [...lintWorld.articles.values()].filter(({ topic }) => topic === 'gjj.wd.rent');
    const wording = article!.questions[0]!.replace('，', '');
    expect(told(find.replace('租个房子能取钱吗，急！', `${wording}？`)).join()).toContain('asked_already');
  });

  it('finds an id that is there twice, across files', () => {
    const { faults } = lintExams(
      [
        { file: 'a.yaml', text: single },
        { file: 'b.yaml', text: find },
      ],
      [],
      lintWorld,
    );
    expect(faults).toEqual([{ file: 'b.yaml', line: 2, code: 'id_twice', details: { id: 'one', file: 'a.yaml' } }]);
  });

  it('names file and line in blueprints', () => {
    expect(told(single, blueprint.replace('id: plan', 'id: other'))[0]).toContain('plan.yaml:1 file_name');
    expect(told(single, blueprint.replace('提取: 1', '取钱: 1'))[0]).toContain('plan.yaml:9 unknown_group');
    expect(told(single, blueprint.replace('pass: 60', 'pass: 101'))[0]).toContain('plan.yaml:5 field');
    expect(told(single, blueprint.replace('{1: 1, 2: 1, 3: 1}', '{1: 0, 2: 0, 3: 0}'))[0]).toContain('权重');
  });

  it('finds an article that is no longer in force', () => {
    const expired = new Map(lintWorld.articles);
    const rent = expired.get('gjj-0008')!;
    expired.set('gjj-0008', { ...rent, effective: { from: '2020-01-01', to: '2025-12-31' } });
    const { faults } = lintExams([{ file: 'q.yaml', text: single }], [], { ...lintWorld, articles: expired });
    expect(faults).toMatchObject([{ line: 6, code: 'not_in_force' }]);
  });
});
