/** Something of a cell that is about a topic. */
export interface Placed {
  readonly topic: string;
  readonly cell: number;
}

/** How unevenly a choice lies over its topics: the sum of the squares of their counts; as much as there are when all differ. */
export const crowdingOf = (chosen: readonly Placed[]): number =>
  [...Map.groupBy(chosen, ({ topic }) => topic).values()].reduce((sum, { length }) => sum + length * length, 0);

/** One of the chosen gives its place in a cell to one that was not chosen. */
interface Swap<T> {
  readonly out: T;
  readonly in: T;
}

/** The shortest chain of swaps from a topic to one that has two fewer, by breadth. */
const chainFrom = <T extends Placed>(
  start: string,
  chosen: ReadonlySet<T>,
  all: readonly T[],
  count: (topic: string) => number,
): readonly Swap<T>[] | undefined => {
  const ways = new Map<string, readonly Swap<T>[]>([[start, []]]);
  for (const [topic, way] of ways) {
    for (const out of all) {
      if (out.topic !== topic || !chosen.has(out)) continue;
      for (const other of all) {
        if (other.cell !== out.cell || chosen.has(other) || ways.has(other.topic)) continue;
        const longer = [...way, { out, in: other }];
        if (count(other.topic) <= count(start) - 2) return longer;
        ways.set(other.topic, longer);
      }
    }
  }
  return undefined;
};

/**
 * Takes so many of each cell that no topic has two while another could have its first, nor three while another could have its second.
 * Begins with the first of each cell in the order given; a topic that has too many passes one on, through other cells where it must.
 */
export const spreadTopics = <T extends Placed>(all: readonly T[], counts: readonly number[]): T[] => {
  const left = [...counts];
  const chosen = new Set<T>();
  const topics = new Map<string, number>();
  const count = (topic: string): number => topics.get(topic) ?? 0;
  const add = (one: T, by: 1 | -1): void => {
    topics.set(one.topic, count(one.topic) + by);
    if (by === 1) chosen.add(one);
    else chosen.delete(one);
  };
  for (const one of all) {
    if (left[one.cell]! <= 0) continue;
    left[one.cell]! -= 1;
    add(one, 1);
  }
  for (;;) {
    const crowded = [...topics].filter(([, has]) => has > 1).sort(([, a], [, b]) => b - a);
    const chain = crowded.reduce<readonly Swap<T>[] | undefined>(
      (found, [topic]) => found ?? chainFrom(topic, chosen, all, count),
      undefined,
    );
    if (!chain) return all.filter((one) => chosen.has(one));
    // From its end, so that nothing is put in twice.
    for (const swap of chain.toReversed()) {
      add(swap.out, -1);
      add(swap.in, 1);
    }
  }
};
