import type { Form } from '../../../kb/sums/form.ts';
import type { SumProblem } from '../../../kb/sums/problem.ts';
import { type SumId, sumForms } from '../../../kb/sums/sum-forms.ts';
import type { SeatModel } from '../../state/model.ts';
import { formKey } from '../../state/overlay.ts';
import { accountValues, overdueTerms } from '../../state/sums/known-values.ts';
import { readResult } from '../../state/sums/result-window.ts';
import { type SumKind, sumKind } from '../../state/sums/sum-kind.ts';
import type { Say } from '../../words/words.ts';
import { type FormSpec, valuesOf } from '../form-spec.ts';
import { sumFields } from './sum-fields.ts';
import { workedOut } from './sum-outcome.ts';

const told = ({ fields }: Form<SumId>, { field, problem }: SumProblem, { language }: SeatModel, say: Say): string =>
  say('form.wrong', { label: fields[field]?.label[language] ?? field, problem: problem[language] });

/** Whether anything that stands in the form still is what the account said. */
const holdsKnown = (model: SeatModel, id: SumId, call: string): boolean => {
  const form = model.forms.get(formKey(sumKind(id), call));
  const values = form ? valuesOf(form) : {};
  return Object.entries(accountValues(model, id, call)).some(([name, known]) => values[name] === known);
};

/** Where the figures come from, or why there are none. */
const introOf = (model: SeatModel, say: Say, id: SumId, call: string): string[] => {
  const count = overdueTerms(model, id, call);
  if (count > 0) return [say('sums.overdue', { count })];
  return holdsKnown(model, id, call) ? [say('sums.known')] : [];
};

/** A sum as a form. What comes of it stands beside it at every key; behind the last field Enter goes there, or to what is wrong. */
const specOf = (sum: Form<SumId>): FormSpec => ({
  kind: sumKind(sum.id),
  title: `sum.${sum.id}`,
  go: 'sums.go',
  stays: true,
  intro: (model, say, call) => introOf(model, say, sum.id, call),
  fields: (model, call) => sumFields(sum, model, call),
  // A choice alone is none that anybody typed.
  begun: (values) =>
    Object.entries(values).some(([name, value]) => value !== '' && sum.fields[name]?.kind !== 'choice'),
  wrong: (model, form) => {
    const worked = workedOut(model, form);
    const problems = worked?.outcome.ok === false ? worked.outcome.problems : [];
    // What is not typed yet is not wrong.
    return new Map(
      problems
        .filter(({ field }) => worked?.typed[field] !== '')
        .map(({ field, problem }) => [field, problem[model.language]]),
    );
  },
  submit: async ({ store, say }, _values, call) => {
    const model = store.get();
    const outcome = workedOut(model, model.forms.get(formKey(sumKind(sum.id), call)))?.outcome;
    const [first] = outcome?.ok === false ? outcome.problems : [];
    if (first) return { state: 'refused', text: told(sum, first, model, say), field: first.field };
    store.update((now) => readResult(now, true));
    return { state: 'done' };
  },
});

export const sumFormSpecs = Object.fromEntries(sumForms.map((sum) => [sumKind(sum.id), specOf(sum)])) as Record<
  SumKind,
  FormSpec
>;
