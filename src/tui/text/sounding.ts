import {
  classesBeginning,
  classOfTyped,
  foldTable,
  isLetter,
  letterOf,
  secondLetterOf,
  secondSoundOf,
  soundOf,
} from '../../kb/search/han.ts';
import type { Mark } from './marked-text.ts';
import type { ReadTyped } from './typed.ts';

const a = 96;
const longestSyllable = 6;

/** Where a syllable may end that begins at some place of what was typed, and its sound. */
interface Heard {
  readonly end: number;
  readonly is: (sound: number) => boolean;
}

/** A Chinese character. The figures of a number have sounds as well, and nobody types those. */
const isSpoken = (code: number): boolean => code >= 0x3400;

/** What was typed, folded: characters of one kind, without what only separates. */
const unitsOf = (typed: string): number[] =>
  Array.from({ length: typed.length }, (_, at) => foldTable[typed.charCodeAt(at)]!).filter((unit) => unit !== 0);

/** For each place of what was typed, the syllables that can begin there, the longest first; at the end also one that was only begun. */
const heardAt = (units: readonly number[]): readonly (readonly Heard[])[] =>
  units.map((_, at) => {
    const heard: Heard[] = [];
    let letters = '';
    for (let end = at + 1; end <= units.length && end - at <= longestSyllable && isLetter(units[end - 1]!); end++) {
      letters += String.fromCharCode(units[end - 1]!);
      const sound = classOfTyped.get(letters);
      if (sound) heard.unshift({ end, is: (other) => other === sound });
      if (end === units.length && letters.length > 1) {
        const begun = classesBeginning(letters);
        if (begun.length > 0) heard.unshift({ end, is: (other) => begun.includes(other) });
      }
    }
    return heard;
  });

/** The place after the word that stands here; the end when no other follows. */
const nextWord = (text: string, at: number): number => {
  let next = at;
  while (next < text.length && foldTable[text.charCodeAt(next)] !== 0) next++;
  while (next < text.length && foldTable[text.charCodeAt(next)] === 0) next++;
  return next;
};

/**
 * By characters, traditional or wide ones too, by pinyin in full, by its initials, or by a mixture (`ban结`, `jieyg`); in a text of
 * Latin words also by their first letters. Unlike the search for articles, it tries each way to cut letters into syllables.
 */
export const readSounds: ReadTyped = (typed) => {
  const units = unitsOf(typed);
  const heard = heardAt(units);
  const { length } = units;

  /** Where in the text the rest of what was typed ends, when it goes on here. */
  const goesOn = (text: string, at: number, from: number): number => {
    if (from === length) return at;
    let here = at;
    while (here < text.length && foldTable[text.charCodeAt(here)] === 0) here++;
    if (here >= text.length) return -1;
    const unit = foldTable[text.charCodeAt(here)]!;
    const wanted = units[from]!;
    if (unit === wanted) {
      const end = goesOn(text, here + 1, from + 1);
      if (end >= 0 || !isLetter(unit)) return end;
      const next = nextWord(text, here + 1);
      return next < text.length && from + 1 < length ? goesOn(text, next, from + 1) : -1;
    }
    if (!isLetter(wanted) || !isSpoken(text.charCodeAt(here))) return -1;
    const [sound, second] = [soundOf[unit]!, secondSoundOf[unit]!];
    for (const { end, is } of heard[from]!) {
      if (!is(sound) && !(second && is(second))) continue;
      const found = goesOn(text, here + 1, end);
      if (found >= 0) return found;
    }
    if (letterOf[unit] !== wanted - a && secondLetterOf[unit] !== wanted - a) return -1;
    const found = goesOn(text, here + 1, from + 1);
    // `zh`, `ch` and `sh` are initials of two letters.
    return found >= 0 || units[from + 1] !== 104 || !'zcs'.includes(String.fromCharCode(wanted))
      ? found
      : goesOn(text, here + 1, from + 2);
  };

  /** Whether it can begin with a character at all: 0 while nobody asked. Most of a long text is passed over by this alone. */
  const begins = new Uint8Array(0x10000);
  const cannot = 1;
  const can = 2;
  const canBegin = (code: number): number => {
    const unit = foldTable[code]!;
    const wanted = units[0]!;
    if (unit === wanted) return can;
    if (!isSpoken(code) || !isLetter(wanted)) return cannot;
    const [sound, second] = [soundOf[unit]!, secondSoundOf[unit]!];
    const initial = letterOf[unit] === wanted - a || secondLetterOf[unit] === wanted - a;
    return initial || heard[0]!.some(({ is }) => is(sound) || (second !== 0 && is(second))) ? can : cannot;
  };

  return (text): Mark | undefined => {
    if (length === 0) return [0, 0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (begins[code] === 0) begins[code] = canBegin(code);
      if (begins[code] === cannot) continue;
      const end = goesOn(text, at, 0);
      if (end >= 0) return [at, end];
    }
    return undefined;
  };
};
