import { letterOf } from './han.ts';

/**
 * The smallest piece of a query: one character, or the letters of one syllable. An atom matches a character of a line by being it,
 * by sounding like it, or by its first letter.
 */
export interface Atom {
  /** The folded character; 0 when a sound was typed. */
  readonly unit: number;
  /** The sound classes that it can have. Empty: only the first letter is known. */
  readonly sounds: readonly number[];
  /** The first letter, 1 to 26, when letters were typed for a syllable; 0 for a character. */
  readonly letter: number;
  /** Where it stands in the query. */
  readonly start: number;
  readonly end: number;
  /** Part of a phrase that carries nothing of its own. */
  filler: boolean;
  /** A character that is there for its sound: what was meant is another one. */
  misspelt: boolean;
}

/** First letter of an atom, 1 to 26; 0 when it has none. */
export const atomLetter = (atom: Atom): number => atom.letter || letterOf[atom.unit]!;
