import type { Outcome } from '../state/asked.ts';
import { draftOf } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import { moveCall, returnCall, revealPhone } from '../state/ticket-commands.ts';
import { domainName } from '../words/words.ts';
import type { Field, FormSpec, Values } from './form-spec.ts';

/** The most characters of a note (contract: Note). */
const noteLimit = 500;

/** What becomes of an answer that was begun, when the call goes to somebody else; asked only when there is one. */
const draftField = (model: SeatModel, call: string): readonly Field[] =>
  draftOf(model, call).text.trim() === ''
    ? []
    : [
        {
          type: 'choice',
          id: 'draft',
          label: 'form.draft',
          options: (_, say) => [
            { value: 'attach', label: say('form.draft.attach') },
            { value: 'drop', label: say('form.draft.drop') },
          ],
          initial: () => 'attach',
        },
      ];

/** The note with the answer behind it, where that was chosen; a refusal when it is too long. */
const noteWithDraft = (session: SeatSession, { note = '', draft }: Values, call: string): string | Outcome => {
  const { say, store } = session;
  const answer = draftOf(store.get(), call).text.trim();
  if (draft !== 'attach' || answer === '') return note;
  const whole = [note, `${say('form.draft.note')}${answer}`].filter((part) => part !== '').join('\n');
  const count = [...whole].length;
  if (count <= noteLimit) return whole;
  return { state: 'refused', text: say('form.draft.long', { count, max: noteLimit }), field: 'draft' };
};

/** Back to the front line, with what they should tell the citizen. */
export const returnForm: FormSpec = {
  kind: 'return',
  title: 'form.return.title',
  go: 'form.return.go',
  fields: (model, call) => [
    {
      type: 'text',
      id: 'note',
      label: 'form.note',
      hint: 'form.return.hint',
      max: noteLimit,
      rows: 4,
      multiline: true,
    },
    ...draftField(model, call),
  ],
  submit: async (session, values, call) => {
    const note = noteWithDraft(session, values, call);
    return typeof note === 'string' ? returnCall(session, call, note) : note;
  },
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
        max: noteLimit,
        rows: 3,
        multiline: true,
        optional: true,
      },
      ...draftField(model, call),
    ];
  },
  submit: async (session, values, call) => {
    const note = noteWithDraft(session, values, call);
    return typeof note === 'string' ? moveCall(session, call, values.domain ?? '', note) : note;
  },
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
