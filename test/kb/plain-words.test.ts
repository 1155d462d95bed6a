import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlainWords } from '../../src/kb/parse-plain-words.ts';
import { hardWordFinder } from '../../src/kb/plain-words.ts';
import { shippedArticles, shippedDir } from './support.ts';

const words = [
  { word: '冲还贷', plain: '用公积金余额直接还贷款' },
  { word: '还贷', plain: '还贷款' },
  { word: 'UK', plain: '密钥盘' },
  { word: '封存', plain: '暂停缴存' },
];
const find = hardWordFinder(words);
const found = (text: string): string[] => find(text).map(({ word, at }) => `${word}@${at}`);

describe('words that a citizen would not understand', () => {
  it.each([
    ['先办冲还贷，再插UK', ['冲还贷@2', 'UK@8']],
    ['冲还贷，冲还贷', ['冲还贷@0']],
    ['冲还贷（用余额还贷）', ['还贷@7']],
    ['先插 UK ，UK就是密钥盘', []],
    ['账户封存，也就是不交了', []],
    ['封存后还能取，封存即停缴', []],
    ['账户封存，即日起办', ['封存@2']],
    ['封存的账户：暂停，缴存', []],
    ['BUKA 和 UKey', []],
    ['没有', []],
    ['', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it('are none without a list', () => {
    expect(hardWordFinder([])('冲还贷')).toEqual([]);
  });

  it('are found in the longest answer within a key press', () => {
    const text = '公积金账户办理提取，请带好材料。'.repeat(312);
    const list = parsePlainWords(readFileSync(path.join(shippedDir, 'plain-words.yaml'), 'utf8')).words;
    expect(hardWordFinder(list)(text)).toEqual([]);
  });
});

describe('plain-words.yaml', () => {
  it.each([
    ['words:\n  - {word: a, plain: b}\n  - {word: a, plain: c}\n', 3, 'word_twice'],
    ['words:\n  - {word: a, plain: ""}\n', 2, 'field'],
    ['words: x', 1, 'field'],
  ])('%j is refused at line %i: %s', (text, line, code) => {
    expect(parsePlainWords(text).faults[0]).toMatchObject({ line, code });
  });

  it('that ships says things in words that are not hard themselves, and knows the words of the articles', () => {
    const { words: shipped, faults } = parsePlainWords(readFileSync(path.join(shippedDir, 'plain-words.yaml'), 'utf8'));
    expect(faults).toEqual([]);
    expect(shipped.length).toBeGreaterThanOrEqual(60);
    const hard = hardWordFinder(shipped);
    expect(shipped.flatMap(({ plain }) => hard(plain))).toEqual([]);
    const articles = shippedArticles().map(({ parts }) => Object.values(parts).join('\n'));
    const inArticles = shipped.filter(({ word }) => articles.some((text) => text.includes(word)));
    expect(inArticles.length).toBeGreaterThan(60);
  });
});
