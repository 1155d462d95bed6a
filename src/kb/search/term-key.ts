/**
 * What a text is indexed by, as 32-bit keys: four bits of kind, 28 of content. Pairs of characters and words are hashed; a collision
 * costs a wrong candidate, never a wrong result, for candidates are compared with the query itself.
 */
const kind = { unit: 1, pair: 2, sounds: 3, letters: 4, threeLetters: 5, word: 6, concept: 7, line: 8 } as const;

const key = (of: number, content: number): number => ((of << 28) | (content & 0xfffffff)) >>> 0;
const mix = (a: number, b: number): number => Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) >>> 4;

/** One folded character. */
export const unitKey = (unit: number): number => key(kind.unit, unit);
/** Two folded characters in a row. */
export const pairKey = (left: number, right: number): number => key(kind.pair, mix(left, right));
/** Two sound classes in a row. */
export const soundsKey = (left: number, right: number): number => key(kind.sounds, (left << 9) | right);
/** First letters (1 to 26) of two syllables in a row. */
export const lettersKey = (left: number, right: number): number => key(kind.letters, (left << 5) | right);
/** First letters of three syllables in a row. */
export const threeLettersKey = (a: number, b: number, c: number): number =>
  key(kind.threeLetters, (a << 10) | (b << 5) | c);
/** A word of Latin letters and digits as a whole. */
export const wordKey = (units: ArrayLike<number>, start: number, end: number): number => {
  let hash = 0;
  for (let at = start; at < end; at++) hash = mix(hash, units[at]!);
  return key(kind.word, hash);
};
/** A concept of the synonyms, or a number. */
export const conceptKey = (concept: number): number => key(kind.concept, concept);
/** A line as a whole, whatever stands between its characters: what was typed in full is found however common its words are. */
export const lineKey = (units: ArrayLike<number>, length: number): number => {
  let hash = 0;
  for (let at = 0; at < length; at++) if (units[at] !== 0) hash = mix(hash, units[at]!);
  return key(kind.line, hash);
};
