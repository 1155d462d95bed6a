/** One of several bounds on an amount, in fen; without an amount when what it rests on is not known. */
export interface Limit<Kind extends string> {
  readonly kind: Kind;
  readonly amount: number | undefined;
}

/** The least of the bounds that are known, and which of them are as low as that; no amount when none is known. */
export const narrowest = <Kind extends string>(
  limits: readonly Limit<Kind>[],
): { amount: number | undefined; binding: Kind[] } => {
  const known = limits.flatMap(({ amount }) => amount ?? []);
  if (known.length === 0) return { amount: undefined, binding: [] };
  const amount = Math.min(...known);
  return { amount, binding: limits.filter((limit) => limit.amount === amount).map(({ kind }) => kind) };
};
