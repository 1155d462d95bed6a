import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { classOfTyped, foldTable, letterOf, soundOf } from '../../src/kb/search/han.ts';
import { readLatin } from '../../src/kb/search/latin.ts';

const common = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at));

describe('the table of characters', () => {
  it('has each character’s sound as pinyin-pro has it', () => {
    const wrong = common.filter((character) => {
      const syllable = pinyin(character, { toneType: 'none', v: true });
      const code = character.charCodeAt(0);
      return (
        soundOf[code] !== 0 &&
        (soundOf[code] !== classOfTyped.get(syllable) || letterOf[code] !== syllable.charCodeAt(0) - 96)
      );
    });
    expect(wrong).toEqual([]);
    expect(common.filter((character) => soundOf[character.charCodeAt(0)] === 0).length).toBeLessThan(150);
  });

  it('has each character’s simplified form as opencc-js has it', () => {
    const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
    const digits = '零一二两三四五六七八九';
    const wrong = common.filter((character) => {
      const simple = simplify(character);
      return (
        simple.length === 1 &&
        !digits.includes(character) &&
        foldTable[character.charCodeAt(0)] !== simple.charCodeAt(0)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('takes confused sounds for one', () => {
    for (const [a, b] of ['zhi zi', 'chi ci', 'shi si', 'na la', 'lv lu', 'jing jin', 'feng fen', 'tang tan'].map(
      (pair) => pair.split(' '),
    ))
      expect([a, classOfTyped.get(a!)]).toEqual([a, classOfTyped.get(b!)]);
    expect(classOfTyped.get('ba')).not.toBe(classOfTyped.get('pa'));
  });
});

describe('letters are read as pinyin', () => {
  const read = (letters: string) =>
    readLatin(letters)
      ?.map(({ kind, length }) => `${kind[0]}${length}`)
      .join(' ');
  it.each([
    ['gongjijin', 's4 s2 s3'],
    ['gjj', 'i1 i1 i1'],
    ['gjjtiqu', 'i1 i1 i1 s2 s2'],
    ['gongj', 's4 i1'],
    ['zhu', 's3'],
    ['zhfang', 'i2 s4'],
    ['lue', 's3'],
    ['uk', undefined],
    ['', ''],
  ])('%s', (letters, expected) => {
    expect(read(letters)).toBe(expected);
  });
});
