import { addMonths } from '../../domain/fund/months.ts';

/** Months in order, those that follow each other together: `2025-08 – 2025-10`. */
export const monthRuns = (months: readonly string[]): { from: string; to: string }[] => {
  const runs: { from: string; to: string }[] = [];
  for (const month of [...months].sort()) {
    const last = runs.at(-1);
    if (last && addMonths(last.to, 1) === month) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs;
};
