import { type Urgency, urgency } from '../../domain/calendar/deadline.ts';
import { draftOf } from '../state/desk.ts';
import { dispatchTicket } from '../state/ticket-commands.ts';
import { term } from '../words/words.ts';
import { afterCallField } from './after-call.ts';
import type { FormSpec } from './form-spec.ts';

/** Send the ticket to a unit as a work order. */
export const dispatchForm: FormSpec = {
  kind: 'dispatch',
  title: 'form.dispatch.title',
  go: 'form.dispatch.go',
  intro: (model, say, call) => (draftOf(model, call).text.trim() === '' ? [] : [say('form.dispatch.answer')]),
  fields: (model, call) => [
    { type: 'text', id: 'unit', label: 'form.unit', hint: 'form.unit.hint', max: 80, rows: 1 },
    {
      type: 'text',
      id: 'reason',
      label: 'form.reason',
      hint: 'form.dispatch.reason.hint',
      max: 2000,
      rows: 4,
      multiline: true,
    },
    {
      type: 'choice',
      id: 'urgency',
      label: 'form.urgency',
      options: ({ language }) => urgency.options.map((value) => ({ value, label: term(language, 'urgency', value) })),
      initial: () => 'normal',
    },
    ...afterCallField(model, call),
  ],
  submit: (session, { unit = '', reason = '', urgency: how, after }, call) =>
    dispatchTicket(session, call, { unit, reason, urgency: how as Urgency, keepCall: after === 'keep' }),
};
