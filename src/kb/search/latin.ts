import { classesBeginning, classOfTyped } from './han.ts';

/** What a stretch of typed letters stands for: a syllable, the beginning of one, or the first letter of one. */
export type Sound =
  | { readonly kind: 'syllable'; readonly sound: number; readonly letter: number; readonly length: number }
  | { readonly kind: 'begun'; readonly sounds: readonly number[]; readonly letter: number; readonly length: number }
  | { readonly kind: 'initial'; readonly letter: number; readonly length: number };

const longestSyllable = 6;
/** A syllable explains its letters better than as many initials; `zh` is one initial of two letters. */
const cost = { syllable: 1, begun: 1.4, initial: 1.15 };

/** Letters that begin no syllable cannot be an initial. */
const noInitial = new Set(['i', 'u', 'v']);

/**
 * Reads letters as pinyin: whole syllables, initials, or a mixture (`gongjjin`, `gjjtiqu`), the last syllable perhaps not finished
 * (`gongj` is an initial, `gongji` two syllables, `tiq` a syllable and an initial). The cheapest reading; undefined when there is none.
 */
export const readLatin = (letters: string): Sound[] | undefined => {
  const { length } = letters;
  const best: { cost: number; sound?: Sound }[] = Array.from({ length: length + 1 }, () => ({ cost: Infinity }));
  best[0] = { cost: 0 };
  const reach = (at: number, sound: Sound, price: number): void => {
    const total = best[at]!.cost + price;
    const end = at + sound.length;
    if (total < best[end]!.cost) best[end] = { cost: total, sound };
  };
  for (let at = 0; at < length; at++) {
    if (best[at]!.cost === Infinity) continue;
    const letter = letters.charCodeAt(at) - 96;
    for (let size = 1; size <= longestSyllable && at + size <= length; size++) {
      const typed = letters.slice(at, at + size);
      const sound = classOfTyped.get(typed);
      if (sound) reach(at, { kind: 'syllable', sound, letter, length: size }, cost.syllable);
      else if (at + size === length && size > 1) {
        const sounds = classesBeginning(typed);
        if (sounds.length > 0) reach(at, { kind: 'begun', sounds, letter, length: size }, cost.begun);
      }
    }
    if (noInitial.has(letters[at]!)) continue;
    reach(at, { kind: 'initial', letter, length: 1 }, cost.initial);
    if (/^[zcs]h/.test(letters.slice(at, at + 2))) reach(at, { kind: 'initial', letter, length: 2 }, cost.initial);
  }
  if (best[length]!.cost === Infinity) return undefined;
  const sounds: Sound[] = [];
  for (let at = length; at > 0; at -= best[at]!.sound!.length) sounds.unshift(best[at]!.sound!);
  return sounds;
};

/** Abbreviations are short; longer runs of letters are syllables. */
const longestAbbreviation = 10;

/**
 * The other way to read letters that were read as a mixture: each as a first letter, for `yecx` is 余额查询 and no syllable ye.
 * Undefined when they were no mixture, or cannot all be first letters.
 */
export const readInitials = (letters: string, read: readonly Sound[]): Sound[] | undefined => {
  const mixed = read.some(({ kind }) => kind === 'initial') && read.some(({ kind }) => kind !== 'initial');
  // A longer syllable was meant as one.
  const short = read.every(({ length }) => length <= 2);
  if (!mixed || !short || letters.length > longestAbbreviation || [...letters].some((letter) => noInitial.has(letter)))
    return undefined;
  return Array.from(letters, (_, at) => ({ kind: 'initial', letter: letters.charCodeAt(at) - 96, length: 1 }));
};
