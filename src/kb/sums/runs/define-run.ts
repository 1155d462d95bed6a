import type { Policy } from '../../policy.ts';
import { Figures } from '../figures.ts';
import type { Fields, Form, Values } from '../form.ts';
import { type SumProblem, SumRefusal } from '../problem.ts';
import { readFields, type Typed } from '../read-fields.ts';
import type { SumResult } from '../result.ts';
import { joined } from '../words.ts';
import { basisDocument, basisNotes, givenWords, unconfirmedWords } from './basis-view.ts';

/** In what a sum is worked out: the figures, and the day that it is (`YYYY-MM-DD`), whose rules hold unless the form says another. */
export interface SumWorld {
  readonly policy: Policy;
  readonly today: string;
}

export type SumOutcome =
  | { readonly ok: true; readonly result: SumResult }
  | { readonly ok: false; readonly problems: readonly SumProblem[] };

/** A sum that is ready to be worked out of what was typed. */
export type SumRun = (typed: Typed, world: SumWorld) => SumOutcome;

/** Ties a form to its work: reads the fields, and gives what the work refuses as problems of fields. */
export const defineRun =
  <F extends Fields>(
    { fields }: Form<string, F>,
    work: (values: Values<F>, figures: Figures) => Omit<SumResult, 'basis'>,
  ): SumRun =>
  (typed, { policy, today }) => {
    const read = readFields(fields, typed);
    if (!read.ok) return read;
    const { on } = read.values as { readonly on?: string };
    const figures = new Figures(policy, on ?? today);
    try {
      const done = work(read.values, figures);
      const { basis } = figures;
      const document = { ...done.document, on: figures.day, basis: basis.map(basisDocument) };
      const said = joined([done.said, givenWords(basis), unconfirmedWords(basis)], '', '');
      return { ok: true, result: { ...done, document, said, notes: [...basisNotes(basis), ...done.notes], basis } };
    } catch (error) {
      if (error instanceof SumRefusal) return { ok: false, problems: error.problems };
      throw error;
    }
  };
