import { moveCall, returnCall, revealPhone } from '../state/ticket-commands.ts';
import { domainName } from '../words/words.ts';
import type { FormSpec } from './form-spec.ts';

/** Back to the front line, with what they should tell the citizen. */
export const returnForm: FormSpec = {
  kind: 'return',
  title: 'form.return.title',
  go: 'form.return.go',
  fields: () => [
    { type: 'text', id: 'note', label: 'form.note', hint: 'form.return.hint', max: 500, rows: 4, multiline: true },
  ],
  submit: (session, { note = '' }, call) => returnCall(session, call, note),
};

/** Into another domain's queue. */
export const moveForm: FormSpec = {
  kind: 'move',
  title: 'form.move.title',
  go: 'form.move.go',
  fields: (model, call) => {
    const others = model.settings.domains.filter(({ id }) => id !== model.calls.get(call)?.domain);
    return [
      {
        type: 'choice',
        id: 'domain',
        label: 'form.domain',
        options: ({ language }) => others.map(({ id }) => ({ value: id, label: domainName(language, others, id) })),
        initial: () => others[0]?.id ?? '',
      },
      {
        type: 'text',
        id: 'note',
        label: 'form.note',
        hint: 'form.move.hint',
        max: 500,
        rows: 3,
        multiline: true,
        optional: true,
      },
    ];
  },
  submit: (session, { domain = '', note = '' }, call) => moveCall(session, call, domain, note),
};

/** The citizen's number, for half a minute, with a reason for the audit log. */
export const revealForm: FormSpec = {
  kind: 'reveal',
  title: 'form.reveal.title',
  go: 'form.reveal.go',
  intro: (_model, say) => [say('form.reveal.audited')],
  fields: () => [{ type: 'text', id: 'reason', label: 'form.reason', hint: 'form.reveal.hint', max: 200, rows: 1 }],
  submit: (session, { reason = '' }, call) => revealPhone(session, call, reason),
};
