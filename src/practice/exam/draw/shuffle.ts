import type { Draws } from '../../../fund-sandbox/random/draws.ts';

/** The same in an order that the draws decide (Fisher and Yates). */
export const shuffled = <T>(list: readonly T[], draws: Draws): T[] => {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = draws.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
};
