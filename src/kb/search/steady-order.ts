/** Results closer than this are as good as each other; which one stands above is then for the eye, not for the arithmetic. */
const tie = 0.03;

/**
 * Results stay where they are while typing when they need not move: a result that stood above another one keeps its place as
 * long as the other is not clearly better. `previous`: the ids as they are shown now. The first one is the answer and always the best.
 */
export const steadyOrder = <T extends { readonly id: string; readonly score: number; readonly state: string }>(
  results: readonly T[],
  previous: readonly string[],
): T[] => {
  const before = new Map(previous.map((id, at) => [id, at]));
  const order = [...results];
  // Insertion sort over neighbours: each move is of two that tie, so nothing travels further than its score allows.
  for (let at = 2; at < order.length; at++) {
    for (let place = at; place > 1; place--) {
      const [upper, lower] = [order[place - 1]!, order[place]!];
      const [was, now] = [before.get(upper.id), before.get(lower.id)];
      const swaps = now !== undefined && (was === undefined || was > now) && upper.state === lower.state;
      if (!swaps || upper.score - lower.score > tie) break;
      order[place - 1] = lower;
      order[place] = upper;
    }
  }
  return order;
};
