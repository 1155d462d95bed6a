import type { Field as Asked, FieldKind, Form } from '../../../kb/sums/form.ts';
import type { SumId } from '../../../kb/sums/sum-forms.ts';
import { same } from '../../../kb/sums/words.ts';
import type { SeatModel } from '../../state/model.ts';
import { knownValues } from '../../state/sums/known-values.ts';
import { type PlainKey, type Say, sayIn } from '../../words/words.ts';
import type { Field } from '../form-spec.ts';

/** No number that means anything is written longer, and several of them beside each other hardly. */
const longest = 60;

const suchAs: Readonly<Record<Exclude<FieldKind, 'choice'>, PlainKey>> = {
  money: 'sums.such.money',
  percent: 'sums.such.percent',
  times: 'sums.such.times',
  years: 'sums.such.years',
  count: 'sums.such.count',
  date: 'sums.such.date',
};

/** What may be typed, by an example. */
const suchOf = ({ kind, example }: Exclude<Asked, { kind: 'choice' }>, say: Say): string =>
  example === undefined ? say(suchAs[kind]) : say('sums.such.example', { example });

const fieldOf = (id: string, asked: Asked, known: string | undefined, { language }: SeatModel, say: Say): Field => {
  const { label, help, required } = asked;
  const about = { id, label, ...(help && { help }) };
  if (asked.kind === 'choice') {
    const choices = Object.entries(asked.choices).map(([value, name]) => ({ value, label: name[language] }));
    const options = required ? choices : [{ value: '', label: say('sums.empty') }, ...choices];
    return { ...about, type: 'choice', options: () => options, initial: () => known ?? options[0]?.value ?? '' };
  }
  return {
    ...about,
    type: 'text',
    hint: required ? same(say('sums.must', { such: suchOf(asked, say) })) : (help ?? 'sums.may'),
    max: longest,
    rows: 1,
    ...(!required && { optional: true }),
    ...(known !== undefined && { initial: known }),
  };
};

/** A sum's fields as a form asks them: what must be filled in first, and what is known of the call in its place. */
export const sumFields = ({ id, fields }: Form<SumId>, model: SeatModel, call: string): readonly Field[] => {
  const say = sayIn(model.language);
  const known = knownValues(model, id, call);
  const all = Object.entries(fields);
  return [...all.filter(([, { required }]) => required), ...all.filter(([, { required }]) => !required)].map(
    ([name, asked]) => fieldOf(name, asked, known[name], model, say),
  );
};
