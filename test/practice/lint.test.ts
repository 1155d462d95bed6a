import { expect, it } from 'vitest';
import { lintScenarios } from '../../src/practice/scenario/lint-scenarios.ts';
import { parseScenario } from '../../src/practice/scenario/parse-scenario.ts';
import { scenarioProblemWords } from '../../src/practice/scenario/problem.ts';
import { ground, scenarioOf } from './school.ts';

const { text } = scenarioOf('gjj-ukey-first-month');
const file = 'gjj-ukey-first-month.yaml';
const lint = (changed: string, name = file) =>
  lintScenarios([{ file: name, text: changed, ...parseScenario(changed) }], ground);
const lineOf = (changed: string, part: string): number => changed.slice(0, changed.indexOf(part)).split('\n').length;

it('has nothing to say of what ships', () => {
  expect(lint(text)).toEqual([]);
});

/** What is changed in a good scenario, the fault it makes, and where it stands. */
const faults: readonly (readonly [code: string, from: string | RegExp, to: string, at: string])[] = [
  ['yaml', 'level: 1', 'level: 1\nlevel: 2', 'level: 2'],
  ['field', 'level: 1', 'level: 7', 'level: 7'],
  ['field', 'mood: calm', 'mood: cheerful', 'mood: cheerful'],
  ['field', 'patience: 60', 'patience: 60\n  pace: 3', 'pace: 3'],
  ['unknown_topic', 'topic: gjj.dep.ukey', 'topic: gjj.dep.nothing', 'topic: gjj.dep.nothing'],
  ['wrong_domain', 'domain: gongjijin', 'domain: shebao', 'domain: shebao'],
  ['unknown_article', /sources: \[[^\]]*\]/, 'sources: [gjj-9999]', 'sources: [gjj-9999]'],
  ['no_article', 'teaches:', 'holds: {to: 2001-01-01}\nteaches:', 'gjj.dep.ukey]'],
  ['article_not_in_force', 'teaches:', 'holds: {to: 2001-01-01}\nteaches:', 'gjj-0001'],
  ['no_source', /sources: \[[^\]]*\]/, 'sources: []', 'sources: []'],
  ['unknown_fact', '看到好几个菜单', '我是{nickname}，看到好几个菜单', '{nickname}'],
  [
    'unknown_point',
    'patience: 60',
    'patience: 60\n  happens:\n    - {after: 9, unless: [nobody], says: 喂}',
    'unless: [nobody]',
  ],
  [
    'gives_away',
    '登进去了，看到好几个菜单',
    '登进去了，先汇缴登记，再缴交结算，扣款成功后打印凭证，看到好几个菜单',
    '登进去了，先汇缴',
  ],
  ['model_lacks', /model_answer: .*/, 'model_answer: 请您稍等。', 'model_answer: 请您稍等。'],
  ['model_says', /model_answer: (.*)/, 'model_answer: 您必须到柜台办。$1', 'model_answer: 您必须'],
  ['needs_role', 'identity: none', 'identity: verified', 'identity: verified'],
  ['look_up_without_identity', 'identity: none', 'identity: none\n  look_up: [loans]', 'look_up: [loans]'],
  ['repeated_question', '开通代扣了吗', '您登录进去了吗', '您登录进去了吗, 跟'],
  ['own_domain', /ending: .*/, 'ending: {move: {domain: gongjijin}}', 'ending: {move'],
];

it.each(faults)('%s: %s → %s', (code, from, to, at) => {
  let changed = text.replace(from, to);
  if (code === 'needs_role') changed = changed.replace('role: clerk', 'name: 刘女士');
  expect(changed).not.toBe(text);
  const found = lint(changed).filter((problem) => problem.code === code);
  expect(found.length, JSON.stringify(lint(changed))).toBeGreaterThan(0);
  expect(found[0]!.line).toBe(lineOf(changed, at));
  for (const language of ['zh-CN', 'en'] as const)
    expect(scenarioProblemWords(found[0]!, language).replace('{nickname}', '')).not.toMatch(/\{\w+\}/);
});

it('a file is named by its scenario, and an id is there once', () => {
  expect(lint(text, 'other.yaml')).toMatchObject([{ code: 'file_name', details: { expected: file } }]);
  const again = { file: `b/${file}`, text, ...parseScenario(text) };
  expect(lintScenarios([{ file: `a/${file}`, text, ...parseScenario(text) }, again], ground)).toMatchObject([
    { file: `b/${file}`, code: 'duplicate_id' },
  ]);
});

it('who is nobody of the sandbox has a name', () => {
  expect(lint(text.replace('  role: clerk\n', '')).map(({ code }) => code)).toContain('needs_name');
});

it('an id is there once in a list', () => {
  const twice = text.replace(
    '  must_not:\n',
    '    - {id: steps, says: 您好}\n    - {id: steps, says: 再见}\n  must_not:\n',
  );
  expect(lint(twice).map(({ code }) => code)).toContain('repeated_id');
});
