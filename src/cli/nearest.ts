/** Edits between two words: insert, remove, replace, or swap two neighbours. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1];
      let best = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        best = Math.min(best, before[at - 2]! + 1);
      next.push(best);
    }
    [before, last] = [last, next];
  }
  return last[b.length]!;
};

/** What was probably meant by a word nobody knows: the nearest known one, when it is near enough to be more than chance. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  let found: string | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(word.slice(0, 64), candidate);
    const length = Math.max(word.length, candidate.length);
    if (edits < best && edits <= 3 && edits / length < 0.5) [found, best] = [candidate, edits];
  }
  return found;
};
