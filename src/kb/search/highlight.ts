import Fuse from 'fuse.js';
import type { Concepts } from './concepts.ts';
import { foldTable, letterOf, secondLetterOf, secondSoundOf, soundOf } from './han.ts';
import type { Query } from './query.ts';

/** From (inclusive) and to (exclusive) in UTF-16 code units of the text that is shown. */
export type Span = readonly [start: number, end: number];

/** How a result came to match, the surest first. */
export const reasons = ['characters', 'pinyin', 'sound', 'letters', 'synonym', 'fuzzy'] as const;
export type Reason = (typeof reasons)[number];

/** Longer patterns say nothing more about a line of a list, and Fuse.js would cut them up. */
const longestPattern = 32;
/** How alike a line must be for Fuse.js to mark it; it is asked only where characters were mistyped. */
const threshold = 0.5;

const merged = (marks: readonly boolean[]): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at < marks.length; at++) {
    if (!marks[at]) continue;
    let end = at + 1;
    while (marks[end]) end++;
    spans.push([at, end]);
    at = end;
  }
  return spans;
};

/**
 * Which characters of a line the query explains, and how: those that stand in both in a row, as characters, by sound or by first
 * letter; phrases that mean the same; where there is none of it, what Fuse.js finds alike. For the lines that are shown, not for those that are searched.
 */
export const highlight = (text: string, query: Query, concepts: Concepts): { spans: Span[]; reasons: Reason[] } => {
  const { atoms } = query;
  const marks = new Array<boolean>(text.length).fill(false);
  const why = new Set<Reason>();
  const fits = (unit: number, at: number): Reason | undefined => {
    const atom = atoms[at];
    if (!atom || unit === 0) return undefined;
    if (atom.unit === unit) return 'characters';
    const sounds = atom.sounds.some((sound) => sound === soundOf[unit] || sound === secondSoundOf[unit]);
    if (sounds) return atom.unit === 0 ? 'pinyin' : 'sound';
    const bare = atom.unit === 0 && atom.sounds.length === 0;
    return bare && (atom.letter === letterOf[unit] || atom.letter === secondLetterOf[unit]) ? 'letters' : undefined;
  };
  const places: { unit: number; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = foldTable[text.charCodeAt(at)]!;
    if (unit !== 0) places.push({ unit, at });
  }
  const shortest = Math.min(2, atoms.length);
  for (let start = 0; start < places.length; start++) {
    for (let from = 0; from < atoms.length; from++) {
      let length = 0;
      while (start + length < places.length && fits(places[start + length]!.unit, from + length)) length++;
      if (length < shortest || atoms.slice(from, from + length).every(({ filler }) => filler)) continue;
      for (let i = 0; i < length; i++) {
        marks[places[start + i]!.at] = true;
        why.add(fits(places[start + i]!.unit, from + i)!);
      }
    }
  }
  const asked = new Set(query.concepts.map(({ concept }) => concept));
  const units = Uint16Array.from({ length: text.length }, (_, at) => foldTable[text.charCodeAt(at)]!);
  for (const { concept, start, end } of asked.size > 0 ? concepts.find(units, 0, units.length) : []) {
    if (!asked.has(concept) || marks.slice(start, end).includes(true)) continue;
    marks.fill(true, start, end);
    why.add('synonym');
  }
  if (why.size === 0) {
    const pattern = String.fromCharCode(...query.units.filter((unit) => unit !== 0)).slice(0, longestPattern);
    const folded = Array.from({ length: text.length }, (_, at) =>
      String.fromCharCode(foldTable[text.charCodeAt(at)] || 0x20),
    )
      .join('')
      .slice(0, text.length);
    const { isMatch, indices } = Fuse.match(pattern, folded, { includeMatches: true, ignoreLocation: true, threshold });
    if (isMatch) {
      for (const [start, end] of indices ?? []) marks.fill(true, start, end + 1);
      why.add('fuzzy');
    }
  }
  return { spans: merged(marks), reasons: reasons.filter((reason) => why.has(reason)) };
};
