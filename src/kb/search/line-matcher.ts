import type { Atom } from './atom.ts';
import { foldTable, letterOf, phonetics, soundOf } from './han.ts';
import type { Query } from './query.ts';
import type { Segment } from './segment.ts';

/** So many atoms fit the bits of a number; a longer query is matched in pieces. */
export const mostAtoms = 31;

/** What a line, or several, explain of a query: bits are atoms; a pair's bit is that of its right atom. */
export interface Explained {
  /** Pairs of neighbours found as neighbours: as the same characters; by sound or letter also; within a concept. */
  exact: number;
  alike: number;
  /** The same two characters the other way round. */
  swapped: number;
  concept: number;
  /** Atoms found by their character anywhere. */
  alone: number;
}

/** What each atom's pair with the one before, and each atom by itself, is worth to a line that has it. */
export interface Weights {
  readonly exact: Float64Array;
  readonly alike: Float64Array;
  readonly swapped: Float64Array;
  readonly concept: Float64Array;
  readonly alone: Float64Array;
  /** All that an ideal line explains. */
  readonly total: number;
}

/**
 * Compares a query with lines, bit-parallel: each character of a line is looked up once, whatever the length of the query. One
 * matcher serves all queries; `prepare` sets it to one, `clear` takes that back.
 */
export class LineMatcher {
  private readonly unitMask = new Int32Array(0x10000);
  private readonly soundMask = new Int32Array(0x200);
  private readonly letterMask = new Int32Array(0x20);
  private readonly conceptMask = new Map<number, number>();
  private atoms: readonly Atom[] = [];
  private hasLetters = false;

  /** The result of the last `match`. */
  readonly found: Explained & { matched: number; length: number; starts: boolean } = {
    exact: 0,
    alike: 0,
    swapped: 0,
    concept: 0,
    alone: 0,
    matched: 0,
    length: 0,
    starts: false,
  };

  /** Sets the tables to the atoms from `from` on, at most `mostAtoms` of them. */
  prepare(query: Query, from: number): void {
    this.atoms = query.atoms.slice(from, from + mostAtoms);
    this.hasLetters = false;
    this.atoms.forEach((atom, at) => {
      const bit = 1 << at;
      if (atom.unit) this.unitMask[atom.unit]! |= bit;
      for (const sound of atom.sounds) this.soundMask[sound]! |= bit;
      if (atom.unit === 0 && atom.sounds.length === 0) {
        this.letterMask[atom.letter]! |= bit;
        this.hasLetters = true;
      }
    });
    for (const { concept, start, end } of query.concepts) {
      let mask = 0;
      // The pairs within the phrase; a phrase of one character is its own pair with what comes before.
      for (let at = Math.max(start + 1, from + 1); at < Math.min(end, from + mostAtoms); at++) mask |= 1 << (at - from);
      if (mask) this.conceptMask.set(concept, (this.conceptMask.get(concept) ?? 0) | mask);
    }
  }

  clear(): void {
    for (const atom of this.atoms) {
      this.unitMask[atom.unit] = 0;
      for (const sound of atom.sounds) this.soundMask[sound] = 0;
      this.letterMask[atom.letter] = 0;
    }
    this.conceptMask.clear();
    this.atoms = [];
  }

  /** Compares one line; the outcome is in `found`. */
  match(segment: Segment, line: number): void {
    if (this.atoms.length === 1) {
      this.matchOne(segment, line);
      return;
    }
    const { unitMask, soundMask, letterMask, hasLetters, found } = this;
    const { text } = segment;
    const end = segment.lineText[line + 1]!;
    let [exact, alike, swapped, alone, matched, length] = [0, 0, 0, 0, 0, 0];
    let [before, beforeAlike] = [0, 0];
    let starts = false;
    let pairedBefore = false;
    for (let at = segment.lineText[line]!; at < end; at++) {
      const unit = foldTable[text[at]!]!;
      if (unit === 0) {
        before = 0;
        beforeAlike = 0;
        pairedBefore = false;
        continue;
      }
      length++;
      const same = unitMask[unit]!;
      const phonetic = phonetics[unit]!;
      // Place 0 of the tables stays empty: no sound matches no sound.
      let sounding = same | soundMask[phonetic & 0x1ff]! | soundMask[(phonetic >>> 9) & 0x1ff]!;
      if (hasLetters) sounding |= letterMask[(phonetic >>> 18) & 0x1f]! | letterMask[phonetic >>> 23]!;
      if (length === 1 && sounding & 1) starts = true;
      const pairs = (before << 1) & same;
      const alikePairs = (beforeAlike << 1) & sounding;
      exact |= pairs;
      alike |= alikePairs;
      swapped |= (same << 1) & before;
      alone |= same;
      if (alikePairs) {
        matched += pairedBefore ? 1 : 2;
        pairedBefore = true;
      } else pairedBefore = false;
      before = same;
      beforeAlike = sounding;
    }
    found.exact = exact;
    found.alike = alike;
    found.swapped = swapped;
    found.alone = alone;
    found.concept = this.conceptsOf(segment, line);
    found.matched = matched;
    found.length = length;
    found.starts = starts;
  }

  /** Looks for the one atom there is, which has no pair: as its character, or by sound or letter when that was typed. */
  private matchOne(segment: Segment, line: number): void {
    const { found, unitMask, soundMask, letterMask } = this;
    const typed = this.atoms[0]!.unit === 0;
    found.exact = found.alike = found.swapped = found.concept = found.alone = found.length = 0;
    found.starts = false;
    for (let at = segment.lineText[line]!; at < segment.lineText[line + 1]!; at++) {
      const unit = foldTable[segment.text[at]!]!;
      if (unit === 0) continue;
      const here = unitMask[unit] || (typed && (soundMask[soundOf[unit]!] || letterMask[letterOf[unit]!]));
      if (here) found.alone = 1;
      if (here && found.length === 0) found.starts = true;
      found.length++;
    }
    found.matched = found.alone;
  }

  private conceptsOf(segment: Segment, line: number): number {
    if (this.conceptMask.size === 0) return 0;
    let mask = 0;
    for (let at = segment.lineConcept[line]!; at < segment.lineConcept[line + 1]!; at++) {
      mask |= this.conceptMask.get(segment.concepts[at]!) ?? 0;
    }
    return mask;
  }
}

/** The weight of what is explained of the atoms from `from` on. `single`: there is but one atom, which has no pair. */
export const worthOf = (explained: Explained, weights: Weights, from: number, single: boolean): number => {
  if (single) return explained.alone ? weights.total : 0;
  const { exact, alike, swapped, concept, alone } = explained;
  const pairs = exact | alike | swapped | concept;
  let worth = 0;
  for (let rest = pairs; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const at = from + 31 - Math.clz32(bit);
    if (exact & bit) worth += weights.exact[at]!;
    else {
      const asAlike = alike & bit ? weights.alike[at]! : 0;
      const asSwapped = swapped & bit ? weights.swapped[at]! : 0;
      const asConcept = concept & bit ? weights.concept[at]! : 0;
      worth += Math.max(asAlike, asSwapped, asConcept);
    }
  }
  // An atom counts alone when no pair has it, neither as its right half nor as its left.
  for (let rest = alone & ~pairs & ~(pairs >> 1); rest !== 0; rest &= rest - 1) {
    worth += weights.alone[from + 31 - Math.clz32(rest & -rest)]!;
  }
  return worth;
};
