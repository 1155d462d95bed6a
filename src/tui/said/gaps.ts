import { monthRuns } from '../text/month-runs.ts';
import type { Saying } from './saying.ts';

/** Which months nobody paid for. */
export const gapsSaid = (gaps: readonly string[], { say }: Saying): string =>
  gaps.length === 0
    ? say('said.gaps.none')
    : say('said.gaps', {
        months: monthRuns(gaps)
          .map(({ from, to }) => (from === to ? from : say('said.months', { from, to })))
          .join(say('list.comma')),
        count: gaps.length,
      });
