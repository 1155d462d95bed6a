import type { Atom } from './atom.ts';
import type { ConceptHit, Concepts } from './concepts.ts';
import { foldInto } from './extract-terms.ts';
import { isHan, secondSoundOf, soundOf } from './han.ts';
import { readLatin } from './latin.ts';
import type { SoundingConcepts } from './sounding-concepts.ts';

export interface Query {
  readonly atoms: readonly Atom[];
  /** Concepts by the atoms that they cover. */
  readonly concepts: readonly ConceptHit[];
  /** Words of Latin letters and digits as they stand, to be looked up whole. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly units: Uint16Array;
}

/** Longer questions are cut here: what a citizen says is said by then, and a key press must stay one. */
export const longestQuery = 160;

/** Whether the index knows a word, or words that begin so, as Latin text. */
export type KnowsWord = (units: Uint16Array, start: number, end: number) => boolean;

/** The sound classes of each character that was asked for once. */
const soundsKnown = new Map<number, readonly number[]>();
const soundsOf = (unit: number): readonly number[] => {
  let sounds = soundsKnown.get(unit);
  if (!sounds) {
    sounds = [soundOf[unit]!, secondSoundOf[unit]!].filter((sound) => sound > 0);
    soundsKnown.set(unit, sounds);
  }
  return sounds;
};

const character = (unit: number, at: number): Atom => ({
  unit,
  sounds: soundsOf(unit),
  letter: 0,
  start: at,
  end: at + 1,
  filler: false,
  misspelt: false,
});

/** Letters as they were typed, one atom each. */
const literally = (units: Uint16Array, start: number, end: number): Atom[] =>
  Array.from({ length: end - start }, (_, at) => ({ ...character(units[start + at]!, start + at), sounds: [] }));

/** Letters as the sounds they stand for; as they are when they stand for none. */
const phonetically = (units: Uint16Array, start: number, end: number): Atom[] => {
  const sounds = readLatin(String.fromCharCode(...units.subarray(start, end)));
  if (!sounds) return literally(units, start, end);
  let at = start;
  return sounds.map((sound) => {
    const from = at;
    at += sound.length;
    const classes = sound.kind === 'syllable' ? [sound.sound] : sound.kind === 'begun' ? sound.sounds : [];
    return { unit: 0, sounds: classes, letter: sound.letter, start: from, end: at, filler: false, misspelt: false };
  });
};

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const isAlphanumeric = (unit: number): boolean => unit > 0 && !isHan(unit);

/** The phrases that a query is read by: those that mean the same, as written and as heard, and those that carry nothing. */
export interface Vocabulary {
  readonly concepts: Concepts;
  readonly sounding: SoundingConcepts;
  readonly fillers: Concepts;
}

/** Reads what was typed. `fillers` finds the phrases that carry nothing; they stay only if there is nothing else. */
export const readQuery = (text: string, { concepts, sounding, fillers }: Vocabulary, knows: KnowsWord): Query => {
  const codes = Uint16Array.from({ length: Math.min(text.length, longestQuery) }, (_, at) => text.charCodeAt(at));
  const units = new Uint16Array(codes.length);
  const length = foldInto(codes, 0, codes.length, units);
  const atoms: Atom[] = [];
  const words: { start: number; end: number }[] = [];
  for (let at = 0; at < length; ) {
    const unit = units[at]!;
    let end = at + 1;
    if (isAlphanumeric(unit)) {
      while (end < length && isAlphanumeric(units[end]!)) end++;
      if (end - at > 1) words.push({ start: at, end });
      const whole = knows(units, at, end);
      while (at < end) {
        const letters = isLetter(units[at]!);
        let stop = at + 1;
        while (stop < end && isLetter(units[stop]!) === letters) stop++;
        const asTyped = whole || !letters || knows(units, at, stop);
        atoms.push(...(asTyped ? literally(units, at, stop) : phonetically(units, at, stop)));
        at = stop;
      }
    } else if (unit !== 0) atoms.push(character(unit, at));
    at = end;
  }
  // Digits sound as they are read out, also between characters.
  const digits = atoms.map((atom) => (atom.unit >= 48 && atom.unit <= 57 ? character(atom.unit, atom.start) : atom));
  const covers = (hits: readonly ConceptHit[]): ConceptHit[] =>
    hits.map(({ concept, start, end }) => ({
      concept,
      start: digits.findIndex((atom) => atom.start >= start),
      end: digits.findLastIndex((atom) => atom.end <= end) + 1,
    }));
  const meant = covers(concepts.find(units, 0, length)).filter(({ start, end }) => end > start);
  // By sound only what is not there by its characters.
  const heard = sounding
    .find(digits)
    .filter(({ start, end }) => !meant.some((hit) => hit.start < end && start < hit.end));
  for (const { start, end } of heard) for (const atom of digits.slice(start, end)) atom.misspelt = atom.unit !== 0;
  const empty = covers(fillers.find(units, 0, length));
  const within = (hits: readonly ConceptHit[], at: number): boolean =>
    hits.some(({ start, end }) => at >= start && at < end);
  const said = (at: number): boolean => !within(empty, at) || within(meant, at) || within(heard, at);
  if (digits.some((_, at) => said(at))) for (const [at, atom] of digits.entries()) atom.filler = !said(at);
  return { atoms: digits, concepts: [...meant, ...heard], words, units };
};
