import type { Language } from '../../contract/language.ts';
import { type SumId, sumForms } from '../../kb/sums/sum-forms.ts';

/** The sums' names and what they work out, as the sums themselves say it. */
export const sumNames = (language: Language): Record<`sum.${SumId}` | `sum.${SumId}.about`, string> =>
  Object.fromEntries(
    sumForms.flatMap(({ id, name, about }) => [
      [`sum.${id}`, name[language]],
      [`sum.${id}.about`, about[language]],
    ]),
  ) as Record<`sum.${SumId}` | `sum.${SumId}.about`, string>;
