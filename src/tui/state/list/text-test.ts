import { foldTable, isLetter, letterOf, secondLetterOf } from '../../../kb/search/han.ts';

/** What of a text is looked through: nobody looks for a word that stands so far behind, and a key must not wait for it. */
const longestText = 2000;

const a = 96;

/** Whether a character of a text is what was typed: the same when folded, or a Chinese character whose pinyin begins with that letter. */
const meets = (unit: number, wanted: number): boolean => {
  const folded = foldTable[unit]!;
  if (folded === wanted) return true;
  if (folded < 0x3400 || !isLetter(wanted)) return false;
  return letterOf[folded] === wanted - a || secondLetterOf[folded] === wanted - a;
};

const standsIn = (text: string, word: Uint16Array): boolean => {
  const first = word[0]!;
  const last = Math.min(text.length, longestText) - word.length;
  for (let at = 0; at <= last; at++) {
    if (!meets(text.charCodeAt(at), first)) continue;
    let length = 1;
    while (length < word.length && meets(text.charCodeAt(at + length), word[length]!)) length++;
    if (length === word.length) return true;
  }
  return false;
};

/** The words of what was typed, folded; what only separates does so. */
const wordsOf = (typed: string): Uint16Array[] => {
  const words: number[][] = [[]];
  for (let at = 0; at < typed.length; at++) {
    const unit = foldTable[typed.charCodeAt(at)]!;
    if (unit !== 0) words.at(-1)!.push(unit);
    else if (words.at(-1)!.length > 0) words.push([]);
  }
  return words.filter(({ length }) => length > 0).map((word) => Uint16Array.from(word));
};

/** Whether each word that was typed stands in one of some texts: by characters, traditional or wide ones too, or by pinyin initials. */
export const textTest = (typed: string): ((texts: readonly (string | null)[]) => boolean) => {
  const words = wordsOf(typed);
  return (texts) => words.every((word) => texts.some((text) => text !== null && standsIn(text, word)));
};

export type TextTest = typeof textTest;
