/** FNV-1a, 32 bits: a stream's name as a number. */
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash;
};

const hashes = new Map<string, number>();
const streamNumber = (stream: string): number => {
  const known = hashes.get(stream);
  if (known !== undefined) return known;
  const hash = hashOf(stream);
  hashes.set(stream, hash);
  return hash;
};

/** Rounds until the start values are mixed, as its author advises. */
const warmUp = 12;

/**
 * Draws that follow from (seed, stream, index) alone: whoever is asked for first, each comes out the same, and what is added to one
 * stream moves no other. sfc32 by Chris Doty-Humphrey (PractRand, public domain). Whole numbers only, so every machine agrees.
 */
export class Draws {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream: string, index: number) {
    this.#a = seed | 0;
    this.#b = streamNumber(stream);
    this.#c = index | 0;
    for (let round = 0; round < warmUp; round++) this.#next();
  }

  /** 0 to 2^32 - 1. */
  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor((this.#next() * count) / 0x1_0000_0000);
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** One of the rows, each as often as its weight says. */
  weighted<T>(rows: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.below(rows.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of rows) {
      if (left < weight) return value;
      left -= weight;
    }
    throw new RangeError('draws: no row has a weight');
  }
}
