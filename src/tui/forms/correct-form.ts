import { partNames } from '../../kb/article/article.ts';
import { fileCorrection } from '../state/article-commands.ts';
import { citedTitle } from '../state/knowledge/citations.ts';
import { lookupKeyNow, lookupOf } from '../state/knowledge/lookup.ts';
import { term } from '../words/words.ts';
import type { FormSpec } from './form-spec.ts';

/** The choice that means the article and none of its parts. */
const whole = '';

/** Tell the centre what is wrong with an article; the part that was being read is chosen. */
export const correctForm: FormSpec = {
  kind: 'correct',
  title: 'form.correct.title',
  go: 'form.correct.go',
  intro: (model, say, article) => [
    citedTitle(model, article),
    say(model.connection.state === 'away' ? 'form.correct.away' : 'form.correct.hint'),
  ],
  fields: () => [
    {
      type: 'text',
      id: 'note',
      label: 'form.correct.note',
      hint: 'form.correct.note.hint',
      max: 2000,
      rows: 4,
      multiline: true,
    },
    {
      type: 'choice',
      id: 'part',
      label: 'form.correct.part',
      options: ({ language }, say) => [
        { value: whole, label: say('form.correct.whole') },
        ...partNames.map((name) => ({ value: name, label: term(language, 'part', name) })),
      ],
      initial: (model) => {
        const { reading } = lookupOf(model, lookupKeyNow(model));
        return (reading && partNames[reading.part]) ?? whole;
      },
    },
  ],
  // A part alone says nothing; the next time another one is being read.
  begun: ({ note = '' }) => note !== '',
  submit: (session, { note = '', part = whole }, article) =>
    fileCorrection(session, article, part === whole ? null : part, note),
};
