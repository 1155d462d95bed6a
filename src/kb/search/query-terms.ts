import { type Atom, atomLetter } from './atom.ts';
import type { Query } from './query.ts';
import type { Parameters } from './search-parameters.ts';
import { conceptKey, lettersKey, lineKey, pairKey, soundsKey, threeLettersKey, unitKey, wordKey } from './term-key.ts';

/** A term to look up and how much a document that has it gains, before the term's own rarity. */
export interface QueryTerm {
  readonly key: number;
  readonly weight: number;
}

/** An unfinished syllable stands for at most so many classes; more say nothing. */
export const mostSounds = 12;

const isBare = (atom: Atom): boolean => atom.unit === 0 && atom.sounds.length === 0;

/** What a query looks for in the index; what it says twice, twice. Fillers are not looked for, but for a lone one. */
export const queryTerms = ({ atoms, concepts, words, units }: Query, { gain }: Parameters): QueryTerm[] => {
  const terms: QueryTerm[] = [];
  const add = (key: number, weight: number): void => void terms.push({ key, weight });
  const counts = (atom: Atom | undefined): atom is Atom => atom !== undefined && (atoms.length === 1 || !atom.filler);
  for (let at = 0; at < atoms.length; at++) {
    const [before, left, atom] = [atoms[at - 2], atoms[at - 1], atoms[at]!];
    if (!counts(atom)) continue;
    if (atom.unit && !atom.misspelt) add(unitKey(atom.unit), atoms.length === 1 ? gain.onlyUnit : gain.unit);
    if (!counts(left)) continue;
    if (left.unit && atom.unit) {
      add(pairKey(left.unit, atom.unit), gain.pair);
      add(pairKey(atom.unit, left.unit), gain.swapped);
      // The first reading of a character is enough: the index has all of them.
      if (left.sounds.length > 0 && atom.sounds.length > 0)
        add(soundsKey(left.sounds[0]!, atom.sounds[0]!), gain.sounds);
      continue;
    }
    const lefts = left.unit ? Math.min(1, left.sounds.length) : left.sounds.length;
    const rights = atom.unit ? Math.min(1, atom.sounds.length) : atom.sounds.length;
    if (lefts * rights <= mostSounds) {
      for (let l = 0; l < lefts; l++) {
        for (let r = 0; r < rights; r++) add(soundsKey(left.sounds[l]!, atom.sounds[r]!), gain.typedSounds);
      }
    }
    // First letters are looked for only where a letter is all that is known.
    if (!isBare(left) && !isBare(atom) && !(before && isBare(before))) continue;
    const [a, b] = [atomLetter(left), atomLetter(atom)];
    if (!a || !b) continue;
    if (isBare(left) || isBare(atom)) add(lettersKey(a, b), atoms.length <= 3 ? gain.letters : gain.twoLetters);
    if (counts(before) && atomLetter(before)) add(threeLettersKey(atomLetter(before), a, b), gain.letters);
  }
  for (const { concept } of concepts) add(conceptKey(concept), gain.concept);
  for (const { start, end } of words) add(wordKey(units, start, end), gain.word);
  add(lineKey(units, units.length), gain.line);
  return terms;
};
