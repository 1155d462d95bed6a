import type { Concepts } from './concepts.ts';
import { foldTable, isHan, letterOf, secondLetterOf, secondSoundOf, soundOf } from './han.ts';
import { conceptKey, lettersKey, lineKey, pairKey, soundsKey, threeLettersKey, unitKey, wordKey } from './term-key.ts';

/** Takes each term of a text, as often as it occurs. */
export type TermSink = (key: number) => void;

const isAlphanumeric = (unit: number): boolean => unit > 0 && !isHan(unit);

/** Folds a text into `into` and returns its length. */
export const foldInto = (text: ArrayLike<number>, start: number, end: number, into: Uint16Array): number => {
  for (let at = start; at < end; at++) into[at - start] = foldTable[text[at]!]!;
  return end - start;
};

/**
 * The terms of a folded text. `sounding`: also by sound and first letters, as titles, questions and keywords are found; bodies only
 * by their characters.
 */
export const extractTerms = (
  units: Uint16Array,
  length: number,
  concepts: Concepts,
  sounding: boolean,
  sink: TermSink,
): void => {
  let wordStart = -1;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? units[at]! : 0;
    if (isAlphanumeric(unit)) {
      if (wordStart < 0) wordStart = at;
    } else if (wordStart >= 0) {
      if (at - wordStart > 1) sink(wordKey(units, wordStart, at));
      wordStart = -1;
    }
    if (unit === 0) continue;
    if (sounding) sink(unitKey(unit));
    const before = at > 0 ? units[at - 1]! : 0;
    if (before === 0) continue;
    sink(pairKey(before, unit));
    if (!sounding) continue;
    const [sound, second] = [soundOf[unit]!, secondSoundOf[unit]!];
    const [soundBefore, secondBefore] = [soundOf[before]!, secondSoundOf[before]!];
    if (sound && soundBefore) sink(soundsKey(soundBefore, sound));
    if (second && soundBefore) sink(soundsKey(soundBefore, second));
    if (sound && secondBefore) sink(soundsKey(secondBefore, sound));
    if (second && secondBefore) sink(soundsKey(secondBefore, second));
    const earlier = at > 1 ? units[at - 2]! : 0;
    for (const letter of [letterOf[unit]!, secondLetterOf[unit]!]) {
      if (!letter) continue;
      for (const letterBefore of [letterOf[before]!, secondLetterOf[before]!]) {
        if (!letterBefore) continue;
        sink(lettersKey(letterBefore, letter));
        if (earlier && letterOf[earlier]) sink(threeLettersKey(letterOf[earlier]!, letterBefore, letter));
        if (earlier && secondLetterOf[earlier]) sink(threeLettersKey(secondLetterOf[earlier]!, letterBefore, letter));
      }
    }
  }
  for (const { concept } of concepts.find(units, 0, length)) sink(conceptKey(concept));
  if (sounding) sink(lineKey(units, length));
};
