import type { Span } from '../components/spans.tsx';
import { fieldsOf, formSpecs } from '../forms/fill-in.ts';
import type { SeatModel } from '../state/model.ts';
import type { FormState } from '../state/overlay.ts';
import { shown } from '../text/styled-line.ts';
import type { Theme } from '../theme.ts';
import { phraseIn } from '../words/phrase.ts';
import type { Say } from '../words/words.ts';

/** The line below the fields: why it was not accepted, what is wrong in it, or what the field with the focus means. */
export const formMessage = (form: FormState, model: SeatModel, theme: Theme, say: Say): Span => {
  if (form.sending) return { text: say('form.sending'), style: theme.quiet };
  const fields = fieldsOf(model, form);
  const field = fields[form.at];
  const wrong = formSpecs[form.kind].wrong?.(model, form);
  const elsewhere = fields.find(({ id }) => wrong?.has(id));
  const problem =
    form.problem ??
    wrong?.get(field?.id ?? '') ??
    (elsewhere &&
      say('form.wrong', {
        label: phraseIn(model.language, elsewhere.label, say),
        problem: wrong?.get(elsewhere.id) ?? '',
      }));
  if (problem) return { text: `✗ ${shown(problem)}`, style: theme.warn };
  return { text: field?.help ? phraseIn(model.language, field.help, say) : '', style: theme.quiet };
};
