import { categoriesFor, topicsFor } from '../state/filing.ts';
import type { SeatModel } from '../state/model.ts';
import { term } from '../words/words.ts';
import type { Field } from './form-spec.ts';

/** What the ticket is, filled in with what is likely. */
export const categoryField = (call: string): Field => ({
  type: 'choice',
  id: 'category',
  label: 'form.category',
  options: (model) =>
    categoriesFor(model, call).map((value) => ({ value, label: term(model.language, 'category', value) })),
  initial: (model) => categoriesFor(model, call)[0]!,
});

/** What it is about; not asked while there are no topics to choose from. */
export const topicField = (model: SeatModel, call: string): readonly Field[] =>
  topicsFor(model, call).length === 0
    ? []
    : [
        {
          type: 'choice',
          id: 'topic',
          label: 'form.topic',
          options: (now) => topicsFor(now, call).map(({ id, name }) => ({ value: id, label: name })),
          initial: (now) => topicsFor(now, call)[0]?.id ?? '',
        },
      ];
