import { runSum } from '../../kb/sums/run-sum.ts';
import { type SumId, sumForms } from '../../kb/sums/sum-forms.ts';
import { refused } from '../input/checked.ts';
import { localDay } from '../output/local-time.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { resultText } from './result-text.ts';
import { seatPolicy } from './seat-policy.ts';

/** Every option as it was typed, under the name by which commander keeps it; `full` shows every instalment. */
type CalcOptions = Readonly<Record<string, string | boolean | undefined>>;

/** `--new-rate` is kept as `newRate`. */
const keptAs = (field: string): string => field.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const typedOf = (fields: readonly string[], options: CalcOptions): Record<string, string | undefined> =>
  Object.fromEntries(
    fields.map((field) => {
      const value = options[keptAs(field)];
      return [field, typeof value === 'string' ? value : undefined];
    }),
  );

/** `calc <sum>`: works on this machine's own figures, hub or no hub. */
export const calcOf =
  (id: SumId): Work<[], CalcOptions> =>
  async (context, _args, options) => {
    const { language } = context;
    const fields = Object.keys(sumForms.find((form) => form.id === id)?.fields ?? {});
    const outcome = runSum(id, typedOf(fields, options), { policy: await seatPolicy(context), today: localDay() });
    if (!outcome.ok) {
      throw refused(
        context,
        outcome.problems.map(({ field, problem }) => ({ field, problem: problem[language] })),
      );
    }
    const { document, said, notes, missing } = outcome.result;
    const told = { said: said[language], notes: notes.map((note) => note[language]), ...(missing && { missing }) };
    await show(context, { ...document, ...told }, () => resultText(context, outcome.result, options.full === true));
    return undefined;
  };
