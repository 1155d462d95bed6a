import { Option } from 'commander';
import type { Field } from '../../kb/sums/form.ts';
import { sumForms } from '../../kb/sums/sum-forms.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** What stands for a field's value in the usage of its option. */
const places: Record<Field['kind'], string> = {
  money: 'yuan',
  percent: 'percent',
  times: 'times',
  years: 'years',
  count: 'count',
  date: 'date',
  choice: 'choice',
};

const optionOf = (name: string, field: Field, { say, language }: SeatCommand): Option => {
  const { label, help } = field;
  const about = help ? say('calc.field', { label: label[language], help: help[language] }) : label[language];
  const option = new Option(`--${name} <${places[field.kind]}>`, about);
  // Shown and completed; the form itself judges the value, like that of any other field.
  if (field.kind === 'choice') option.argChoices = Object.keys(field.choices);
  return option.makeOptionMandatory(field.required === true);
};

/** `expert-seat calc …`: one verb a sum, made from its form. */
export const calcCommand = (program: SeatCommand): void => {
  const { say, language } = program;
  const calc = program.command('calc').description(say('calc.about'));
  for (const { id, about, fields, hasSchedule } of sumForms) {
    const verb = calc.command(id).description(about[language]);
    for (const [name, field] of Object.entries(fields)) verb.addOption(optionOf(name, field, program));
    if (hasSchedule) verb.option('--full', say('calc.full'));
    verb.action(lazily(async () => (await import('../calc/calc.ts')).calcOf(id)));
  }
};
