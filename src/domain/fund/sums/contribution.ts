import { halfUp, wholeNumber } from './exact.ts';
import { type Rate, wholeRate } from './rate.ts';

/** A wage brought within the year's bounds, in fen; a bound that is not known does not bind. */
export const contributionBase = (
  wage: number,
  { floor, ceiling }: { floor?: number | undefined; ceiling?: number | undefined },
): { base: number; bound?: 'floor' | 'ceiling' } => {
  if (ceiling !== undefined && wage > ceiling) return { base: ceiling, bound: 'ceiling' };
  if (floor !== undefined && wage < floor) return { base: floor, bound: 'floor' };
  return { base: wage };
};

/** To what a monthly contribution is rounded. Centres differ; the fen is the exact one. */
export type ContributionRounding = 'fen' | 'yuan';

/** One party's monthly contribution, in fen, half up: the base times the ratio (住房公积金管理条例第十六条). */
export const contributionOf = (base: number, ratio: Rate, to: ContributionRounding): number => {
  const unit = to === 'yuan' ? 100n : 1n;
  return wholeNumber(halfUp(BigInt(base) * BigInt(ratio), BigInt(wholeRate) * unit) * unit);
};
