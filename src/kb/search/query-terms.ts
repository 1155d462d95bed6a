import { type Atom, atomLetter, type Query } from './query.ts';
import type { Parameters } from './search-parameters.ts';
import { conceptKey, lettersKey, pairKey, soundsKey, threeLettersKey, unitKey, wordKey } from './term-key.ts';

/** A term to look up and how much a document that has it gains, before the term's own rarity. */
export interface QueryTerm {
  readonly key: number;
  readonly weight: number;
}

/** An unfinished syllable stands for at most so many classes; more say nothing. */
const mostSounds = 24;

const pairTerms = (
  left: Atom,
  right: Atom,
  weight: Parameters['gain'],
  add: (key: number, weight: number) => void,
): void => {
  const typed = left.unit === 0 || right.unit === 0;
  if (left.unit && right.unit) {
    add(pairKey(left.unit, right.unit), weight.pair);
    add(pairKey(right.unit, left.unit), weight.swapped);
  }
  if (left.sounds.length * right.sounds.length > mostSounds) return;
  // The first reading of a character is enough: the index has all of them.
  const first = (atom: Atom): readonly number[] => (atom.unit ? atom.sounds.slice(0, 1) : atom.sounds);
  for (const a of first(left))
    for (const b of first(right)) add(soundsKey(a, b), typed ? weight.typedSounds : weight.sounds);
};

/** What a query looks for in the index. */
export const queryTerms = ({ atoms, concepts, words, units }: Query, parameters: Parameters): QueryTerm[] => {
  const { gain: weight, filler } = parameters;
  const terms = new Map<number, number>();
  const alone = atoms.length === 1;
  atoms.forEach((atom, at) => {
    const share = (...of: readonly Atom[]): number => (of.some((one) => one.filler) ? filler : 1);
    const add = (key: number, value: number): void => void terms.set(key, Math.max(terms.get(key) ?? 0, value));
    if (atom.unit) add(unitKey(atom.unit), (alone ? weight.onlyUnit : weight.unit) * share(atom));
    const left = atoms[at - 1];
    if (!left) return;
    const apart = share(left, atom);
    pairTerms(left, atom, weight, (key, value) => add(key, value * apart));
    // First letters are looked for only where a letter is all that is known.
    const bare = (one: Atom | undefined): boolean => one !== undefined && one.unit === 0 && one.sounds.length === 0;
    const [a, b, c] = [atoms[at - 2], left, atom];
    if (a && (bare(a) || bare(b) || bare(c))) {
      const letters = [a, b, c].map(atomLetter);
      if (letters.every((letter) => letter > 0))
        add(threeLettersKey(letters[0]!, letters[1]!, letters[2]!), weight.letters * apart);
    }
    if ((bare(b) || bare(c)) && atomLetter(b) && atomLetter(c)) {
      add(lettersKey(atomLetter(b), atomLetter(c)), (atoms.length <= 3 ? weight.letters : weight.twoLetters) * apart);
    }
  });
  for (const { concept } of concepts) terms.set(conceptKey(concept), weight.concept);
  for (const { start, end } of words) terms.set(wordKey(units, start, end), weight.word);
  return [...terms].map(([key, value]) => ({ key, weight: value }));
};
