import { longestSnippet } from '../../kb/snippets/snippet.ts';
import { fieldsHelp } from '../../kb/snippets/snippet-text.ts';
import { keepSnippet, snippetOf } from '../state/snippets/snippet-commands.ts';
import type { FormSpec } from './form-spec.ts';

/** Keeps the selection, or the whole answer, as the person's own snippet. */
export const snippetForm: FormSpec = {
  kind: 'keep-snippet',
  title: 'form.snippet.title',
  go: 'form.snippet.go',
  fields: (model, call) => [
    { type: 'text', id: 'name', label: 'form.snippet.name', hint: 'form.snippet.name.hint', max: 20, rows: 1 },
    {
      type: 'text',
      id: 'text',
      label: 'form.snippet.text',
      help: fieldsHelp,
      hint: 'form.snippet.text.hint',
      max: longestSnippet,
      rows: 5,
      multiline: true,
      initial: snippetOf(model, call),
    },
  ],
  // The next time something else is selected.
  begun: () => false,
  submit: (session, { name = '', text = '' }) => keepSnippet(session, name, text),
};
