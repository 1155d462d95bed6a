/** A stream of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

/** Chooses by weight. */
export const weighted = <T>(items: readonly (readonly [T, number])[]): ((random: Random) => T) => {
  let sum = 0;
  const upTo = Float64Array.from(items, ([, weight]) => (sum += weight));
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low]![0];
  };
};

/** Chooses as words are used: the n-th of the list `n ** exponent` times as rarely as the first. */
export const zipf = <T>(items: readonly T[], exponent = 0.85): ((random: Random) => T) =>
  weighted(items.map((item, at) => [item, 1 / (at + 1) ** exponent] as const));
