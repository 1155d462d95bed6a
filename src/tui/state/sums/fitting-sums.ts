import type { SumId } from '../../../kb/sums/sum-forms.ts';

/** What a call about a topic is likely to want worked out, the likeliest first. The first line that fits counts. */
const fitting: readonly (readonly [topic: RegExp, sums: readonly SumId[]])[] = [
  [/^gjj\.ln\.(?:prepay|settle)$/, ['prepay', 'rate-change']],
  [/^gjj\.ln\.(?:max|special|downpay|othercity)$/, ['max-loan', 'loan']],
  [/^gjj\.ln\.rate-adjust$/, ['rate-change', 'loan']],
  [/^gjj\.ln\.(?:rate|second)$/, ['loan', 'compare', 'rate-change']],
  [/^gjj\.ln\.change-term$/, ['compare', 'prepay']],
  [/^gjj\.ln\.(?:method|term)$/, ['compare', 'loan']],
  [/^gjj\.ln\.(?:combo|convert)$/, ['mixed', 'loan', 'compare']],
  [/^gjj\.ln\.conditions$/, ['loan', 'max-loan']],
  [/^gjj\.ch\.loan-detail$/, ['loan', 'rate-change', 'prepay']],
  [/^gjj\.dep\.interest$/, ['interest']],
  [/^gjj\.dep\.(?:base|base-limits|ratio|annual-adjust|defer|makeup|not-paid|flexible|probation)$/, ['deposit']],
  [/^gjj\.wd\.loan-offset$/, ['prepay', 'withdraw']],
  [/^gjj\.wd\.(?:retire|disabled|abroad|death)$/, ['withdraw', 'interest']],
  // How it is done, not how much: nothing to work out.
  [/^gjj\.wd\.(?:arrival|materials|agent|online|fraud)$/, []],
  [/^gjj\.wd\./, ['withdraw', 'early-loss']],
];

export const fittingSums = (topic: string | null | undefined): readonly SumId[] =>
  fitting.find(([pattern]) => typeof topic === 'string' && pattern.test(topic))?.[1] ?? [];
