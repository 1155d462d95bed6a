import { expect, it } from 'vitest';
import { textTest } from '../../../src/tui/state/list/text-test.ts';

const ticket = ['JN20261124-000123', '单于女士', null, '在历下租房，没房子，公积金一年能提几次', '贷款管理处 UK 汇缴'];

it.each([
  ['租房', true],
  ['zf', true],
  ['ＺＦ', true],
  ['zu房', false],
  ['租f', true],
  ['z房', true],
  ['貸款管理處', true],
  ['uk', true],
  ['000123', true],
  ['20261124-000123', true],
  ['租房 贷款', true],
  ['租房　dkgl', true],
  ['租房 养老', false],
  // Two readings: shan as a surname, dan and chan else.
  ['dy', true],
  ['提几次了', false],
  ['', true],
  ['，', true],
])('finds by characters, wide or traditional ones, and pinyin initials: %s', (typed, found) => {
  expect(textTest(typed)(ticket)).toBe(found);
});

it('asks each text only as far as a key can wait', () => {
  expect(textTest('末尾')([`${'长'.repeat(5000)}末尾`])).toBe(false);
  expect(textTest('末尾')([`${'长'.repeat(1990)}末尾`])).toBe(true);
});
