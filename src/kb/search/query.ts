import type { Atom } from './atom.ts';
import type { ConceptHit, Concepts } from './concepts.ts';
import { foldTable, isHan, secondSoundOf, soundOf } from './han.ts';
import { readInitials, readLatin, type Sound } from './latin.ts';
import type { SoundingConcepts } from './sounding-concepts.ts';

export interface Query {
  readonly atoms: readonly Atom[];
  /** Concepts by the atoms that they cover. */
  readonly concepts: readonly ConceptHit[];
  /** Words of Latin letters and digits as they stand, to be looked up whole. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly units: Uint16Array;
  /** Letters in it can also be read as first letters only. */
  readonly ambiguous: boolean;
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

const atomOf = (sound: Sound, start: number): Atom => ({
  unit: 0,
  sounds: sound.kind === 'syllable' ? [sound.sound] : sound.kind === 'begun' ? sound.sounds : [],
  letter: sound.letter,
  start,
  end: start + sound.length,
  filler: false,
  misspelt: false,
});

/**
 * Letters as the sounds they stand for; as they are when they stand for none. `initials`: each as a first letter, where that is
 * another way to read them; then `found` is told.
 */
const phonetically = (units: Uint16Array, start: number, end: number, initials: boolean, found: () => void): Atom[] => {
  const letters = String.fromCharCode(...units.subarray(start, end));
  const read = readLatin(letters);
  if (!read) return literally(units, start, end);
  const other = readInitials(letters, read);
  if (other) found();
  let at = start;
  return (initials && other ? other : read).map((sound) => {
    const atom = atomOf(sound, at);
    at = atom.end;
    return atom;
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

/** Cuts what was typed into atoms, and finds the words of letters and digits in it. */
const cut = (units: Uint16Array, knows: KnowsWord, initials: boolean): Pick<Query, 'atoms' | 'words' | 'ambiguous'> => {
  const atoms: Atom[] = [];
  const words: { start: number; end: number }[] = [];
  let ambiguous = false;
  const found = (): void => {
    ambiguous = true;
  };
  for (let at = 0; at < units.length; ) {
    const unit = units[at]!;
    if (!isAlphanumeric(unit)) {
      if (unit !== 0) atoms.push(character(unit, at));
      at++;
      continue;
    }
    let end = at + 1;
    while (end < units.length && isAlphanumeric(units[end]!)) end++;
    if (end - at > 1) words.push({ start: at, end });
    const whole = knows(units, at, end);
    while (at < end) {
      const letters = isLetter(units[at]!);
      let stop = at + 1;
      while (stop < end && isLetter(units[stop]!) === letters) stop++;
      if (!letters) for (let digit = at; digit < stop; digit++) atoms.push(character(units[digit]!, digit));
      else
        atoms.push(
          ...(whole || knows(units, at, stop)
            ? literally(units, at, stop)
            : phonetically(units, at, stop, initials, found)),
        );
      at = stop;
    }
  }
  return { atoms, words, ambiguous };
};

const meant = 1;
const empty = 2;

/** Reads what was typed. `fillers` finds the phrases that carry nothing. `initials`: letters are first letters wherever they can be. */
export const readQuery = (
  text: string,
  { concepts, sounding, fillers }: Vocabulary,
  knows: KnowsWord,
  initials = false,
): Query => {
  const units = new Uint16Array(Math.min(text.length, longestQuery));
  for (let at = 0; at < units.length; at++) units[at] = foldTable[text.charCodeAt(at)]!;
  const { atoms, words, ambiguous } = cut(units, knows, initials);
  // Which atom a place of the text belongs to; places between atoms belong to the next one.
  const atomAt = new Uint16Array(units.length + 1);
  for (let at = 0, atom = 0; at <= units.length; at++) {
    while (atom < atoms.length && atoms[atom]!.end <= at) atom++;
    atomAt[at] = atom;
  }
  const covered = new Uint8Array(atoms.length);
  const found: ConceptHit[] = [];
  const take = (hit: ConceptHit, as: number): void => {
    for (let at = hit.start; at < hit.end; at++) covered[at]! |= as;
    if (as === meant) found.push(hit);
  };
  const inAtoms = ({ concept, start, end }: ConceptHit): ConceptHit => ({
    concept,
    start: atomAt[start]!,
    end: atomAt[end]!,
  });
  for (const hit of concepts.find(units, 0, units.length)) take(inAtoms(hit), meant);
  for (const hit of fillers.find(units, 0, units.length)) take(inAtoms(hit), empty);
  // By sound only what is not there by its characters.
  const heard = sounding.find(atoms).filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (covered[at]! & meant) return false;
    return true;
  });
  for (const hit of heard) {
    take(hit, meant);
    for (let at = hit.start; at < hit.end; at++) atoms[at]!.misspelt = atoms[at]!.unit !== 0;
  }
  for (let at = 0; at < atoms.length; at++) atoms[at]!.filler = covered[at] === empty;
  return { atoms, concepts: found, words, units, ambiguous };
};
