import { percentile } from '../../kb/latency.ts';

export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly worst: number;
  readonly count: number;
}

export const spread = (values: readonly number[]): Spread => {
  const sorted = Float64Array.from(values).sort();
  return {
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    p99: percentile(sorted, 0.99),
    worst: sorted.at(-1)!,
    count: sorted.length,
  };
};
