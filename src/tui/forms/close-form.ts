import { type Category, categories } from '../../domain/ticket/ticket.ts';
import { stateOn } from '../../kb/article/article.ts';
import { draftOf } from '../state/desk.ts';
import { citationsOf, citedTitle } from '../state/knowledge/citations.ts';
import type { SeatModel } from '../state/model.ts';
import { closeTicket } from '../state/ticket-commands.ts';
import { type Say, term } from '../words/words.ts';
import { afterCallField } from './after-call.ts';
import type { FormSpec } from './form-spec.ts';

/** A cited article, and whether it is not in force: the last chance to notice. */
const citedNow = (model: SeatModel, id: string, say: Say): string => {
  const title = citedTitle(model, id);
  const article = model.knowledge.base?.article(id);
  const state = article ? stateOn(article, model.today) : 'in-force';
  return state === 'in-force' ? title : say('kb.cited.marked', { title, mark: say(`kb.mark.${state}`) });
};

/** Close the ticket with the answer on the call screen, and the articles that it rests on. */
export const closeForm: FormSpec = {
  kind: 'close',
  title: 'form.close.title',
  go: 'form.close.go',
  intro: (model, say, call) => {
    const cited = citationsOf(model, call).map((id) => citedNow(model, id, say));
    return [
      ...(cited.length > 0 ? [say('form.close.cited', { articles: cited.join(say('list.comma')) })] : []),
      draftOf(model, call).text.trim(),
    ];
  },
  fields: (model, call) => [
    {
      type: 'choice',
      id: 'category',
      label: 'form.category',
      options: ({ language }) => categories.map((value) => ({ value, label: term(language, 'category', value) })),
      initial: () => categories[0],
    },
    ...afterCallField(model, call),
  ],
  submit: (session, values, call) =>
    closeTicket(session, call, { category: values.category as Category, keepCall: values.after === 'keep' }),
};
