import { type Urgency, urgency } from '../../domain/calendar/deadline.ts';
import type { Category } from '../../domain/ticket/ticket.ts';
import { draftOf } from '../state/desk.ts';
import { dueAt, likelyTopic, unitsFor } from '../state/filing.ts';
import type { SeatModel } from '../state/model.ts';
import { formKey } from '../state/overlay.ts';
import { dispatchTicket } from '../state/ticket-commands.ts';
import { dateTime } from '../text/time.ts';
import { type Say, term } from '../words/words.ts';
import { afterCallField } from './after-call.ts';
import { categoryField, topicField } from './filing-fields.ts';
import type { Field, FormSpec } from './form-spec.ts';

/** The choice of a unit that is not in the list. */
const other = '';

const chosenIn = ({ forms }: SeatModel, call: string, field: string): string | undefined => {
  const value = forms.get(formKey('dispatch', call))?.values[field];
  return value?.type === 'choice' ? value.value : undefined;
};

const topicIn = (model: SeatModel, call: string): string | null =>
  chosenIn(model, call, 'topic') ?? likelyTopic(model, call);

const unitField = (call: string): Field => ({
  type: 'choice',
  id: 'unit',
  label: 'form.unit',
  other: { value: other, field: 'otherUnit' },
  options: (model, say) => [
    ...unitsFor(model, topicIn(model, call)).map((unit) => ({ value: unit, label: unit })),
    { value: other, label: say('form.unit.other') },
  ],
  initial: (model) => unitsFor(model, topicIn(model, call))[0] ?? other,
});

const otherUnitField: Field = {
  type: 'text',
  id: 'otherUnit',
  label: 'form.unit.name',
  hint: 'form.unit.hint',
  max: 80,
  rows: 1,
};

/** What the citizen asked goes along with the ticket; why it needs the unit is for the expert to say. */
const reasonField: Field = {
  type: 'text',
  id: 'reason',
  label: 'form.reason',
  hint: 'form.dispatch.reason.hint',
  max: 2000,
  rows: 4,
  multiline: true,
};

const urgencyField = (call: string): Field => ({
  type: 'choice',
  id: 'urgency',
  label: 'form.urgency',
  options: ({ language }) => urgency.options.map((value) => ({ value, label: term(language, 'urgency', value) })),
  initial: ({ calls }) => (calls.get(call)?.priority === 'urgent' ? 'urgent' : 'normal'),
});

const dueText = (model: SeatModel, call: string, say: Say): string => {
  const how = (chosenIn(model, call, 'urgency') ?? 'normal') as Urgency;
  const { at, provisional } = dueAt(model.settings, how, Date.parse(model.minute));
  return say('form.dispatch.due', { deadline: `${dateTime(at)}${provisional ? say('answer.provisional') : ''}` });
};

/** Send the ticket to a unit as a work order. */
export const dispatchForm: FormSpec = {
  kind: 'dispatch',
  title: 'form.dispatch.title',
  go: 'form.dispatch.go',
  intro: (model, say, call) => [
    dueText(model, call, say),
    ...(draftOf(model, call).text.trim() === '' ? [] : [say('form.dispatch.answer')]),
  ],
  fields: (model, call) => [
    unitField(call),
    ...(chosenIn(model, call, 'unit') === other ? [otherUnitField] : []),
    reasonField,
    urgencyField(call),
    categoryField(call),
    ...topicField(model, call),
    ...afterCallField(model, call),
  ],
  every: (model, call) => [
    unitField(call),
    otherUnitField,
    reasonField,
    urgencyField(call),
    categoryField(call),
    ...topicField(model, call),
    ...afterCallField(model, call),
  ],
  start: () => 'reason',
  eager: true,
  submit: (session, values, call) => {
    const { unit = '', otherUnit = '', reason = '', topic = '', after } = values;
    return dispatchTicket(session, call, {
      unit: unit === other ? otherUnit : unit,
      reason,
      urgency: values.urgency as Urgency,
      category: values.category as Category,
      ...(topic !== '' && { topic }),
      keepCall: after === 'keep',
    });
  },
};
