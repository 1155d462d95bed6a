import { type SumId, sumForms } from '../../../kb/sums/sum-forms.ts';

/** What a call about a topic is likely to want worked out, the likeliest first. The first line that fits counts. */
const fitting: readonly (readonly [topic: RegExp, sums: readonly SumId[]])[] = [
  [/^gjj\.ln\.(?:prepay|settle)$/, ['prepay', 'rate-change']],
  [/^gjj\.ln\.(?:max|special|downpay)$/, ['max-loan', 'loan']],
  [/^gjj\.ln\.rate/, ['rate-change', 'loan']],
  [/^gjj\.ln\.(?:method|term|change-term)$/, ['compare', 'loan']],
  [/^gjj\.ln\.combo$/, ['mixed', 'loan']],
  [/^gjj\.ln\./, ['loan', 'max-loan']],
  [/^gjj\.dep\.interest$/, ['interest']],
  [/^gjj\.dep\.(?:base|ratio|annual-adjust|defer|makeup|flexible)/, ['deposit']],
  [/^gjj\.wd\./, ['withdraw', 'early-loss']],
];

export const fittingSums = (topic: string | null | undefined): readonly SumId[] =>
  fitting.find(([pattern]) => typeof topic === 'string' && pattern.test(topic))?.[1] ?? [];

/** Every sum, those that fit the topic first. */
export const sumsFor = (topic: string | null | undefined): readonly SumId[] => {
  const first = fittingSums(topic);
  return [...first, ...sumForms.map(({ id }) => id).filter((id) => !first.includes(id))];
};
