import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOn } from '../../src/kb/article/article.ts';
import { parseArticle } from '../../src/kb/article/parse-article.ts';
import { readOut, smsParts } from '../../src/kb/article/read-out.ts';
import { parsePolicy } from '../../src/kb/parse-policy.ts';
import { figure, policyNames, policyOn, withFigures } from '../../src/kb/policy.ts';
import { problemWords } from '../../src/kb/problem.ts';
import { Refused } from '../../src/kb/refused.ts';
import { parseTopics } from '../../src/kb/topics.ts';
import { articleText, shippedDocuments } from './support.ts';

const codesOf = (text: string) => parseArticle(text).faults.map(({ line, code }) => `${line} ${code}`);

describe("an article's file", () => {
  it('is read into its head and its seven parts', () => {
    const { article, faults } = parseArticle(articleText({}, { 简答: '可以提。' }));
    expect(faults).toEqual([]);
    expect(article).toMatchObject({ id: 'gjj-9001', topic: 'gjj.wd.rent', effective: { from: '2026-09-20' } });
    expect(article!.parts).toMatchObject({ 简答: '可以提。', 易错: '- 易错的内容。' });
  });

  it.each([
    ['no head', '简答', ['1 no_front_matter']],
    ['no end of the head', '---\nid: gjj-0001\n', ['1 no_front_matter']],
    ['a head that is no YAML', articleText({ title: '[a' }), ['4 yaml']],
    ['the same field twice', articleText().replace('checked:', 'title: 又一个\nchecked:'), ['11 yaml']],
    ['a field missing', articleText({ checked: undefined }), ['2 field']],
    ['a field too many', articleText({ author: '张三' }), ['14 field']],
    ['two questions', articleText({ questions: '[租房能取吗, 房租能取吗]' }), ['6 field']],
    ['the same question twice', articleText({ questions: '[租房能取吗, 租房能取吗, 房租]' }), ['6 field']],
    ['no source date', articleText({ source: '{name: 条例}' }), ['10 field']],
    ['a date that is none', articleText({ checked: '2026-02-30' }), ['11 field']],
    ['an end before the beginning', articleText({ effective: '{from: 2026-09-20, to: 2026-09-19}' }), ['9 field']],
    ['a wrong id', articleText({ id: 'GJJ 1' }), ['2 field']],
    ['a title that ends in a full stop', articleText({ title: '怎样办理。' }), ['3 field']],
    ['a word for certainty that is none', articleText({ confidence: 'sure' }), ['8 field']],
    ['a part missing', articleText({}, { 材料: undefined }), ['33 part_missing']],
    ['a part empty', articleText({}, { 材料: '' }), ['23 part_empty']],
    ['a part that there is not', articleText({}, { 其他: '内容' }), ['37 part_unknown']],
    ['text before the parts', articleText().replace('## 简答', '开头\n## 简答'), ['16 text_outside']],
    ['an escape sequence', articleText({}, { 简答: '可以\u001b[31m提。' }), ['17 unsafe_text']],
    ['a bidi override', articleText({ title: '租房\u202e提取' }), ['3 unsafe_text']],
  ])('with %s is refused, with its line', (_, text, expected) => {
    const { article } = parseArticle(text);
    expect(article).toBeUndefined();
    expect(codesOf(text)).toEqual(expected);
  });

  it('with its parts out of order says which', () => {
    const text = articleText().replace('## 要点', '## X').replace('## 材料', '## 要点').replace('## X', '## 材料');
    expect(codesOf(text)).toEqual(['22 part_order']);
  });

  it('of more than 64 KiB is refused whole', () => {
    expect(codesOf(articleText({}, { 要点: '长'.repeat(70_000) }))).toEqual(['1 field']);
  });

  it('may be anything at all: it is never thrown at', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => articleText({ title: text })),
        ),
        (text) => {
          const { article, faults } = parseArticle(text);
          expect(article === undefined).toBe(faults.length > 0);
          for (const fault of faults) {
            expect(problemWords(fault, 'zh-CN')).not.toBe('');
            expect(fault.line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds from its first to its last day', () => {
    const effective = { from: '2026-01-01', to: '2026-12-31' };
    const on = (day: string) => stateOn({ effective }, day);
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
      'coming',
      'in-force',
      'in-force',
      'expired',
    ]);
  });

  it('ships without a fault of form', () => {
    for (const { id, kind, text } of shippedDocuments())
      if (kind === 'article') expect([id, codesOf(text)]).toEqual([id, []]);
  });
});

describe('policy figures', () => {
  const entry = (name: string, value: string, from: string, to = '') =>
    `- {name: ${name}, value: ${value}, unit: "%", from: ${from}${to && `, to: ${to}`}, source: {name: 通知, date: 2024-05-18}, confidence: national}\n`;
  const text = entry('loan.rate', '2.85', '2024-05-18', '2025-05-07') + entry('loan.rate', '2.6', '2025-05-08');

  it('are those of the day', () => {
    const { policy, faults } = parsePolicy(text);
    expect(faults).toEqual([]);
    const shown = (day: string) => withFigures('利率 {{policy:loan.rate}}。', policy, day);
    expect([shown('2025-05-07'), shown('2025-05-08'), shown('2020-01-01')]).toEqual([
      '利率 2.85%。',
      '利率 2.6%。',
      '利率 〔loan.rate〕。',
    ]);
  });

  it('that hold at once are refused, with the line', () => {
    const { faults } = parsePolicy(entry('loan.rate', '2.85', '2024-05-18') + entry('loan.rate', '2.6', '2025-05-08'));
    expect(faults).toEqual([{ line: 2, code: 'policy_overlap', details: { name: 'loan.rate', from: '2025-05-08' } }]);
  });

  it('change every article and every SMS text that refers to them in one place', () => {
    const { article } = parseArticle(
      articleText({ sms: '年利率{{policy:loan.rate}}。' }, { 要点: '- {{policy:loan.rate}}' }),
    );
    const read = (policyText: string) => readOut(article!, parsePolicy(policyText).policy, '2026-01-01');
    expect(read(text)).toMatchObject({ sms: '年利率2.6%。', figures: [{ name: 'loan.rate', shown: '2.6%' }] });
    const changed = read(text.replace('value: 2.6', 'value: 2.4'));
    expect(changed.sms).toBe('年利率2.4%。');
    expect(changed.parts[1]).toEqual({ name: '要点', text: '- 2.4%' });
  });

  it('hold nothing that a terminal would obey, however it is written', () => {
    const hostile = entry('a.b', '"\\e]52;c;QUJD\\a12"', '2024-05-18');
    expect(parsePolicy(hostile).faults).toMatchObject([{ line: 1, code: 'field' }]);
    expect(parsePolicy(hostile).policy.size).toBe(0);
  });

  it('are named once each, and read out with their unit', () => {
    expect(policyNames('{{policy:a.b}} {{policy:c}} {{policy:a.b}} {{policy:}}')).toEqual(['a.b', 'c']);
    expect(figure({ value: 3, unit: '倍' })).toBe('3倍');
    expect(policyOn(new Map(), 'a', '2026-01-01')).toBeUndefined();
  });
});

describe('topics', () => {
  it('are four columns, each topic once', () => {
    const head = 'topic\tdomain\tgroup\tname\n';
    expect(parseTopics(`${head}a.b\tx\t组\t名\n`).get('a.b')).toEqual({
      id: 'a.b',
      domain: 'x',
      group: '组',
      name: '名',
    });
    for (const wrong of [
      '',
      'topic\n',
      `${head}a\tb\tc\n`,
      `${head}a\tb\tc\td\u001b[31m\n`,
      `${head}a\tb\tc\td\na\tb\tc\td\n`,
    ])
      expect(() => parseTopics(wrong)).toThrow(Refused);
  });
});

it('counts the parts of an SMS text', () => {
  expect([
    smsParts('字'.repeat(70)),
    smsParts('字'.repeat(71)),
    smsParts('字'.repeat(268)),
    smsParts('字'.repeat(269)),
  ]).toEqual([1, 2, 4, 5]);
});
