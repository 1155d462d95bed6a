import { foldTable } from './han.ts';

/** A group of phrases that mean the same; its place in the list is its number. */
export type SynonymGroup = readonly string[];

interface Node {
  readonly next: Map<number, Node>;
  concept: number;
}

const node = (): Node => ({ next: new Map(), concept: -1 });

/** A phrase found in a text: which concept, from where (inclusive) to where (exclusive). */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** Numbers of more than one digit are concepts too, so that 15 and 十五 are one; they are counted from here. */
const firstNumber = 0x8000;
const place: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a run of digits and 十百千; undefined when it is no number as people write one. */
const numberIn = (run: string): number | undefined => {
  if (/^\d{2,9}$/.test(run)) return Number(run);
  const written = /^(?:(\d)?千)?(?:0?(\d)?百)?(?:0?(\d)?十)?(\d)?$/.exec(run);
  if (!written || !/[十百千]/.test(run)) return undefined;
  let value = 0;
  for (let at = 0, digit = 1; at < run.length; at++) {
    const unit = place[run[at]!];
    if (unit) {
      value += digit * unit;
      digit = 1;
    } else {
      digit = Number(run[at]);
      if (at === run.length - 1) value += digit;
    }
  }
  return value;
};

/** Finds the phrases of the synonyms, and numbers, in folded text. */
export class Concepts {
  private readonly root = node();

  constructor(groups: readonly SynonymGroup[]) {
    groups.forEach((phrases, concept) => {
      for (const phrase of phrases) {
        let at = this.root;
        for (let i = 0; i < phrase.length; i++) {
          const unit = foldTable[phrase.charCodeAt(i)]!;
          if (unit === 0) continue;
          const next = at.next.get(unit) ?? node();
          at.next.set(unit, next);
          at = next;
        }
        if (at !== this.root) at.concept = concept;
      }
    });
  }

  /** All concepts in folded units from `start` to `end`; at each place the longest phrase that begins there. */
  find(units: ArrayLike<number>, start: number, end: number): ConceptHit[] {
    const hits: ConceptHit[] = [];
    for (let from = start; from < end; from++) {
      let at = this.root.next.get(units[from]!);
      let found = -1;
      let last = from;
      for (let to = from + 1; at; to++) {
        if (at.concept >= 0) [found, last] = [at.concept, to];
        if (to >= end) break;
        at = at.next.get(units[to]!);
      }
      if (found >= 0) hits.push({ concept: found, start: from, end: last });
    }
    this.findNumbers(units, start, end, hits);
    return hits;
  }

  private findNumbers(units: ArrayLike<number>, start: number, end: number, hits: ConceptHit[]): void {
    const isNumeral = (unit: number): boolean =>
      (unit >= 48 && unit <= 57) || unit === 0x5341 || unit === 0x767e || unit === 0x5343;
    for (let from = start; from < end; from++) {
      if (!isNumeral(units[from]!)) continue;
      let to = from + 1;
      while (to < end && isNumeral(units[to]!)) to++;
      if (to - from >= 1 && to - from <= 9) {
        let run = '';
        for (let at = from; at < to; at++) run += String.fromCharCode(units[at]!);
        const value = numberIn(run);
        if (value !== undefined && value < firstNumber)
          hits.push({ concept: firstNumber + value, start: from, end: to });
      }
      from = to;
    }
  }
}
