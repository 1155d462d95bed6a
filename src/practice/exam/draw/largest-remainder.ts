/**
 * Shares out a whole number by weights: each gets its share rounded down, what is left goes to the largest remainders (Hamilton's
 * method); of equal remainders the one named first.
 */
export const largestRemainder = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - shares.reduce((all, share) => all + share, 0);
  const order = weights
    .map((weight, at) => ({ at, rest: (total * weight) % sum }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, left)) shares[at]! += 1;
  return shares;
};
